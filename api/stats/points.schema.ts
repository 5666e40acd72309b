import { z } from '@hono/zod-openapi';
import { envelopeFields, integerField, statsQuery } from './envelope.ts';

export const pointsQuery = statsQuery({
  limit: integerField(1, 5_000, 2_000, 'Most points to give; the newest reports come first.'),
});

const pointsFields = {
  total: z.number().int().openapi({ description: 'Reports with a point that match.' }),
  capped: z.boolean().openapi({ description: 'true: there are more than were given.' }),
  limit: z.number().int(),
  points: z
    .object({
      id: z.array(z.number().int()),
      lon: z.array(z.number()),
      lat: z.array(z.number()),
      category: z.array(z.string()),
      status: z.array(z.string()),
      day: z.array(z.string()),
    })
    .openapi({ description: 'Columns of the same length, newest first.' }),
};

export const pointsAnswer = z.object({ ...envelopeFields, ...pointsFields }).openapi('Points');
export type Points = z.infer<z.ZodObject<typeof pointsFields>>;
