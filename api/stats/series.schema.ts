import { z } from '@hono/zod-openapi';
import { choiceField, envelopeFields, nameField, statsQuery } from './envelope.ts';

const seriesUnits = ['month', 'week', 'day'] as const;
export type SeriesUnit = (typeof seriesUnits)[number];
const seriesSplits = ['none', 'category', 'area', 'status', 'channel'] as const;
export type SeriesSplit = (typeof seriesSplits)[number];

export const seriesQuery = statsQuery({
  unit: choiceField(seriesUnits, 'Length of a step; weeks begin on Monday. All in local days.'),
  split: choiceField(seriesSplits, 'One line for each of the six most frequent values, and one for the rest.'),
});

const perBucket = z.array(z.number().int());

const seriesFields = {
  unit: z.enum(seriesUnits),
  split: z.enum(seriesSplits),
  buckets: z.array(z.string()).openapi({ description: 'First day of each step, without gaps.' }),
  groups: z.array(
    z.object({
      key: z.string().openapi({ description: 'A code, `none` (without), `rest` (all other values) or `all`.' }),
      name: nameField,
      received: perBucket.openapi({ description: 'Reports that arrived in the step.' }),
      closed: perBucket.openapi({ description: 'Reports closed in the step, whenever they arrived.' }),
      openAtEnd: perBucket.openapi({ description: 'Reports open at the end of the step, whenever they arrived.' }),
    }),
  ),
  partial: z.object({ first: z.boolean(), last: z.boolean() }).openapi({
    description: 'Whether the first or last step is cut by from, to, or the moment of the snapshot.',
  }),
};

export const seriesAnswer = z.object({ ...envelopeFields, ...seriesFields }).openapi('Series');
export type Series = z.infer<z.ZodObject<typeof seriesFields>>;
