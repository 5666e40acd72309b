import { z } from '@hono/zod-openapi';
import { choiceField, envelopeFields, nameField, statsQuery } from './envelope.ts';

const backlogBy = ['none', 'category', 'area', 'office'] as const;
export type BacklogBy = (typeof backlogBy)[number];

/** First whole day of each age class: 0–7, 8–30, 31–90, 91–180, 181–365, more. */
export const ageClasses = [0, 8, 31, 91, 181, 366] as const;

export const backlogQuery = statsQuery({ by: choiceField(backlogBy, 'One row for each value.') });

const row = z.object({
  key: z.string(),
  name: nameField,
  open: z.number().int(),
  ages: z.array(z.number().int()).openapi({ description: 'Open reports in each age class.' }),
  medianAge: z.number().nullable().openapi({ description: 'Age in days that half of the open reports exceed.' }),
  oldestAge: z.number().int().nullable().openapi({ description: 'Whole days.' }),
});
export type BacklogRow = z.infer<typeof row>;

const backlogFields = {
  by: z.enum(backlogBy),
  classes: z
    .array(z.object({ from: z.number().int(), to: z.number().int().nullable() }))
    .openapi({ description: 'Whole days of age.' }),
  all: row,
  groups: z.array(row),
};

export const backlogAnswer = z.object({ ...envelopeFields, ...backlogFields }).openapi('Backlog');
export type Backlog = z.infer<z.ZodObject<typeof backlogFields>>;
