import { hash as digestOf } from 'node:crypto';
import { codeOf } from '#api/references/references.ts';
import { categoryNames } from './categories.ts';
import { channel, channelWords } from './channels.ts';
import { needed, neededTime, time, words } from './cells.ts';
import { placer } from './coordinates.ts';
import type { Mapping } from './mapping.ts';
import type { Reading } from './reading.ts';
import type { ChannelName, Course, Draft, OfficeName, Row, RowPlace, Source } from './source.ts';
import type { Told } from './told-time.ts';
import { zoneOf } from './zone.ts';

type TimeField = Mapping['received'];

/** The importer that a mapping file describes. Errors: RangeError for a time zone or projection that is not known. */
export function generic(mapping: Mapping): Source {
  const fields = fieldsOf(mapping);
  const lower = fields.map((field) => field.toLowerCase());
  return {
    name: 'generic',
    title: mapping.about,
    timezone: mapping.timezone,
    language: mapping.language,
    settings: {
      known_measures: knownMeasures(mapping),
      ...(mapping.attribution ? { attribution: mapping.attribution } : {}),
      ...(mapping.licence ? { licence: mapping.licence } : {}),
    },
    reading: readingOf(mapping, fields),
    columns: lower,
    repeats: mapping.id ? { key: lowerAll(mapping.id), reason: 'repeated id' } : { key: lower },
    read: reader(mapping, lower),
  };
}

function readingOf({ file }: Mapping, fields: readonly string[]): Reading {
  return file.format === 'json' ? { format: 'json', fields } : file;
}

function reader(mapping: Mapping, fields: readonly string[]): (row: Row, place: RowPlace) => Draft {
  const zone = zoneOf(mapping.timezone);
  const { x, y, ...placing } = mapping.place ?? { x: '', y: '' };
  const place = placer(definedOnly(placing));
  const category = categoryReader(mapping);
  const channelOf = channelReader(mapping);
  const officeOf = officeReader(mapping);
  const text = (row: Row, field: string | undefined) => (field ? row(field.toLowerCase()) : null);
  const when = (row: Row, field: TimeField | undefined) => (field ? time(row, ...timeArguments(field)) : null);
  const ids = mapping.id && lowerAll(mapping.id);
  return (row, { occurrence }) => {
    const { point, note } = mapping.place ? place(text(row, x), text(row, y)) : { point: null, note: null };
    const course = courseOf(mapping, row, when);
    return {
      id: ids ? ids.map((field) => needed(row, field)).join(' ') : digestId(row, fields, occurrence),
      type: word(row, mapping.type, 'type') ?? 'issue',
      category: category(row),
      channel: channelOf(row),
      office: officeOf(row),
      area: mapping.area ? words(row, mapping.area.toLowerCase()) : null,
      title: text(row, mapping.title),
      description: text(row, mapping.description),
      address: text(row, mapping.address),
      language: mapping.language,
      point,
      isPrivate: mapping.private?.values.includes(text(row, mapping.private.field)?.trim() ?? '') ?? false,
      note,
      zone,
      received: neededTime(row, ...timeArguments(mapping.received)),
      due: when(row, mapping.due),
      course,
    };
  };
}

function courseOf(mapping: Mapping, row: Row, when: (row: Row, field: TimeField | undefined) => Told | null): Course {
  const taken = when(row, mapping.taken);
  const fixed = when(row, mapping.fixed);
  const closed = when(row, mapping.closed);
  const meaning = mapping.status ? word(row, mapping.status, 'status') : meaningOfTimes(mapping, taken, fixed, closed);
  if (meaning === undefined) return { state: 'untold', note: 'statusUntold' };
  if (meaning === 'untold') return { state: 'untold' };
  if (meaning === 'received') return taken ? { state: 'taken', taken } : { state: 'received' };
  if (meaning === 'taken') return { state: 'taken', taken };
  if (meaning === 'fixed') return fixed ? { state: 'fixed', taken, fixed } : { state: 'untold', note: 'closedUntold' };
  return closed ? { state: 'closed', taken, closed, outcome: meaning } : { state: 'untold', note: 'closedUntold' };
}

/** Without a column for the status the times tell it. */
function meaningOfTimes(mapping: Mapping, taken: Told | null, fixed: Told | null, closed: Told | null) {
  if (closed) return 'resolved';
  if (fixed) return 'fixed';
  if (taken) return 'taken';
  return mapping.closed || mapping.taken ? 'received' : 'untold';
}

/** What a word of a row means; undefined for an empty cell. Errors: RangeError for a word that the mapping lacks. */
function word<T extends string>(
  row: Row,
  mapped: { field: string; values: Record<string, T> } | undefined,
  name: string,
): T | undefined {
  const said = mapped && row(mapped.field.toLowerCase())?.trim();
  if (!said) return undefined;
  const meaning = Object.hasOwn(mapped.values, said) ? mapped.values[said] : undefined;
  if (meaning === undefined)
    throw new RangeError(`${mapped.field}: the mapping says nothing of the ${name} "${said.slice(0, 60)}"`);
  return meaning;
}

function categoryReader({ category: mapped, language }: Mapping) {
  const { field, above, spellings, english } =
    typeof mapped === 'string' ? { field: mapped, spellings: {}, english: {} } : { above: undefined, ...mapped };
  const category = categoryNames(language, english);
  const spelled = new Map(Object.entries(spellings));
  const name = (row: Row, column: string) => {
    const said = words(row, column.toLowerCase());
    return said && (spelled.get(said) ?? said);
  };
  return (row: Row) => category(name(row, field), above ? category(name(row, above)) : null);
}

function channelReader({ channel: mapped }: Mapping): (row: Row) => ChannelName {
  if (!mapped) return () => channel('unknown');
  if ('always' in mapped) return () => channel(mapped.always);
  const find = channelWords(mapped.values);
  return (row) => find(row(mapped.field.toLowerCase()));
}

function officeReader({ office: field }: Mapping): (row: Row) => OfficeName | null {
  const known = new Map<string, OfficeName>();
  return (row) => {
    const name = field && words(row, field.toLowerCase());
    if (!name) return null;
    const office = known.get(name) ?? { code: codeOf(name) || 'office', name };
    known.set(name, office);
    return office;
  };
}

/** A number for a row that has none: equal rows get different ones, whatever their order. */
function digestId(row: Row, fields: readonly string[], occurrence: number): string {
  const digest = digestOf('sha256', fields.map((field) => row(field) ?? '').join('\n')).slice(0, 20);
  return occurrence === 1 ? digest : `${digest}-${occurrence}`;
}

function timeArguments(mapped: TimeField): [column: string, order?: 'year-first' | 'month-first' | 'day-first'] {
  return typeof mapped === 'string' ? [mapped.toLowerCase()] : [mapped.field.toLowerCase(), mapped.order];
}

function knownMeasures(mapping: Mapping): ('taken' | 'close')[] {
  const knowsEnd = mapping.closed !== undefined;
  return [...(mapping.taken ? (['taken'] as const) : []), ...(knowsEnd ? (['close'] as const) : [])];
}

/** Every column the mapping names, once. */
function fieldsOf({
  id,
  received,
  taken,
  fixed,
  closed,
  due,
  status,
  category,
  channel: by,
  office,
  type,
  ...more
}: Mapping): string[] {
  const times = [received, taken, fixed, closed, due].map((each) => (typeof each === 'object' ? each.field : each));
  const categories = typeof category === 'string' ? [category] : [category.field, category.above];
  const channels = by && 'field' in by ? [by.field] : [];
  const { private: hidden, title, description, address, area, place } = more;
  const others = [status?.field, ...categories, ...channels, office, type?.field, hidden?.field, place?.x, place?.y];
  const all = [...(id === undefined ? [] : [id].flat()), ...times, ...others, title, description, address, area];
  return [...new Map(all.filter((each) => each !== undefined).map((each) => [each.toLowerCase(), each])).values()];
}

function lowerAll(fields: string | readonly string[]): string[] {
  return [fields].flat().map((field) => field.toLowerCase());
}

/** Without the keys that say `undefined`. */
function definedOnly<T extends object>(given: T) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
