import { z } from '@hono/zod-openapi';
import { checkPeriod, filterFields } from '../http/filters.ts';
import { definitions } from './definitions.ts';

const strings = () => z.array(z.string()).optional();

/** The filters as the program understood them. */
const understoodFilters = z
  .object({
    from: z.string().optional(),
    to: z.string().optional(),
    category: strings(),
    area: strings(),
    office: strings(),
    channel: strings(),
    status: strings(),
    type: strings(),
    bbox: z.array(z.number()).readonly().optional(),
    q: z.string().optional(),
    cell: strings(),
  })
  .openapi('Filters');

/** What every answer about numbers carries: where it comes from, what its words mean, what it counted. */
export const envelopeFields = {
  snapshot: z.object({
    version: z.string().openapi({ description: 'Give it back as `snapshot` to get exactly these numbers again.' }),
    asOf: z.string().openapi({ description: 'The moment the numbers show (UTC).', example: '2026-01-01T03:00:00Z' }),
  }),
  definitions: z.array(z.object({ id: z.enum(definitions), href: z.string() })),
  filters: understoodFilters,
};
/** The answers' common part. */
export type Envelope = z.infer<z.ZodObject<typeof envelopeFields>>;

/** A name by language; null where the pages say it (a state, "without area"). */
export const nameField = z.object({ it: z.string(), en: z.string() }).nullable();
export type Name = z.infer<typeof nameField>;

/** A query of the common filters, `format`, and an endpoint's own fields; anything else is refused by name. */
export function statsQuery<Fields extends z.core.$ZodShape>(own: Fields) {
  const format = z
    .enum(['json', 'csv'])
    .optional()
    .openapi({ description: '`csv` for the same rows as a table; or send Accept: text/csv.' });
  return z.strictObject({ ...filterFields, format, ...own }).superRefine(checkPeriod as never);
}

/** A whole number in a query. */
export function integerField(min: number, max: number, otherwise: number, description: string) {
  return z
    .string()
    .optional()
    .transform((value, context) => {
      if (value === undefined || value === '') return otherwise;
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= min && number <= max) return number;
      context.addIssue({ code: 'custom', message: `a whole number from ${min} to ${max}` });
      return z.NEVER;
    })
    .openapi({ type: 'integer', minimum: min, maximum: max, default: otherwise, description });
}

/** A yes or no in a query. */
export function flagField(description: string) {
  return z
    .enum(['', 'true', 'false'])
    .optional()
    .transform((value) => value === 'true')
    .openapi({ type: 'boolean', default: false, description });
}

/** One of a few words in a query; the first one when it is not given. */
export function choiceField<const T extends readonly [string, ...string[]]>(choices: T, description: string) {
  return z
    .enum(choices)
    .optional()
    .transform((value): T[number] => value ?? choices[0])
    .openapi({ type: 'string', enum: [...choices], default: choices[0], description });
}
