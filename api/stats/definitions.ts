/** Every definition a figure refers to: a heading of docs/metrics.md each, in its order. */
export const definitions = [
  'report',
  'tracked-report',
  'open-report',
  'closed-report',
  'problem',
  'time-to-take-charge',
  'time-to-first-reply',
  'time-to-close',
  'net-time',
  'still-open-reports-count',
  'half-three-in-four-nine-in-ten',
  'certainty-of-a-curve',
  'closed-only',
  'minimum-sample',
  'share-on-time',
  'reopened-share',
  'the-period-before',
  'backlog',
  'age-of-the-backlog',
  'local-day',
  'change-with-the-season-taken-out',
  'unusual-day',
  'hexagon',
  'reports-per-square-kilometre',
  'repeats',
  'duplicate-score',
] as const;
export type DefinitionId = (typeof definitions)[number];

/** Where a definition is read. */
export function definitionLink(id: DefinitionId): { id: DefinitionId; href: string } {
  return { id, href: `/definitions#${id}` };
}

/** Fewest reports that make a figure of time; below it the figure is null and `tooFew` is true. */
export const minimumSample = 10;
