import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv, Deps } from '../deps.ts';
import { cacheControl } from '../http/caching.ts';
import { validationHook } from '../http/errors.ts';
import { asOfText } from '../stats/days.ts';

const settingsSchema = z.object({
  colour: z.string().optional().openapi({ example: '#8c1d40' }),
  known_measures: z.array(z.enum(['taken', 'reply', 'close'])).optional(),
  report_url: z.url({ protocol: /^https?$/ }).optional(),
  attribution: z.string().optional(),
  licence: z.string().optional(),
});

export const municipalityAnswer = z
  .object({
    slug: z.string(),
    name: z.string(),
    isDemo: z.boolean().openapi({ description: 'The data are invented.' }),
    timezone: z.string().openapi({ example: 'Europe/Rome' }),
    language: z.string(),
    settings: settingsSchema,
    snapshot: z.object({ version: z.string(), asOf: z.string() }).nullable(),
  })
  .openapi('Municipality');

const route = createRoute({
  method: 'get',
  path: '/municipality',
  tags: ['municipality'],
  summary: 'The municipality that answers for this host, and its newest snapshot.',
  responses: { 200: { description: 'The municipality.', content: { 'application/json': { schema: municipalityAnswer } } } },
});

/** Who answers here. */
export function municipalities({ snapshots }: Pick<Deps, 'snapshots'>) {
  return new OpenAPIHono<AppEnv>({ defaultHook: validationHook }).openapi(route, async (c) => {
    const { slug, name, isDemo, timezone, language } = c.get('municipality');
    const meta = (await snapshots.current(slug))?.meta;
    const settings = settingsSchema.parse(meta?.settings ?? {});
    const snapshot = meta ? { version: meta.version, asOf: asOfText(meta.asOf) } : null;
    return c.json({ slug, name, isDemo, timezone, language, settings, snapshot }, 200, { 'cache-control': cacheControl(false) });
  });
}
