import { z } from '@hono/zod-openapi';
import type { SnapshotMeta } from '../snapshots/snapshot.ts';
import { tableSchemaAnswer, tableSchemaOf } from './table-schema.ts';

const fileResource = z.object({
  profile: z.literal('data-resource'),
  name: z.string(),
  title: z.string(),
  path: z.string(),
  format: z.enum(['geojson', 'parquet']),
  mediatype: z.string(),
});

/** Frictionless Data Package: every file of a snapshot, with its licence. */
export const dataPackageAnswer = z
  .object({
    profile: z.literal('data-package'),
    name: z.string(),
    title: z.string(),
    version: z.string().openapi({ description: 'The snapshot: the paths lead to its very rows.' }),
    created: z.string().openapi({ description: 'The moment the data shows (UTC).' }),
    licenses: tableSchemaAnswer.shape.licenses,
    sources: tableSchemaAnswer.shape.sources,
    resources: z.tuple([
      tableSchemaAnswer.omit({ path: true, licenses: true, sources: true }).extend({
        path: z.string(),
        format: z.literal('csv'),
        mediatype: z.literal('text/csv'),
      }),
      fileResource,
      fileResource,
    ]),
  })
  .openapi('DataPackage');

/** What a snapshot offers, with paths relative to /open-data/ that stay true. */
export function dataPackageOf(meta: SnapshotMeta): z.infer<typeof dataPackageAnswer> {
  const { licenses, sources, path: _, ...table } = tableSchemaOf(meta);
  const path = (extension: string) => `reports.${extension}?snapshot=${encodeURIComponent(meta.version)}`;
  const file = (format: 'geojson' | 'parquet', mediatype: string) => ({
    profile: 'data-resource' as const,
    name: `reports-${format}`,
    title: table.title,
    path: path(format),
    format,
    mediatype,
  });
  return {
    profile: 'data-package',
    name: `${meta.municipality}-reports`,
    title: table.title,
    version: meta.version,
    created: meta.asOf.toISOString(),
    ...(licenses ? { licenses } : {}),
    ...(sources ? { sources } : {}),
    resources: [
      { ...table, path: path('csv'), format: 'csv', mediatype: 'text/csv' },
      file('geojson', 'application/geo+json'),
      file('parquet', 'application/vnd.apache.parquet'),
    ],
  };
}
