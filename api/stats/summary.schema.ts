import { z } from '@hono/zod-openapi';
import { envelopeFields, statsQuery } from './envelope.ts';
import { figuresField } from './figures.ts';

export const summaryQuery = statsQuery({});

const share = z.number().nullable();
const period = z.object({
  from: z.string(),
  to: z.string(),
  reports: z.number().int(),
  closeP50: z.number().nullable().openapi({ description: 'Days until half of them were closed.' }),
  closeP90: z.number().nullable(),
  takenP50: z.number().nullable(),
  onTimeShare: share,
  reopenedShare: share,
});

const summaryFields = {
  reports: z.number().int(),
  problems: z.number().int().openapi({ description: 'Different problems: likely duplicates count once.' }),
  tracked: z.number().int().openapi({ description: 'Reports of which more than the arrival is known.' }),
  open: z.number().int(),
  closed: z.number().int(),
  times: z.object({ taken: figuresField, reply: figuresField, close: figuresField }),
  onTime: z.object({
    share,
    met: z.number().int(),
    decided: z
      .number()
      .int()
      .openapi({ description: 'Reports with a promised date that were closed, or whose date has passed.' }),
  }),
  reopened: z.object({
    share,
    reopened: z.number().int(),
    everClosed: z.number().int(),
  }),
  period: period.nullable().openapi({ description: 'The period asked for; without from and to, the last twelve months.' }),
  before: period
    .extend({ complete: z.boolean().openapi({ description: 'false: the data begins inside it, so there is no comparison.' }) })
    .nullable(),
  change: z
    .object({
      reports: share.openapi({ description: '0.1 is ten per cent more than the period before.' }),
      closeP50: z.number().nullable().openapi({ description: 'Days more (less: negative) than the period before.' }),
      takenP50: z.number().nullable(),
      onTimeShare: z.number().nullable().openapi({ description: 'Difference of the two shares.' }),
      reopenedShare: z.number().nullable(),
    })
    .nullable(),
};

export const summaryAnswer = z.object({ ...envelopeFields, ...summaryFields }).openapi('Summary');
export type Summary = z.infer<z.ZodObject<typeof summaryFields>>;
export type SummaryPeriod = z.infer<typeof period>;
