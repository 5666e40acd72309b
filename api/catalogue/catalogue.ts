import type { z } from '@hono/zod-openapi';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { areasAnswer, categoriesAnswer, channelsAnswer, officesAnswer, streetsAnswer } from './schema.ts';

/** Areas with their boundaries, by name. */
export async function areasOf(snapshot: Snapshot): Promise<z.infer<typeof areasAnswer>> {
  const rows = await snapshot.query<{ code: string; name: string; area_km2: number; lon: number; lat: number; boundary: string }>(
    'select code, name, round(area_km2, 3) as area_km2, lon, lat, boundary::varchar as boundary from area order by name, id',
  );
  const features = rows.map(({ boundary, ...properties }) => ({
    type: 'Feature' as const,
    geometry: JSON.parse(boundary) as unknown,
    properties,
  }));
  return { type: 'FeatureCollection', features };
}

type StreetKind = z.infer<typeof streetsAnswer>['features'][number]['properties']['kind'];

/** Streets, water, railways and parks: what a plain base map is drawn of. */
export async function streetsOf(snapshot: Snapshot): Promise<z.infer<typeof streetsAnswer>> {
  const rows = await snapshot.query<{ name: string; kind: StreetKind; shape: string }>(
    'select name, kind, shape::varchar as shape from street where shape is not null order by kind, id',
  );
  const features = rows.map(({ shape, ...properties }) => ({
    type: 'Feature' as const,
    geometry: JSON.parse(shape) as unknown,
    properties,
  }));
  return { type: 'FeatureCollection', features };
}

const englishOr = (name: string) => `coalesce(${name}_en, ${name}_it, code)`;
const italianOr = (name: string) => `coalesce(${name}_it, ${name}_en, code)`;

/** Categories in their order, each after the one above it. */
export async function categoriesOf(snapshot: Snapshot): Promise<z.infer<typeof categoriesAnswer>> {
  const rows = await snapshot.query<{ code: string; it: string; en: string; parent: string | null; service_days: number | null }>(
    `select one.code, ${italianOr('one.name').replace('code', 'one.code')} as it,
       ${englishOr('one.name').replace('code', 'one.code')} as en, above.code as parent, one.service_days
     from category one left join category above on above.id = one.parent_id
     order by coalesce(above.position, one.position), coalesce(above.id, one.id), above.id is not null, one.position, one.id`,
  );
  return { categories: rows.map(({ it, en, ...row }) => ({ ...row, name: { it, en } })) };
}

/** Offices, by name. */
export async function officesOf(snapshot: Snapshot): Promise<z.infer<typeof officesAnswer>> {
  return { offices: await snapshot.query('select code, name, kind from office order by name, id') };
}

/** Channels. */
export async function channelsOf(snapshot: Snapshot): Promise<z.infer<typeof channelsAnswer>> {
  const rows = await snapshot.query<{ code: string; it: string; en: string }>(
    `select code, ${italianOr('name')} as it, ${englishOr('name')} as en from channel order by id`,
  );
  return { channels: rows.map(({ code, it, en }) => ({ code, name: { it, en } })) };
}
