import { z } from '@hono/zod-openapi';

/** Query of every list: which snapshot to read. */
export const catalogueQuery = z.strictObject({
  snapshot: z.string().max(120).optional().openapi({ description: 'Version of the snapshot; without it, the newest.' }),
});

const names = z.object({ it: z.string(), en: z.string() });
const geometry = z.any().openapi({ type: 'object', description: 'GeoJSON geometry, WGS84.' });

export const areasAnswer = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        geometry,
        properties: z.object({
          code: z.string(),
          name: z.string(),
          area_km2: z.number(),
          lon: z.number().nullable().openapi({ description: 'A point inside, for the name.' }),
          lat: z.number().nullable(),
        }),
      }),
    ),
  })
  .openapi('Areas');

export const streetsAnswer = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        geometry,
        properties: z.object({ name: z.string(), kind: z.enum(['main', 'street', 'path', 'water', 'rail', 'park']) }),
      }),
    ),
  })
  .openapi('Streets');

export const categoriesAnswer = z
  .object({
    categories: z.array(
      z.object({
        code: z.string(),
        name: names,
        parent: z.string().nullable().openapi({ description: 'Code of the category above.' }),
        service_days: z.number().int().nullable().openapi({ description: 'Promised time to close, in working days.' }),
      }),
    ),
  })
  .openapi('Categories');

export const officesAnswer = z
  .object({ offices: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })) })
  .openapi('Offices');

export const channelsAnswer = z.object({ channels: z.array(z.object({ code: z.string(), name: names })) }).openapi('Channels');
