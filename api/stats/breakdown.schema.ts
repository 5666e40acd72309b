import { z } from '@hono/zod-openapi';
import { choiceField, envelopeFields, nameField, statsQuery } from './envelope.ts';

export const breakdownBy = [
  'category',
  'subcategory',
  'area',
  'status',
  'channel',
  'office',
  'type',
  'outcome',
  'weekday',
  'hour',
] as const;
export type BreakdownBy = (typeof breakdownBy)[number];

export const breakdownQuery = statsQuery({ by: choiceField(breakdownBy, 'One row for each value.') });

const row = z.object({
  key: z.string().openapi({ description: 'A code; `none` without; weekday 1 (Monday) to 7; hour 0 to 23.' }),
  name: nameField,
  parent: z.string().nullable().openapi({ description: 'Category above, for by=subcategory.' }),
  reports: z.number().int(),
  open: z.number().int(),
  openOver90Days: z.number().int(),
  closeP50: z.number().nullable().openapi({ description: 'Days until half were closed, still-open ones counted.' }),
  tooFew: z.boolean(),
  monthly: z.array(z.number().int()).nullable().openapi({
    description: 'Reports in each month of `months`, whatever from and to say; for categories, subcategories and areas.',
  }),
});
export type BreakdownRow = z.infer<typeof row>;

const breakdownFields = {
  by: z.enum(breakdownBy),
  months: z.array(z.string()).openapi({ description: 'The 36 months up to the snapshot, YYYY-MM.' }),
  rows: z.array(row),
};

export const breakdownAnswer = z.object({ ...envelopeFields, ...breakdownFields }).openapi('Breakdown');
export type Breakdown = z.infer<z.ZodObject<typeof breakdownFields>>;
