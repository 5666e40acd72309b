import { hash as digestOf } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { isoText } from './iso-text.ts';
import type { EventKind, Outcome } from './lifecycle.ts';

// docs/verify.md says the same byte by byte, for those who check without this program.

/** What stands before the first event of a report, and before the first root. */
export const genesis = '0'.repeat(64);

/** Words and data of an event; null when it has none. */
export type Payload = { body?: string; data?: Record<string, unknown> } | null;

/** The fields of an event that its hash covers, besides the hash before it. */
export interface ChainedEvent {
  report: number;
  seq: number;
  /** As by `chainTime`. */
  at: string;
  recordedAt: string;
  kind: EventKind;
  actor: string;
  office: number | null;
  outcome: Outcome | null;
  retoldFrom: number | null;
  signedAs: string | null;
  visibility: string;
  digest: string | null;
}

/** A moment as the chain writes it: UTC, microseconds. */
export function chainTime(at: Date): string {
  return `${isoText(at).slice(0, -1)}000Z`;
}

/** SHA-256 (hex) of salt and payload; null without payload. */
export function payloadDigest(salt: string | null, payload: Payload): string | null {
  return payload && digestOf('sha256', (salt ?? '') + canonicalJson(payload));
}

/** SHA-256 (hex) of the event in its place after `previous`. */
export function eventHash(previous: string, event: ChainedEvent): string {
  const { report, seq, at, recordedAt, kind, actor, office, outcome, retoldFrom, signedAs, visibility, digest } = event;
  const what = `[${report},${seq},"${at}","${recordedAt}","${kind}","${actor}",${office},${inQuotes(outcome)},${retoldFrom}`;
  const text = `${what},${signedAs === null ? null : JSON.stringify(signedAs)},"${visibility}",${inQuotes(digest)}]`;
  return digestOf('sha256', `${previous}\n${text}`);
}

function inQuotes(text: string | null): string | null {
  return text === null ? null : `"${text}"`;
}

/** A daily root. */
export interface Root {
  /** YYYY-MM-DD. */
  day: string;
  /** As by `chainTime`. */
  asOf: string;
  heads: number;
  root: string;
}

/** SHA-256 (hex) of a daily root in its place after `previous`. */
export function rootHash(previous: string, { day, asOf, heads, root }: Root): string {
  return digestOf('sha256', `${previous}\n["${day}","${asOf}",${heads},"${root}"]`);
}

/** Merkle root (RFC 6962) over the heads of reports, added in order of report; needs no more memory than the tree is high. */
export function merkleTree() {
  /** Roots of full subtrees, the biggest first, each with its number of leaves. */
  const full: { leaves: number; node: Buffer }[] = [];
  let heads = 0;
  return {
    add(leaf: Buffer): void {
      heads++;
      let top = { leaves: 1, node: leaf };
      while (full.at(-1)?.leaves === top.leaves) top = { leaves: top.leaves * 2, node: merkleNode(full.pop()!.node, top.node) };
      full.push(top);
    },
    /** Number of leaves and the root (hex). */
    finish(): { heads: number; root: string } {
      const nodes = full.map(({ node }) => node);
      const root = nodes.length ? nodes.reduceRight((right, left) => merkleNode(left, right)) : digestOf('sha256', '', 'buffer');
      return { heads, root: root.toString('hex') };
    },
  };
}

/** Leaf of the tree for a report's last event. */
export function merkleLeaf(report: number, seq: number, hash: string): Buffer {
  return digestOf('sha256', `\0${report},${seq},${hash}`, 'buffer');
}

function merkleNode(left: Buffer, right: Buffer): Buffer {
  return digestOf('sha256', Buffer.concat([one, left, right]), 'buffer');
}
const one = Buffer.of(1);
