import { z } from '@hono/zod-openapi';
import type { SnapshotMeta } from '../snapshots/snapshot.ts';
import { columns, type NameLanguage } from './columns.ts';

/** Frictionless Data Resource with the Table Schema of the published reports. */
export const tableSchemaAnswer = z
  .object({
    profile: z.literal('tabular-data-resource'),
    name: z.literal('reports'),
    title: z.string(),
    path: z.array(z.string()),
    encoding: z.literal('utf-8'),
    licenses: z.array(z.object({ name: z.string().optional(), path: z.string().optional() })).optional(),
    sources: z.array(z.object({ title: z.string() })).optional(),
    schema: z.object({
      fields: z.array(
        z.object({
          name: z.string(),
          type: z.string(),
          description: z.string(),
          constraints: z.object({ required: z.boolean().optional(), enum: z.array(z.string()).optional() }).optional(),
        }),
      ),
      primaryKey: z.literal('id'),
      missingValues: z.array(z.string()),
    }),
  })
  .openapi('TableSchema');

/** The columns explained, from the one list that all formats are made of. */
export function tableSchemaOf({ name, settings }: SnapshotMeta): z.infer<typeof tableSchemaAnswer> {
  const fields = columns.map((column) => {
    const constraints = {
      ...(column.required ? { required: true } : {}),
      ...(column.values ? { enum: [...column.values] } : {}),
    };
    const { name, type, description } = column;
    return { name, type, description, ...(Object.keys(constraints).length > 0 ? { constraints } : {}) };
  });
  const licence = settings.licence;
  return {
    profile: 'tabular-data-resource',
    name: 'reports',
    title: `Reports: ${name}`,
    path: ['reports.csv'],
    encoding: 'utf-8',
    ...(licence ? { licenses: [isUrl(licence) ? { path: licence } : { name: licence }] } : {}),
    ...(settings.attribution ? { sources: [{ title: settings.attribution }] } : {}),
    schema: { fields, primaryKey: 'id', missingValues: [''] },
  };
}

/** Names of categories exist in two languages; every other municipality reads the English ones. */
export function namesIn(language: string): NameLanguage {
  return language.toLowerCase().split('-')[0] === 'it' ? 'it' : 'en';
}

/** Whether a licence is told by its address. */
export function isUrl(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/.test(text);
}
