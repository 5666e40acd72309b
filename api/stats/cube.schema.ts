import { z } from '@hono/zod-openapi';
import { envelopeFields, integerField, statsQuery } from './envelope.ts';

export const cubeQuery = statsQuery({
  resolution: integerField(5, 11, 9, 'H3 resolution: 5 (about 250 km²) to 11 (about 2,000 m²).'),
  months: integerField(1, 120, 36, 'How many months up to the last one stand apart; what came before them is one step.'),
});

const cubeFields = {
  resolution: z.number().int(),
  months: z.array(z.string()).openapi({
    description: 'The months (YYYY-MM) of steps 1, 2, …; step 0 is all that came before the first of them.',
  }),
  cells: z.array(z.string()).openapi({ description: 'H3 indexes, rising.' }),
  lengths: z.array(z.number().int()).openapi({ description: 'How many entries each cell has.' }),
  gaps: z.array(z.number().int()).openapi({
    description: 'Cell after cell, the steps of its entries: each as the distance from the one before, the first from 0.',
  }),
  counts: z.array(z.number().int()).openapi({ description: 'Reports of each entry; never 0.' }),
  open: z.array(z.number().int()).openapi({ description: 'Those of them that are open.' }),
};

export const cubeAnswer = z.object({ ...envelopeFields, ...cubeFields }).openapi('Cube');
export type Cube = z.infer<z.ZodObject<typeof cubeFields>>;
