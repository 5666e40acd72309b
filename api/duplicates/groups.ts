/** A report that may be joined with others. */
export interface Member {
  id: number;
  /** Milliseconds since 1970. */
  receivedAt: number;
  /** Degrees; null when unknown. */
  lon: number | null;
  lat: number | null;
}

/** Two reports to be joined. */
export interface Link {
  report: number;
  original: number;
  score: number;
}

/** How far a group may stretch, so that a chain of likely pairs does not make one problem of a whole street or year. */
export interface Bounds {
  days: number;
  metres: number;
}

interface Group {
  root: number;
  members: number[];
  from: number;
  to: number;
  west: number;
  east: number;
  south: number;
  north: number;
}

/**
 * Groups of reports that are one problem: id of each grouped report → lowest id of its group. Best pairs join first (equal scores:
 * by ids, so that the same input gives the same groups). Confirmed pairs always join, refused ones never, whatever lies between.
 */
export function groupReports(
  members: ReadonlyMap<number, Member>,
  links: readonly Link[],
  decided: { confirmed: readonly (readonly [number, number])[]; refused: readonly (readonly [number, number])[] },
  bounds: Bounds,
): Map<number, number> {
  const groups = new Map<number, Group>();
  const groupOf = (id: number) =>
    groups.get(id) ?? alone(members.get(id) ?? { id, receivedAt: Number.NaN, lon: null, lat: null });
  const refused = partners(decided.refused);
  for (const [one, other] of decided.confirmed) join(groups, groupOf(one), groupOf(other));
  const best = links.toSorted((a, b) => b.score - a.score || a.original - b.original || a.report - b.report);
  for (const { report, original } of best) {
    const [one, other] = [groupOf(original), groupOf(report)];
    if (one.root === other.root || isRefused(refused, one, other)) continue;
    if (withinBounds(merged(one, other), bounds)) join(groups, one, other);
  }
  return new Map([...groups].map(([id, { root }]) => [id, root]));
}

function alone({ id, receivedAt, lon, lat }: Member): Group {
  const [x, y] = [lon ?? Number.NaN, lat ?? Number.NaN];
  return { root: id, members: [id], from: receivedAt, to: receivedAt, west: x, east: x, south: y, north: y };
}

function join(groups: Map<number, Group>, one: Group, other: Group): void {
  if (one.root === other.root) return;
  const [large, small] = one.members.length >= other.members.length ? [one, other] : [other, one];
  Object.assign(large, merged(one, other));
  large.members.push(...small.members);
  for (const id of large.members.length === small.members.length + 1 ? large.members : small.members) groups.set(id, large);
}

/** Extent of two groups together; what is unknown (NaN) stretches nothing. */
function merged(one: Group, other: Group): Omit<Group, 'members'> {
  const least = (a: number, b: number) => (a <= b || Number.isNaN(b) ? a : b);
  const most = (a: number, b: number) => (a >= b || Number.isNaN(b) ? a : b);
  return {
    root: Math.min(one.root, other.root),
    from: least(one.from, other.from),
    to: most(one.to, other.to),
    west: least(one.west, other.west),
    east: most(one.east, other.east),
    south: least(one.south, other.south),
    north: most(one.north, other.north),
  };
}

function withinBounds({ from, to, west, east, south, north }: Omit<Group, 'members'>, { days, metres }: Bounds): boolean {
  const width = (east - west) * Math.cos((south * Math.PI) / 180);
  const across = 111_195 * Math.hypot(width, north - south);
  return to - from <= days * 86_400_000 && !(across > metres);
}

function partners(pairs: readonly (readonly [number, number])[]): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const [one, other] of pairs) {
    found.set(one, (found.get(one) ?? new Set()).add(other));
    found.set(other, (found.get(other) ?? new Set()).add(one));
  }
  return found;
}

function isRefused(refused: Map<number, Set<number>>, one: Group, other: Group): boolean {
  if (refused.size === 0) return false;
  const [small, large] = one.members.length <= other.members.length ? [one, other] : [other, one];
  return small.members.some((id) => {
    const wrong = refused.get(id);
    return wrong !== undefined && large.members.some((member) => wrong.has(member));
  });
}
