import { z } from '@hono/zod-openapi';

/** The three times of a report. */
export const measures = ['taken', 'reply', 'close'] as const;
export type Measure = (typeof measures)[number];

const days = z.number().nullable();

/** Days until half, three in four, nine in ten; null: not reached yet, too few reports, or not known. */
export const quantilesField = z.object({ p50: days, p75: days, p90: days });
export type Quantiles = z.infer<typeof quantilesField>;

/** Times of some reports, still-open ones counted (Kaplan–Meier). Days of 24 hours. */
export const figuresField = z
  .object({
    known: z.boolean().openapi({ description: 'false: the data does not tell this time, and every figure of it is null.' }),
    tooFew: z.boolean().openapi({ description: 'true: fewer reports than the minimum sample, figures are null.' }),
    n: z.number().int().openapi({ description: 'Reports counted: it has happened, or is still awaited.' }),
    events: z.number().int().openapi({ description: 'Reports for which it has happened.' }),
    censored: z.number().int().openapi({ description: 'Reports still waiting for it when the snapshot was taken.' }),
    ...quantilesField.shape,
  })
  .openapi('Times');
export type Figures = z.infer<typeof figuresField>;
