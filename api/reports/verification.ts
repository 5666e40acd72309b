import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';
import { genesis, merkleLeaf, merkleTree, rootHash } from './chain.ts';
import { checkStory, type Finding, finding } from './story-check.ts';
import {
  completeUntil,
  danglingReferences,
  headsUntil,
  insertRoot,
  pageEnd,
  type StoredRoot,
  storedRoots,
  type StoryRow,
  storyRows,
} from './verification-repository.ts';

const reportsAtATime = 2000;
/** How many of the newest roots are computed again; the older ones are held by the chain of roots. */
const rootsComputed = 7;

/**
 * Reads the whole log of a municipality in flat memory and yields whatever does not hold: an event that was altered, removed,
 * put in or moved; a report whose state or times its events do not tell; a root that its events do not give.
 */
export async function* verifyEvents(database: Database, municipality: Municipality): AsyncGenerator<Finding> {
  const roots = await database.transaction(municipality.slug, ({ client }) => storedRoots(client));
  yield* checkRootChain(roots);
  const trees = roots.slice(-rootsComputed).map((root) => ({ root, tree: merkleTree() }));
  for await (const { report, rows } of stories(database, municipality)) {
    const events = rows.flatMap(({ event }) => event ?? []);
    yield* checkStory(report, rows[0]!.facts, events);
    for (const { root, tree } of trees) {
      const head = events.findLast(({ recordedAt }) => recordedAt <= root.asOf);
      if (head) tree.add(merkleLeaf(report, head.seq, head.hash));
    }
  }
  const dangling = await database.transaction(municipality.slug, ({ client }) => danglingReferences(client));
  for (const { report, seq, field } of dangling) yield finding(report, seq, `its ${field} is not there`);
  for (const { root, tree } of trees) {
    const is = tree.finish();
    if (is.heads !== root.heads) {
      yield rootFinding(root, `it covers ${root.heads} reports, but ${is.heads} of that time are there`);
    } else if (is.root !== root.root) yield rootFinding(root, 'the events of that time do not give it');
  }
}

/**
 * Keeps the Merkle root of the day `now` falls on in the municipality's zone, over all events recorded until now.
 * Returns it; null when that day, or a later one, has its root already.
 */
export async function recordRoot(database: Database, municipality: Municipality, now: Date): Promise<StoredRoot | null> {
  const { slug, timezone } = municipality;
  const day = now.toLocaleDateString('sv-SE', { timeZone: timezone });
  const before = (await database.transaction(slug, ({ client }) => storedRoots(client))).at(-1);
  if (before && before.day >= day) return null;
  const asOf = await database.transaction(slug, ({ client }) => completeUntil(client));
  const tree = merkleTree();
  let after = 0;
  for (;;) {
    const heads = await database.transaction(slug, ({ client }) => headsUntil(client, asOf, after, reportsAtATime));
    for (const { report, seq, hash } of heads) tree.add(merkleLeaf(report, seq, hash));
    if (heads.length < reportsAtATime) break;
    after = heads.at(-1)!.report;
  }
  const root = { day, asOf, ...tree.finish() };
  const previous = before?.hash ?? genesis;
  const stored = { ...root, previous, hash: rootHash(previous, root) };
  const isKept = await database.transaction(slug, ({ client }) => insertRoot(client, stored));
  return isKept ? stored : null;
}

/** Each report that has a row or events, with all of them. */
async function* stories(database: Database, { slug }: Municipality): AsyncGenerator<{ report: number; rows: StoryRow[] }> {
  let after = 0;
  for (;;) {
    const start = after;
    const end = await database.transaction(slug, ({ client }) => pageEnd(client, start, reportsAtATime));
    const rows = await database.transaction(slug, ({ client }) => storyRows(client, start, end));
    for (let first = 0; first < rows.length;) {
      const { report } = rows[first]!;
      let next = first + 1;
      while (rows[next]?.report === report) next++;
      yield { report, rows: rows.slice(first, next) };
      first = next;
    }
    if (end === null) return;
    after = end;
  }
}

function* checkRootChain(roots: readonly StoredRoot[]): Generator<Finding> {
  let previous = genesis;
  for (const root of roots) {
    if (root.previous !== previous) yield rootFinding(root, 'it does not follow the root before it');
    if (root.hash !== rootHash(root.previous, root)) yield rootFinding(root, 'it was altered');
    previous = root.hash;
  }
}

function rootFinding({ day }: StoredRoot, problem: string): Finding {
  return { report: null, seq: null, day, problem: `root of ${day}: ${problem}` };
}
