import { z } from '@hono/zod-openapi';
import { choiceField, envelopeFields, integerField, statsQuery } from './envelope.ts';

/** What a hexagon may be coloured by. */
export const hexMetrics = ['count', 'open', 'median_days', 'per_km2'] as const;
export type HexMetric = (typeof hexMetrics)[number];

export const hexesQuery = statsQuery({
  resolution: integerField(5, 11, 9, 'H3 resolution: 5 (about 250 km²) to 11 (about 2,000 m²).'),
  metric: choiceField(
    hexMetrics,
    'count, open, median_days (days until half are closed) or per_km2 (reports per square kilometre).',
  ),
});

const hexesFields = {
  resolution: z.number().int(),
  metric: z.enum(hexMetrics),
  cells: z.array(z.string()).openapi({ description: 'H3 indexes; values and counts have the same order.' }),
  values: z.array(z.number().nullable()).openapi({ description: 'The metric; null when there are too few reports.' }),
  counts: z.array(z.number().int()).openapi({ description: 'Reports in the cell.' }),
  breaks: z.array(z.number()).openapi({ description: 'Lower ends of the colour classes: round numbers, at most seven.' }),
  reports: z.number().int().openapi({ description: 'All reports that match.' }),
  withoutPlace: z.number().int().openapi({ description: 'Those of them that have no point, and are in no cell.' }),
};

export const hexesAnswer = z.object({ ...envelopeFields, ...hexesFields }).openapi('Hexes');
export type Hexes = z.infer<z.ZodObject<typeof hexesFields>>;
