import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { outcomes } from '#api/reports/lifecycle.ts';
import { type ChannelCode, channels } from './channels.ts';
import { ImportRefused } from './refusal.ts';

const field = z.string().min(1);
const timeField = z.union([
  field,
  z.strictObject({ field, order: z.enum(['year-first', 'month-first', 'day-first']).default('year-first') }),
]);
const channelCode = z.enum(Object.keys(channels) as [ChannelCode, ...ChannelCode[]]);
const coordinates = z.tuple([z.number(), z.number()]);

/** What the words of a column `status` can mean. */
const meanings = ['received', 'taken', 'fixed', 'untold', ...outcomes] as const;

const csv = z.strictObject({
  format: z.literal('csv'),
  delimiter: z.string().length(1).default(','),
  encoding: z.enum(['utf-8', 'utf-16', 'latin-1']).default('utf-8'),
  missing: z.array(z.string()).default([]),
});

const schema = z.strictObject({
  about: z.string().min(1).max(120),
  attribution: z.string().optional(),
  licence: z.string().optional(),
  file: z.discriminatedUnion('format', [csv, z.strictObject({ format: z.literal('json') })]).default({
    format: 'csv',
    delimiter: ',',
    encoding: 'utf-8',
    missing: [],
  }),
  timezone: z.string(),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'not a language code such as "it"'),
  id: z.union([field, z.array(field).min(1)]).optional(),
  received: timeField,
  taken: timeField.optional(),
  fixed: timeField.optional(),
  closed: timeField.optional(),
  due: timeField.optional(),
  status: z.strictObject({ field, values: z.record(z.string(), z.enum(meanings)) }).optional(),
  category: z.union([
    field,
    z.strictObject({
      field,
      above: field.optional(),
      spellings: z.record(z.string(), z.string()).default({}),
      english: z.record(z.string(), z.string()).default({}),
    }),
  ]),
  channel: z
    .union([z.strictObject({ always: channelCode }), z.strictObject({ field, values: z.record(z.string(), channelCode) })])
    .optional(),
  office: field.optional(),
  type: z.strictObject({ field, values: z.record(z.string(), z.enum(['issue', 'suggestion', 'complaint'])) }).optional(),
  private: z.strictObject({ field, values: z.array(z.string()).min(1) }).optional(),
  title: field.optional(),
  description: field.optional(),
  address: field.optional(),
  area: field.optional(),
  place: z
    .strictObject({
      x: field,
      y: field,
      projection: z.string().optional(),
      placeholders: z.array(coordinates).default([]),
      bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
    })
    .optional(),
});

/** How the file of a municipality is read, as its mapping file says (docs/import.md). */
export type Mapping = z.infer<typeof schema>;

/** Reads a mapping file. Errors: `ImportRefused`. */
export async function readMapping(file: string): Promise<Mapping> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ImportRefused(`mapping: ${file} cannot be read`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ImportRefused(`mapping: ${file} is not JSON (${(error as Error).message})`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || '(all)'}: ${message}`);
  throw new ImportRefused(`mapping: ${file} is not right:\n${problems.join('\n')}`);
}
