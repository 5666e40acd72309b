import type { Outcome } from '#api/reports/lifecycle.ts';
import { codeOf } from '#api/references/references.ts';
import { categoryNames } from './categories.ts';
import { channelWords } from './channels.ts';
import { needed, neededTime, time, words } from './cells.ts';
import { placer } from './coordinates.ts';
import type { Course, Draft, OfficeName, Row, Source } from './source.ts';
import { endOfDay, type Told } from './told-time.ts';
import { zoneOf } from './zone.ts';

const zone = zoneOf('America/Chicago');
const place = placer({ projection: 'ESRI:102696', placeholders: [[1, 1]], bounds: [-90.35, 38.5, -90.15, 38.8] });
const category = categoryNames('en');
const channelOf = channelWords({
  PHONE: 'phone',
  'CSB VCML': 'phone',
  WEB: 'web',
  TWITTER: 'social',
  EMAIL: 'email',
  MAILED: 'letter',
  FAX: 'letter',
  'ADMIN BUILDING': 'employee',
  'FIRE STATION': 'employee',
  GARAGE: 'employee',
  'REC CENTER': 'employee',
  DEPT_REF: 'employee',
  PARK: 'employee',
  INTERNAL: 'employee',
  WAREHOUSE: 'employee',
});

/** What the words of the city's systems mean, in small letters. */
const statuses: Readonly<Record<string, 'received' | 'taken' | 'fixed' | Outcome>> = {
  new: 'received',
  closed: 'resolved',
  cancel: 'withdrawn',
  complete: 'fixed',
  disptch: 'taken',
  'dispatch to contractor': 'taken',
  pending: 'taken',
  fieldcrw: 'taken',
  scheduled: 'taken',
  inspect: 'taken',
  reinsp: 'taken',
  letter: 'taken',
  hearing: 'taken',
  extended: 'taken',
  // No time is told from which the city waits, so the clock is not stopped.
  'on hold': 'taken',
  'sent bps': 'taken',
  'bps not needed': 'taken',
  'bps approved': 'taken',
};

/** Categories of St. Louis: the code of the problem, by its description. */
export function stLouisCategory(description: string | null) {
  return category(description);
}

/** Citizens' Service Bureau of St. Louis: state-plane feet, "NULL" and "NA", twenty words for the state. */
export const stlouis: Source = {
  name: 'stlouis',
  title: "St. Louis Citizens' Service Bureau",
  timezone: zone.name,
  language: 'en',
  settings: { known_measures: ['close'], attribution: "City of St. Louis, Citizens' Service Bureau" },
  reading: { format: 'csv', missing: ['NULL', 'NA'] },
  columns: [
    'requestid',
    'problemcode',
    'description',
    'submitto',
    'datetimeinit',
    'datetimeclosed',
    'srx',
    'sry',
    'status',
    'datecancelled',
  ],
  // A request about several problems has one row for each.
  repeats: { key: ['requestid', 'problemcode'], reason: 'repeated id' },
  read(row) {
    const { point, note } = place(row('srx'), row('sry'));
    const { course, oddity } = courseOf(row);
    const due = time(row, 'prjcompletedate');
    const ward = words(row, 'ward');
    return {
      id: `${needed(row, 'requestid')} ${row('problemcode')?.trim() ?? ''}`.trim(),
      category: stLouisCategory(words(row, 'description') ?? words(row, 'problemcode')),
      channel: channelOf(row('callertype')),
      office: officeOf(row('submitto')),
      area: ward && `Ward ${ward}`,
      address: words(row, 'probaddress'),
      language: 'en',
      point,
      note: note ?? oddity ?? null,
      zone,
      received: local(neededTime(row, 'datetimeinit')),
      due: due && endOfDay(due),
      course,
    };
  },
};

/** Times end in "Z" but are local: requests come in at 8 to 16 o'clock. */
function local(told: Told): Told {
  return { ...told, offset: null };
}

function courseOf(row: Row): { course: Course; oddity?: Draft['note'] } {
  const closed = time(row, 'datetimeclosed');
  const word = words(row, 'status');
  if (!word) {
    if (closed) return { course: { state: 'closed', closed, outcome: 'resolved' } };
    return { course: { state: 'untold', note: 'statusUntold' } };
  }
  const meaning = statuses[word.toLowerCase()];
  if (!meaning) throw new RangeError(`status: "${word}" is not known`);
  if (meaning === 'received' || meaning === 'taken') {
    return { course: { state: meaning }, ...(closed ? { oddity: 'openWithClosing' as const } : {}) };
  }
  const ended = closed ?? time(row, meaning === 'fixed' ? 'dateinvtdone' : 'datecancelled');
  if (!ended) return { course: { state: 'untold', note: 'closedUntold' } };
  if (meaning === 'fixed') return { course: { state: 'fixed', fixed: ended } };
  return { course: { state: 'closed', closed: ended, outcome: meaning } };
}

const offices = new Map<string, OfficeName | null>();

/** "TRAFFIC DIVISION, 511" and "REFUSE," are offices by their first part. */
function officeOf(text: string | null): OfficeName | null {
  if (text === null) return null;
  let office = offices.get(text);
  if (office === undefined) {
    const name = text.split(',')[0]!.trim();
    office = name ? { code: codeOf(name), name } : null;
    offices.set(text, office);
  }
  return office;
}
