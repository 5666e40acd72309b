import { Temporal } from 'temporal-polyfill';
import type { Told } from './told-time.ts';

const dayMs = 86_400_000;

/** Turns readings of the clocks of a zone into moments. */
export interface Zone {
  name: string;
  /**
   * The moment of a reading. Where the clocks jump forward, a reading in the gap is taken as if they had not jumped yet
   * (02:30 becomes 03:30); where they go back, a reading that comes twice is its first time, unless that is before
   * `notBefore` (milliseconds).
   */
  moment: (told: Told, notBefore?: number) => Date;
}

const zones = new Map<string, Zone>();

/** The zone of an IANA name. Errors: RangeError for a name that is none. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) zones.set(name, (zone = openZone(name)));
  return zone;
}

function openZone(name: string): Zone {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
  } catch (error) {
    throw new RangeError(`"${name}" is not a time zone`, { cause: error });
  }
  /** Offset of each day on which it stays the same; null for the days of change. */
  const offsets = new Map<number, number | null>();

  function offsetOn(day: number): number | null {
    let offset = offsets.get(day);
    if (offset === undefined) {
      const begins = compatible(name, day * dayMs, 'compatible') - day * dayMs;
      const ends = compatible(name, (day + 1) * dayMs, 'compatible') - (day + 1) * dayMs;
      offset = begins === ends ? -begins : null;
      offsets.set(day, offset);
    }
    return offset;
  }

  return {
    name,
    moment({ wall, offset: told }, notBefore) {
      const offset = told ?? offsetOn(Math.floor(wall / dayMs));
      if (offset !== null) return new Date(wall - offset);
      const moment = compatible(name, wall, 'compatible');
      const isEarly = notBefore !== undefined && moment < notBefore;
      return new Date(isEarly ? compatible(name, wall, 'later') : moment);
    },
  };
}

function compatible(name: string, wall: number, disambiguation: 'compatible' | 'later'): number {
  const reading = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  return reading.toZonedDateTime(name, { disambiguation }).epochMilliseconds;
}
