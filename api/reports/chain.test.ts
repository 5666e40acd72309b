import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { type ChainedEvent, chainTime, eventHash, genesis, merkleLeaf, merkleTree, payloadDigest, rootHash } from './chain.ts';

/** SHA-256 by the other interface of Node, so that the test does not repeat the code. */
const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const someDigest = 'd'.repeat(64);

const event: ChainedEvent = {
  report: 12,
  seq: 2,
  at: '2024-01-02T10:00:00.000000Z',
  recordedAt: '2024-01-02T10:00:01.250000Z',
  kind: 'closed',
  actor: 'desk',
  office: 3,
  outcome: 'resolved',
  retoldFrom: null,
  signedAs: 'Ufficio "Strade"',
  visibility: 'public',
  digest: someDigest,
};

describe('the hash of an event', () => {
  test('is SHA-256 over the bytes that docs/verify.md describes', () => {
    const line = `${genesis}\n[12,2,"2024-01-02T10:00:00.000000Z","2024-01-02T10:00:01.250000Z","closed","desk",3,"resolved",null,"Ufficio \\"Strade\\"","public","${someDigest}"]`;
    expect(eventHash(genesis, event)).toBe(sha256(line).toString('hex'));
  });

  test('writes what is missing as null', () => {
    const bare = { ...event, office: null, outcome: null, signedAs: null, digest: null };
    const line = `${genesis}\n[12,2,"${event.at}","${event.recordedAt}","closed","desk",null,null,null,null,"public",null]`;
    expect(eventHash(genesis, bare)).toBe(sha256(line).toString('hex'));
  });

  test('covers every field', () => {
    const others: Partial<ChainedEvent>[] = [
      { report: 13 },
      { seq: 3 },
      { at: '2024-01-02T10:00:00.000001Z' },
      { recordedAt: '2024-01-02T10:00:01.251000Z' },
      { kind: 'replied' },
      { actor: 'officer' },
      { office: null },
      { outcome: 'answered' },
      { retoldFrom: 1 },
      { signedAs: null },
      { visibility: 'internal' },
      { digest: genesis },
    ];
    expect(others.map((other) => Object.keys(other)[0])).toEqual(Object.keys(event));
    const hashes = [eventHash(genesis, event), eventHash(someDigest, event)];
    for (const other of others) hashes.push(eventHash(genesis, { ...event, ...other }));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('the digest of words', () => {
  test('is SHA-256 over salt and canonical JSON', () => {
    const digest = payloadDigest('00ff', { data: { b: 1, a: [true, null] }, body: 'Perché' });
    expect(digest).toBe(sha256('00ff{"body":"Perché","data":{"a":[true,null],"b":1}}').toString('hex'));
  });
  test('of no words is none', () => expect(payloadDigest(null, null)).toBeNull());
  test('differs with the salt', () => expect(payloadDigest('a', { body: 'x' })).not.toBe(payloadDigest('b', { body: 'x' })));
});

describe('canonical JSON', () => {
  test('does not depend on the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        if (JSON.stringify(plain).includes('\\u0000')) return;
        const text = canonicalJson(plain);
        expect(JSON.parse(text)).toEqual(plain);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(plain))).toBe(text);
      }),
    );
  });
  test.each([Number.NaN, Number.POSITIVE_INFINITY, 'a\0b', '\ud800', undefined, 10n])('refuses %o', (value) => {
    expect(() => canonicalJson({ value: [value] })).toThrow(RangeError);
  });
  test('leaves out what is undefined', () => expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}'));
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, reversed(each)]),
  );
}

test('moments are written in UTC to the microsecond, as the database writes them', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(Date.UTC(1900, 0)), max: new Date(Date.UTC(2199, 11)), noInvalidDate: true }), (at) => {
      expect(chainTime(at)).toBe(at.toISOString().replace('Z', '000Z'));
    }),
  );
});

describe('the Merkle root', () => {
  /** RFC 6962, section 2.1, written as the definition reads. */
  function definition(leaves: Buffer[]): Buffer {
    if (leaves.length === 0) return sha256('');
    if (leaves.length === 1) return leaves[0]!;
    let k = 1;
    while (k * 2 < leaves.length) k *= 2;
    return sha256(Buffer.of(1), definition(leaves.slice(0, k)), definition(leaves.slice(k)));
  }

  test('is the one RFC 6962 defines, for any number of leaves', () => {
    for (let size = 0; size <= 70; size++) {
      const leaves = Array.from({ length: size }, (_, index) => merkleLeaf(index + 1, 2, genesis));
      const tree = merkleTree();
      for (const leaf of leaves) tree.add(leaf);
      expect(tree.finish()).toEqual({ heads: size, root: definition(leaves).toString('hex') });
    }
  });

  test('has leaves over report, place and hash', () => {
    expect(merkleLeaf(7, 3, genesis)).toEqual(sha256(Buffer.of(0), `7,3,${genesis}`));
  });
});

test('the hash of a daily root is SHA-256 over the bytes that docs/verify.md describes', () => {
  const root = { day: '2024-01-02', asOf: '2024-01-02T22:59:59.999000Z', heads: 3, root: someDigest };
  const line = `${genesis}\n["2024-01-02","2024-01-02T22:59:59.999000Z",3,"${someDigest}"]`;
  expect(rootHash(genesis, root)).toBe(sha256(line).toString('hex'));
});
