import type { EventKind, Outcome } from './lifecycle.ts';

/** Roles that act on a report. */
export const actors = [
  'anonymous',
  'citizen',
  'author',
  'desk',
  'officer',
  'contractor',
  'observer',
  'publisher',
  'council',
  'administrator',
  'client',
  'importer',
  'system',
] as const;
export type Actor = (typeof actors)[number];

/** One event of a report told by somebody else (an importer, the demo). */
export interface HistoryEvent {
  at: Date;
  kind: EventKind;
  actor: Actor;
  visibility: 'public' | 'author' | 'internal';
  /** Assignee of `assigned`, else the office that acts. */
  office?: number | null;
  signedAs?: string | null;
  /** Words. */
  body?: string | null;
  /** Only with `closed`. */
  outcome?: Outcome | null;
  /** Anything else that belongs to the event. */
  data?: Record<string, unknown> | null;
}

/** A report and its whole story, from a source outside. Ids are those of the municipality's tables. */
export interface ReportHistory {
  /** Its number in the source; the same number is the same report. */
  externalId: string;
  type: 'issue' | 'suggestion' | 'complaint';
  category: number;
  /** Used when there is no point, or no polygon covers it. */
  area: number | null;
  channel: number;
  title: string | null;
  description: string | null;
  language: string | null;
  address: string | null;
  /** Longitude, latitude (WGS84). */
  point: readonly [number, number] | null;
  extra: Record<string, unknown> | null;
  visibility: 'public' | 'private';
  /** The source tells days only. */
  dayPrecision: boolean;
  /** The source tells what happened after the arrival. */
  tracked: boolean;
  dueAt: Date | null;
  /** From `received` on, in order of time; the rules of lifecycle.ts hold. */
  events: readonly HistoryEvent[];
}
