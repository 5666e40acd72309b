import { z } from '@hono/zod-openapi';
import { envelopeFields, nameField, statsQuery } from './envelope.ts';

export const trendsQuery = statsQuery({});

const days = z.object({ from: z.string(), to: z.string() });
const change = z.number().nullable();

const row = z
  .object({
    key: z.string().openapi({ description: 'Code of a category; `all`.' }),
    name: nameField,
    reports: z.number().int().openapi({ description: 'Reports of the period.' }),
    before: z.number().int().openapi({ description: 'Reports of the same days a year before.' }),
    change: change.openapi({ description: '0.1 is ten per cent more than a year before; null with too few.' }),
    changeWithoutUnusual: change.openapi({ description: 'The same, had the unusual days been as usual.' }),
    tooFew: z.boolean(),
    monthly: z.array(z.number().int()).openapi({ description: 'Reports in each of `months`.' }),
  })
  .openapi('TrendsRow');
export type TrendsRow = z.infer<typeof row>;

const part = z.object({
  key: z.string(),
  name: nameField,
  reports: z.number().int(),
  usual: z.number().openapi({ description: 'Median of the same weekday in the eight weeks before and after.' }),
});
export type UnusualPart = z.infer<typeof part>;

const unusual = z
  .object({
    day: z.string(),
    reports: z.number().int(),
    usual: z.number(),
    categories: z.array(part).openapi({ description: 'At most three categories that made it, the greatest excess first.' }),
    kinds: z.array(part).openapi({ description: 'The same one level below.' }),
  })
  .openapi('UnusualDay');
export type UnusualDay = z.infer<typeof unusual>;

const trendsFields = {
  period: days.nullable().openapi({
    description: 'At most twelve months up to `to` or the eve of the snapshot, as many as there are a year before; null: none.',
  }),
  before: days.nullable().openapi({ description: 'The same days a year before.' }),
  months: z.array(z.string()).openapi({ description: 'Months of the days shown, YYYY-MM.' }),
  partial: z
    .object({ first: z.boolean(), last: z.boolean() })
    .openapi({ description: 'Whether the first or last month is cut.' }),
  all: row,
  categories: z.array(row).openapi({ description: 'Most growth first, unusual days taken as usual; those with too few last.' }),
  days: z.object({
    from: z.string(),
    to: z.string(),
    counts: z.array(z.number().int()).openapi({ description: 'Reports of each day, without gaps.' }),
    median: z.number().nullable().openapi({ description: 'Reports of the middle day of the last twelve months.' }),
  }),
  unusual: z.array(unusual).openapi({ description: 'Days with far more reports than usual, in order.' }),
  hours: z.object({
    counts: z.array(z.array(z.number().int())).openapi({
      description: 'Monday to Sunday, each from 0 to 23: reports of the days shown, the unusual ones left out.',
    }),
    reports: z.number().int().openapi({ description: 'Reports in `counts`.' }),
    withoutHour: z.number().int().openapi({ description: 'Reports of sources that tell the day only.' }),
  }),
};

export const trendsAnswer = z.object({ ...envelopeFields, ...trendsFields }).openapi('Trends');
export type Trends = z.infer<z.ZodObject<typeof trendsFields>>;
