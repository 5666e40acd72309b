import { outcomes, publicStates } from '../reports/lifecycle.ts';

/** A column of the published reports: the same name in every format. */
export interface Column {
  name: string;
  /** Frictionless type. `datetime` is UTC. */
  type: 'integer' | 'number' | 'string' | 'boolean' | 'date' | 'datetime';
  description: string;
  /** DuckDB expression over r (report and report_text) and l (the lists: codes and names by number). */
  sql: string;
  /** Values it may have. */
  values?: readonly string[];
  required?: boolean;
}

const after = (seconds: string) => `r.received_at + to_seconds(r.${seconds})`;
/** Nothing is known after the arrival of reports that are not tracked. */
const known = (expression: string) => `case when r.tracked then ${expression} end`;

/** The columns of a published report, in order. */
export const columns: readonly Column[] = [
  { name: 'id', type: 'integer', required: true, description: 'Number of the report.', sql: 'r.id' },
  {
    name: 'number',
    type: 'string',
    required: true,
    description: 'Public number: year of arrival and id.',
    sql: "format('{:d}-{:05d}', year(r.day), r.id)",
  },
  { name: 'external_id', type: 'string', description: 'Its number in the system it was imported from.', sql: 'r.external_id' },
  {
    name: 'type',
    type: 'string',
    required: true,
    values: ['issue', 'suggestion', 'complaint'],
    description: 'Type of report.',
    sql: 'r.type',
  },
  {
    name: 'category',
    type: 'string',
    required: true,
    description: 'Code of the category.',
    sql: 'l.category_code[r.category_id]',
  },
  {
    name: 'category_name',
    type: 'string',
    required: true,
    description: 'Name of the category.',
    sql: 'l.category_name[r.category_id]',
  },
  {
    name: 'category_group',
    type: 'string',
    required: true,
    description: 'Code of the category of the first level.',
    sql: 'l.category_code[r.top_category_id]',
  },
  { name: 'area', type: 'string', description: 'Code of the area.', sql: 'l.area_code[r.area_id]' },
  { name: 'area_name', type: 'string', description: 'Name of the area.', sql: 'l.area_name[r.area_id]' },
  {
    name: 'office',
    type: 'string',
    description: 'Code of the office that owns it, or owned it last.',
    sql: 'l.office_code[r.office_id]',
  },
  {
    name: 'channel',
    type: 'string',
    required: true,
    description: 'Code of the channel by which it arrived.',
    sql: 'l.channel_code[r.channel_id]',
  },
  {
    name: 'status',
    type: 'string',
    values: publicStates,
    description: 'Public state at the moment of the snapshot; empty when the source tells nothing after the arrival.',
    sql: known('r.status'),
  },
  { name: 'outcome', type: 'string', values: outcomes, description: 'How it ended, when closed.', sql: known('r.outcome') },
  { name: 'requested_datetime', type: 'datetime', required: true, description: 'When it arrived (UTC).', sql: 'r.received_at' },
  {
    name: 'requested_date',
    type: 'date',
    required: true,
    description: 'Day it arrived, in the zone of the municipality.',
    sql: 'r.day',
  },
  {
    name: 'day_precision',
    type: 'boolean',
    required: true,
    description: 'True when the source tells days only: times of day mean nothing.',
    sql: 'r.day_precision',
  },
  {
    name: 'taken_datetime',
    type: 'datetime',
    description: 'When the municipality took charge of it (UTC).',
    sql: after('taken_s'),
  },
  { name: 'reply_datetime', type: 'datetime', description: 'First public reply (UTC).', sql: after('reply_s') },
  { name: 'expected_datetime', type: 'datetime', description: 'Promised date to close (UTC).', sql: 'r.due_at' },
  {
    name: 'closed_datetime',
    type: 'datetime',
    description: 'When it was closed, for the last time (UTC).',
    sql: 'r.closed_at',
  },
  {
    name: 'waiting_seconds',
    type: 'integer',
    required: true,
    description: 'Seconds spent waiting for the citizen or a third party.',
    sql: 'r.waiting_s',
  },
  { name: 'reopened', type: 'integer', required: true, description: 'How many times it was reopened.', sql: 'r.reopened' },
  {
    name: 'problem_id',
    type: 'integer',
    description: 'Lowest id among the likely duplicates it belongs to; empty when it is alone.',
    sql: 'r.cluster_id',
  },
  { name: 'title', type: 'string', description: 'Subject in a few words.', sql: 'r.title' },
  { name: 'description', type: 'string', description: 'What the person wrote.', sql: 'r.description' },
  { name: 'address', type: 'string', description: 'Address as given.', sql: 'r.address' },
  {
    name: 'lat',
    type: 'number',
    description: 'Latitude, WGS84 degrees; empty when the place is unknown.',
    sql: 'round(r.lat, 6)',
  },
  {
    name: 'lon',
    type: 'number',
    description: 'Longitude, WGS84 degrees; empty when the place is unknown.',
    sql: 'round(r.lon, 6)',
  },
];

/** The lists that columns take codes and names from: table, and its name in the language of the municipality. */
export const lists = {
  category: nameIn,
  channel: nameIn,
  area: () => 'name',
  office: () => 'name',
} as const satisfies Record<string, (language: NameLanguage) => string>;

/** Language of the names in the files: every municipality that does not speak Italian reads the English ones. */
export type NameLanguage = 'it' | 'en';

function nameIn(language: NameLanguage): string {
  return `coalesce(name_${language}, name_it, name_en, code)`;
}
