import { validate } from 'node-cron';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('Port of the web server.'),
  HOST: z.string().default('127.0.0.1').describe('Address it listens on; 0.0.0.0 for every address.'),
  DATA_DIR: z.string().min(1).default('./data').describe('Folder of the embedded database, the snapshots and the files.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'use postgres://user:password@host:5432/name' })
    .optional()
    .describe('PostGIS database (postgres://…); without it the embedded one in DATA_DIR is used.'),
  AUTH_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('Secret of sessions and links, 32 characters or more; required with DATABASE_URL.'),
  SNAPSHOT_CRON: z
    .string()
    .refine(validate, 'not a schedule in the five fields of cron')
    .default('17 * * * *')
    .describe('When snapshots are taken (cron, zone of the municipality).'),
  DEMO: z
    .enum(['auto', 'on', 'off'])
    .default('auto')
    .describe('Whether an empty database gets the demo municipality; auto: only the embedded one does.'),
});

/** Settings of the program, from environment variables. */
export type Env = Readonly<z.infer<typeof schema>>;

/** A variable is missing or wrong; the message names each one and never repeats its value. */
export class EnvError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EnvError';
  }
}

/** Name, default and meaning of every variable: docs and `--help` are made from it. */
export const variables = Object.entries(schema.shape).map(([name, field]) => ({ name, description: field.description ?? '' }));

/** Reads the environment. Errors: `EnvError`. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  if (parsed.data.DATABASE_URL && !parsed.data.AUTH_SECRET) {
    throw new EnvError(
      'AUTH_SECRET: required with DATABASE_URL (32 random characters or more; for example: openssl rand -base64 48)',
    );
  }
  return Object.freeze(parsed.data);
}
