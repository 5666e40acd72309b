import { lengthOf, type Line, type Spot, walk } from './plane.ts';

/** A door and its number. */
export interface Door {
  number: string;
  spot: Spot;
}

/** Metres from the middle of the street to a door. */
const toDoor = 9;
/** Metres of street front to a lot: every lot has a number, though not every number is a door. */
const lot = 11;

/** House numbers along a street, odd on the left and even on the right, a door every `frontage` metres. */
export function doorsAlong(line: Line, frontage: number): Door[] {
  const length = lengthOf(line);
  const doors: Door[] = [];
  if (frontage === 0 || length < 24) return doors;
  for (const side of [1, -1]) {
    for (let metres = side === 1 ? 12 : 12 + frontage / 3; metres < length - 10; metres += frontage) {
      const { spot, direction } = walk(line, metres);
      const number = 1 + 2 * Math.floor(metres / lot) + (side === 1 ? 0 : 1);
      doors.push({
        number: String(number),
        spot: [spot[0] - Math.sin(direction) * toDoor * side, spot[1] + Math.cos(direction) * toDoor * side],
      });
    }
  }
  return doors;
}
