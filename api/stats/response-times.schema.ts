import { z } from '@hono/zod-openapi';
import { choiceField, envelopeFields, flagField, nameField, statsQuery } from './envelope.ts';
import { figuresField, measures, quantilesField } from './figures.ts';

const timesBy = ['none', 'category', 'area', 'office', 'channel', 'month', 'quarter', 'year'] as const;
export type TimesBy = (typeof timesBy)[number];
const clocks = ['elapsed', 'net'] as const;
export type Clock = (typeof clocks)[number];

export const timesQuery = statsQuery({
  measure: choiceField(['close', 'taken', 'reply'], 'Time to close, to take charge, or to the first public reply.'),
  by: choiceField(timesBy, 'One row for each value; months, quarters and years are those of the arrival.'),
  clock: choiceField(clocks, 'elapsed, or net of the time spent waiting for the citizen or a third party.'),
  curve: flagField('Also the curve of every row; the curve of all reports is always there.'),
});

const curve = z
  .object({
    days: z.array(z.number()).openapi({ description: 'Days since the arrival, from 0.' }),
    waiting: z.array(z.number()).openapi({ description: 'Share still waiting after so many days.' }),
    low: z.array(z.number()).openapi({ description: 'Lower end of the 95 % band (Greenwood, log-log).' }),
    high: z.array(z.number()),
    closedOnly: z.array(z.number()).openapi({ description: 'What one would wrongly draw looking only at those done.' }),
  })
  .openapi('Curve');
export type Curve = z.infer<typeof curve>;

const row = figuresField
  .extend({
    key: z.string().openapi({ description: 'A code, `none`, a period (2025-03, 2025-Q1, 2025) or `all`.' }),
    name: nameField,
    serviceDays: z.number().int().nullable().openapi({ description: 'Promised working days of the category.' }),
    onTime: z.number().nullable().openapi({ description: 'Share closed by the promised date; only for measure=close.' }),
    promised: z
      .number()
      .int()
      .openapi({ description: 'Reports with a promised date that were closed, or whose date has passed.' }),
    closedOnly: quantilesField.openapi({ description: 'What one would wrongly say looking only at those done.' }),
    curve: curve.nullable(),
  })
  .openapi('TimesRow');
export type TimesRow = z.infer<typeof row>;

const timesFields = {
  measure: z.enum(measures),
  by: z.enum(timesBy),
  clock: z.enum(clocks),
  unit: z.literal('days'),
  minimumSample: z.number().int(),
  all: row,
  groups: z.array(row),
};

export const timesAnswer = z.object({ ...envelopeFields, ...timesFields }).openapi('ResponseTimes');
export type ResponseTimes = z.infer<z.ZodObject<typeof timesFields>>;
