import type { Outcome } from '#api/reports/lifecycle.ts';
import { categoryNames } from './categories.ts';
import { channelWords } from './channels.ts';
import { needed, neededTime, time, words } from './cells.ts';
import { placer } from './coordinates.ts';
import type { Course, OfficeName, Row, Source } from './source.ts';
import { zoneOf } from './zone.ts';

const zone = zoneOf('America/Los_Angeles');
const place = placer({ bounds: [-118.7, 33.65, -118.1, 34.4] });
const category = categoryNames('en');
const channelOf = channelWords({
  Call: 'phone',
  Voicemail: 'phone',
  'Mobile App': 'app',
  'Self Service': 'web',
  'Driver Self Report': 'employee',
  "Council's Office": 'employee',
  Email: 'email',
  'Walk-in': 'desk',
  Fax: 'letter',
  Letter: 'letter',
});

const owners: Readonly<Record<string, string>> = {
  BOS: 'Bureau of Sanitation',
  LASAN: 'LA Sanitation',
  OCB: 'Office of Community Beautification',
  BSL: 'Bureau of Street Lighting',
  BSS: 'Bureau of Street Services',
  ITA: 'Information Technology Agency',
  LADWP: 'Department of Water and Power',
};
const offices = new Map<string, OfficeName>(
  Object.entries(owners).map(([code, name]) => [code, { code: code.toLowerCase(), name }]),
);

const outcomes: Readonly<Record<string, Outcome>> = {
  Closed: 'resolved',
  Cancelled: 'withdrawn',
  'Referred Out': 'not_competent',
};

/** Categories of Los Angeles: one level. */
export function laCategory(type: string | null) {
  return category(type);
}

/** MyLA311: three spellings of the header, two of the dates. */
export const la: Source = {
  name: 'la',
  title: 'MyLA311',
  timezone: zone.name,
  language: 'en',
  settings: { known_measures: ['close'], attribution: 'City of Los Angeles, MyLA311' },
  reading: { format: 'csv' },
  columns: [
    'srnumber',
    'createddate',
    'closeddate',
    'requesttype',
    'status',
    'requestsource',
    'owner',
    'address',
    'latitude',
    'longitude',
  ],
  repeats: { key: ['srnumber'], reason: 'repeated id' },
  read(row) {
    const type = words(row, 'requesttype');
    const { point, note } = place(row('longitude'), row('latitude'));
    return {
      id: needed(row, 'srnumber'),
      type: type === 'Feedback' ? 'suggestion' : 'issue',
      category: laCategory(type),
      channel: channelOf(row('requestsource')),
      office: offices.get(row('owner')?.trim() ?? '') ?? null,
      area: words(row, 'ncname'),
      address: words(row, 'address'),
      language: 'en',
      point,
      note,
      zone,
      received: neededTime(row, 'createddate', 'month-first'),
      course: course(row),
    };
  },
};

function course(row: Row): Course {
  const status = needed(row, 'status');
  if (status === 'Open') return { state: 'received' };
  if (status === 'Pending') return { state: 'taken' };
  const outcome = outcomes[status];
  if (!outcome) throw new RangeError(`status: "${status}" is not known`);
  const closed = time(row, 'closeddate', 'month-first');
  return closed ? { state: 'closed', closed, outcome } : { state: 'untold', note: 'closedUntold' };
}
