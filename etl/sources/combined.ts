import type { Outcome } from '#api/reports/lifecycle.ts';
import { alessandria, alessandriaCategory } from './alessandria.ts';
import { boston, bostonCategory } from './boston.ts';
import { type CategoryName, categoryNames } from './categories.ts';
import { channel, type ChannelCode } from './channels.ts';
import { needed, neededTime, time, words } from './cells.ts';
import { chicago, chicagoCategory } from './chicago.ts';
import { placer } from './coordinates.ts';
import { la, laCategory } from './la.ts';
import type { Course, Draft, Row, Source } from './source.ts';
import { stlouis, stLouisCategory } from './stlouis.ts';
import { stuttgart, stuttgartCategory } from './stuttgart.ts';
import { tainan, tainanCategory } from './tainan.ts';
import type { Told } from './told-time.ts';
import { zoneOf } from './zone.ts';
import { zurich, zurichCategory } from './zurich.ts';

const place = placer({});
const anyCategory = categoryNames('en');

/** What the columns mean in a city. */
interface City {
  source?: Source;
  category: (category: string | null, subcategory: string | null) => CategoryName;
  /** Its times are days. */
  isDaily?: boolean;
  channel?: ChannelCode;
}

const cities: Readonly<Record<string, City>> = {
  boston: { source: boston, category: (type, reason) => bostonCategory(reason, type) },
  chicago: { source: chicago, category: chicagoCategory, isDaily: true },
  'los-angeles': { source: la, category: laCategory },
  'st-louis': { source: stlouis, category: stLouisCategory },
  zurich: { source: zurich, category: zurichCategory, isDaily: true, channel: 'web' },
  stuttgart: { source: stuttgart, category: stuttgartCategory, channel: 'web' },
  tainan: { source: tainan, category: tainanCategory, channel: 'phone' },
  alessandria: { source: alessandria, category: alessandriaCategory, isDaily: true, channel: 'app' },
};
const otherCity: City = { category: (name, below) => anyCategory(below, anyCategory(name)) };

/** Several cities in one shape, each row with its zone. `city`: the one to read; all of them without it. */
export function combined(city?: string): Source {
  const own = city === undefined ? undefined : cities[city]?.source;
  return {
    name: 'combined',
    title: own?.title ?? 'Open data of several cities',
    timezone: own?.timezone ?? 'Etc/UTC',
    language: own?.language ?? 'en',
    settings: own ? { ...own.settings } : { known_measures: ['close'] },
    reading: { format: 'parquet', ...(city === undefined ? {} : { only: ['city', city] as const }) },
    columns: ['uid', 'city', 'category', 'subcategory', 'status', 'created_at', 'closed_at', 'lat', 'lon', 'lang', 'tz'],
    repeats: { key: ['uid'], reason: 'repeated id' },
    read,
  };
}

function read(row: Row): Draft {
  const city = cities[needed(row, 'city')] ?? otherCity;
  const { point, note } = place(row('lon'), row('lat'));
  const told = (at: Told): Told => (city.isDaily ? { ...at, isDay: true } : at);
  const { course, isOdd } = courseOf(row, told);
  return {
    id: needed(row, 'uid'),
    category: city.category(words(row, 'category'), words(row, 'subcategory')),
    channel: channel(city.channel ?? 'unknown'),
    area: row('district'),
    description: descriptionOf(row),
    address: words(row, 'address'),
    language: row('lang') ?? 'en',
    point,
    note: note ?? (isOdd ? 'openWithClosing' : null),
    zone: zoneOf(needed(row, 'tz')),
    received: told(neededTime(row, 'created_at')),
    course,
  };
}

/** Boston's and St. Louis' descriptions are mostly the name of the category: then they say nothing. */
function descriptionOf(row: Row): string | null {
  const text = row('description');
  return text === row('category') || text === row('subcategory') ? null : text;
}

const outcomes: Readonly<Record<string, Outcome>> = { closed: 'resolved', cancelled: 'withdrawn' };

function courseOf(row: Row, told: (at: Told) => Told): { course: Course; isOdd?: boolean } {
  const status = row('status');
  if (status === null) return { course: { state: 'untold' } };
  const closed = time(row, 'closed_at');
  if (status === 'open' || status === 'in_progress') {
    return { course: { state: status === 'open' ? 'received' : 'taken' }, isOdd: closed !== null };
  }
  const outcome = outcomes[status];
  if (!outcome) throw new RangeError(`status: "${status}" is not known`);
  return { course: closed ? { state: 'closed', closed: told(closed), outcome } : { state: 'untold', note: 'closedUntold' } };
}
