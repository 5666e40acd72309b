/** A place in the plan of the town: metres east and north of the main square. */
export type Spot = readonly [number, number];
/** A line of spots; as a ring the first is not repeated at the end. */
export type Line = readonly Spot[];

/** Middle of the invented town: farmland of the Po plain. */
const origin = { lon: 11.086, lat: 44.692 };
const metresPerDegree = { lon: 111_320 * Math.cos((origin.lat * Math.PI) / 180), lat: 111_132 };

/** Longitude and latitude (WGS84) of a spot of the plan, after the bend that keeps the town from looking ruled. */
export function onEarth([x, y]: Spot): [number, number] {
  const east = x + 55 * Math.sin(y / 610 + 0.4) + 22 * Math.sin((x + y) / 270);
  const north = y + 50 * Math.sin(x / 700 - 0.8) + 20 * Math.sin((x - 1.3 * y) / 310);
  return [round(origin.lon + east / metresPerDegree.lon), round(origin.lat + north / metresPerDegree.lat)];
}

/** Six decimals: a hand's breadth. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Distance in metres. */
export function distance(a: Spot, b: Spot): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** The spot at this share (0 to 1) of the way from a to b. */
export function between(a: Spot, b: Spot, share: number): Spot {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** Length in metres. */
export function lengthOf(line: Line): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!);
  return sum;
}

/** Surface of a ring in square metres; negative when it runs clockwise. */
export function signedSurface(ring: Line): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  return sum / 2;
}

/** Centre of mass of the ring's surface. */
export function centreOf(ring: Line): Spot {
  const [x0, y0] = ring[0]!;
  let sum = 0;
  let cx = 0;
  let cy = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = [ring[j]![0] - x0, ring[j]![1] - y0];
    const [bx, by] = [ring[i]![0] - x0, ring[i]![1] - y0];
    const cross = ax * by - bx * ay;
    sum += cross;
    cx += (ax + bx) * cross;
    cy += (ay + by) * cross;
  }
  return [x0 + cx / (3 * sum), y0 + cy / (3 * sum)];
}

/** Whether the spot lies inside the ring. */
export function isInside([x, y]: Spot, ring: Line): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Distance in metres from a spot to the segment a–b. */
export function distanceToSegment(spot: Spot, a: Spot, b: Spot): number {
  const along = (spot[0] - a[0]) * (b[0] - a[0]) + (spot[1] - a[1]) * (b[1] - a[1]);
  const square = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2;
  return distance(spot, between(a, b, square === 0 ? 0 : Math.min(1, Math.max(0, along / square))));
}

/** The same line with a spot at least every `step` metres. */
export function densify(line: Line, step = 40): Spot[] {
  const dense: Spot[] = [line[0]!];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const pieces = Math.max(1, Math.ceil(distance(a, b) / step));
    for (let k = 1; k <= pieces; k++) dense.push(k === pieces ? b : between(a, b, k / pieces));
  }
  return dense;
}

/** A smooth curve through the spots (Catmull-Rom). */
export function smooth(line: Line, step = 40): Spot[] {
  if (line.length < 3) return densify(line, step);
  const curve: Spot[] = [line[0]!];
  for (let i = 1; i < line.length; i++) {
    const [p0, p1, p2, p3] = [line[i - 2] ?? line[i - 1]!, line[i - 1]!, line[i]!, line[i + 1] ?? line[i]!];
    const pieces = Math.max(1, Math.ceil(distance(p1, p2) / step));
    for (let k = 1; k < pieces; k++)
      curve.push([spline(p0[0], p1[0], p2[0], p3[0], k / pieces), spline(p0[1], p1[1], p2[1], p3[1], k / pieces)]);
    curve.push(p2);
  }
  return curve;
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/** The line moved sideways by `metres` (left is positive). */
export function beside(line: Line, metres: number): Spot[] {
  return line.map((spot, i) => {
    const [from, to] = [line[i - 1] ?? spot, line[i + 1] ?? spot];
    const length = distance(from, to) || 1;
    return [spot[0] - ((to[1] - from[1]) / length) * metres, spot[1] + ((to[0] - from[0]) / length) * metres];
  });
}

/** The spot this many metres along the line, and the direction there (radians). */
export function walk(line: Line, metres: number): { spot: Spot; direction: number } {
  let left = metres;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const step = distance(a, b);
    if (left <= step || i === line.length - 1) {
      return { spot: between(a, b, step === 0 ? 0 : Math.min(1, left / step)), direction: Math.atan2(b[1] - a[1], b[0] - a[0]) };
    }
    left -= step;
  }
  return { spot: line[0]!, direction: 0 };
}
