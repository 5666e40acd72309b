import { z } from '@hono/zod-openapi';
import { envelopeFields, integerField, nameField, statsQuery } from './envelope.ts';

export const duplicatesQuery = statsQuery({ limit: integerField(0, 100, 20, 'How many of the biggest clusters.') });

const shares = {
  reports: z.number().int(),
  problems: z.number().int().openapi({ description: 'Different problems: a cluster of likely duplicates counts once.' }),
  repeats: z.number().int().openapi({ description: 'Reports less problems.' }),
  share: z.number().nullable().openapi({ description: 'Repeats among the reports.' }),
};
const row = z.object({ key: z.string(), name: nameField, ...shares });
export type DuplicateRow = z.infer<typeof row>;

const reason = z.object({
  kind: z.string(),
  value: z.union([z.number(), z.string()]).optional(),
  weight: z.number().optional().openapi({ description: 'Bits for (positive) or against.' }),
});
export type DuplicateReason = z.infer<typeof reason>;

const cluster = z.object({
  id: z.number().int().openapi({ description: 'Its lowest report number.' }),
  reports: z.number().int(),
  category: z.string(),
  area: z.string().nullable(),
  firstDay: z.string(),
  lastDay: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  open: z.number().int(),
  members: z.array(
    z.object({
      id: z.number().int(),
      day: z.string(),
      status: z.string(),
      original: z.number().int().nullable().openapi({ description: 'The earlier report it most likely repeats.' }),
      score: z.number().nullable(),
      reasons: z
        .array(reason)
        .openapi({ description: 'Why, strongest words of the score: metres, days, category, text, address.' }),
    }),
  ),
});
export type DuplicateCluster = z.infer<typeof cluster>;

const duplicatesFields = {
  ...shares,
  byCategory: z.array(row),
  byArea: z.array(row),
  clusterCount: z.number().int(),
  clusters: z.array(cluster),
};

export const duplicatesAnswer = z.object({ ...envelopeFields, ...duplicatesFields }).openapi('Duplicates');
export type Duplicates = z.infer<z.ZodObject<typeof duplicatesFields>>;
