import { categoryNames } from './categories.ts';
import { channel } from './channels.ts';
import { needed, neededTime, time, words } from './cells.ts';
import { placer } from './coordinates.ts';
import type { Course, Row, Source } from './source.ts';
import { zoneOf } from './zone.ts';

const zone = zoneOf('America/Chicago');
const place = placer({ bounds: [-88, 41.6, -87.5, 42.05] });
const category = categoryNames('en');

/** Categories of Chicago: the nature of the violation below the type of request. */
export function chicagoCategory(type: string | null, nature: string | null) {
  return category(nature, category(type));
}

/** Chicago's sanitation complaints: days only; of rows with the same number the first counts. */
export const chicago: Source = {
  name: 'chicago',
  title: 'Chicago 311, sanitation code complaints',
  timezone: zone.name,
  language: 'en',
  settings: { known_measures: ['close'], attribution: 'City of Chicago, 311 Service Requests' },
  reading: { format: 'csv' },
  columns: [
    'creation_date',
    'status',
    'completion_date',
    'service_request_number',
    'type_of_service_request',
    'latitude',
    'longitude',
  ],
  repeats: { key: ['service_request_number'], reason: 'repeated id' },
  read(row) {
    const { point, note } = place(row('longitude'), row('latitude'));
    return {
      id: needed(row, 'service_request_number'),
      category: chicagoCategory(words(row, 'type_of_service_request'), words(row, 'what_is_the_nature_of_this_code_violation')),
      channel: channel('unknown'),
      address: words(row, 'street_address'),
      language: 'en',
      point,
      note,
      zone,
      received: neededTime(row, 'creation_date'),
      course: course(row),
    };
  },
};

function course(row: Row): Course {
  const [status, duplicate] = needed(row, 'status').split(' - ');
  const outcome = duplicate === 'Dup' ? 'duplicate' : 'resolved';
  if (status === 'Open') return { state: 'received' };
  if (status !== 'Completed') throw new RangeError(`status: "${status}" is not known`);
  const closed = time(row, 'completion_date');
  return closed ? { state: 'closed', closed, outcome } : { state: 'untold', note: 'closedUntold' };
}
