import { categoryNames } from './categories.ts';
import { channelWords } from './channels.ts';
import { needed, neededTime, time, words } from './cells.ts';
import { placer } from './coordinates.ts';
import type { Course, OfficeName, Row, Source } from './source.ts';
import { zoneOf } from './zone.ts';

const zone = zoneOf('America/New_York');
/** Where reports without a place are put: City Hall, rounded. */
const cityHall = [-71.0587, 42.3594] as const;
const place = placer({ placeholders: [cityHall], bounds: [-71.2, 42.2, -70.9, 42.45] });
const category = categoryNames('en');
const channelOf = channelWords({
  'Constituent Call': 'phone',
  'Employee Generated': 'employee',
  'Self Service': 'web',
  'Citizens Connect App': 'app',
  'City Worker App': 'employee',
  Twitter: 'social',
  'Maximo Integration': 'system',
});

const departments: Readonly<Record<string, string>> = {
  PWDx: 'Public Works Department',
  ISD: 'Inspectional Services Department',
  PARK: 'Parks & Recreation Department',
  BTDT: 'Boston Transportation Department',
  INFO: "Mayor's 24 Hour Hotline",
  PROP: 'Property Management',
  BWSC: 'Boston Water & Sewer Commission',
  DISB: 'Disability Commission',
  BHA_: 'Boston Housing Authority',
  BPS_: 'Boston Public Schools',
};
const offices = new Map<string, OfficeName>(
  Object.entries(departments).map(([code, name]) => [code, { code: code.replace(/[x_]$/, '').toLowerCase(), name }]),
);

/** Categories of Boston: a type below its reason. */
export function bostonCategory(reason: string | null, type: string | null) {
  return category(type, category(reason));
}

/** Boston 311: times to the second, a department for each request. */
export const boston: Source = {
  name: 'boston',
  title: 'Boston 311',
  timezone: zone.name,
  language: 'en',
  settings: { known_measures: ['close'], attribution: 'City of Boston, 311 Service Requests', licence: 'ODC-PDDL' },
  reading: { format: 'csv' },
  columns: [
    'case_enquiry_id',
    'open_dt',
    'target_dt',
    'closed_dt',
    'case_status',
    'reason',
    'type',
    'department',
    'latitude',
    'longitude',
  ],
  repeats: { key: ['case_enquiry_id'], reason: 'repeated id' },
  read(row) {
    const type = words(row, 'type');
    const title = words(row, 'case_title');
    const { point, note } = place(row('longitude'), row('latitude'));
    const office = offices.get(row('department')?.trim() ?? '') ?? null;
    return {
      id: needed(row, 'case_enquiry_id'),
      category: bostonCategory(words(row, 'reason'), type),
      channel: channelOf(row('source')),
      office,
      area: words(row, 'neighborhood'),
      title: title === type ? null : title,
      address: words(row, 'location'),
      language: 'en',
      point,
      note,
      zone,
      received: neededTime(row, 'open_dt'),
      due: time(row, 'target_dt'),
      course: course(row, office),
    };
  },
};

/** Every open request is in the queue of a department. */
function course(row: Row, office: OfficeName | null): Course {
  const status = needed(row, 'case_status');
  if (status === 'Open') return { state: office ? 'taken' : 'received' };
  if (status !== 'Closed') throw new RangeError(`case_status: "${status}" is not known`);
  const closed = time(row, 'closed_dt');
  return closed ? { state: 'closed', closed, outcome: 'resolved' } : { state: 'untold', note: 'closedUntold' };
}
