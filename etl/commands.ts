import { parseArgs, type ParseArgsConfig } from 'node:util';
import { migrateAll } from '#sql/migrate.ts';
import { listMunicipalities, type Municipality } from '#sql/municipality.ts';
import { createDemo } from './demo/create.ts';
import { importCommand, importHelp, importUsage } from './import.ts';
import { type EtlContext, type Job, runJob } from './job.ts';
import { allJobs } from './jobs.ts';
import { snapshotJob } from './snapshot/job.ts';
import { verify } from './verify.ts';

/** What was typed cannot be done as it stands; the message says what to type. */
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UsageError';
  }
}

/** What a command works with. `print`: lines for standard output. */
export interface CommandContext extends EtlContext {
  snapshotCron: string;
  print: (line: string) => void;
}

/** One command of `node etl/run.ts`. */
export interface Command {
  usage: string;
  about: string;
  /** Answer to `--help`, when the usage does not say all. */
  help?: string;
  /** Reads what was typed; what it returns does the work and gives the exit code. Errors: `UsageError`. */
  prepare(args: string[]): (context: CommandContext) => Promise<number>;
}

/** Every command by its name. */
export const commands: Record<string, Command> = {
  import: {
    usage: importUsage,
    about: 'imports reports from files (docs/import.md)',
    help: importHelp,
    prepare: (args) => async (context) => {
      await importCommand(args, context);
      return 0;
    },
  },
  snapshot: {
    usage: 'snapshot [--municipality <slug>] [--full]',
    about: 'takes a snapshot now',
    prepare(args) {
      const { values } = readOptions(args, { municipality: { type: 'string' }, full: { type: 'boolean' } });
      const { municipality, full = false } = values;
      return (context) => runEverywhere(context, snapshotJob({ schedule: context.snapshotCron, full }), municipality);
    },
  },
  job: {
    usage: 'job <name> [--municipality <slug>]',
    about: 'runs a job of the schedule now',
    prepare(args) {
      const { values, positionals } = readOptions(args, { municipality: { type: 'string' } }, 1);
      return (context) => runEverywhere(context, jobNamed(positionals[0], allJobs(context)), values.municipality);
    },
  },
  demo: {
    usage: 'demo [--reports <number>]',
    about: 'makes the demo municipality',
    prepare(args) {
      const { values } = readOptions(args, { reports: { type: 'string' } });
      const reports = Number(values.reports ?? 25_000);
      if (!Number.isInteger(reports) || reports < 1) throw new UsageError(`--reports ${values.reports}: a whole number from 1`);
      return async ({ database, now, progress, print }) => {
        const { slug, name } = await createDemo(database, { now: now(), onProgress: progress, reports });
        print(`${name} is there; to show it: npm run snapshot -- --municipality ${slug}`);
        return 0;
      };
    },
  },
  verify: {
    usage: 'verify [--municipality <slug>]',
    about: 'finds any altered, removed or reordered event of the log',
    prepare(args) {
      const { values } = readOptions(args, { municipality: { type: 'string' } });
      return async (context) => {
        let findings = 0;
        for (const municipality of await chosen(context, values.municipality)) {
          findings += await verify(context.database, municipality, context.print);
        }
        return findings > 0 ? 1 : 0;
      };
    },
  },
  migrate: {
    usage: 'migrate',
    about: 'brings the database up to date',
    prepare(args) {
      readOptions(args, {});
      return async ({ database, print }) => {
        const ran = await migrateAll(database);
        for (const name of ran) print(`ran ${name}`);
        print(ran.length === 0 ? 'the database is up to date' : `migrations: ${ran.length} ran`);
        return 0;
      };
    },
  },
};

/** The text for `--help`. */
export function helpText(): string {
  const lines = Object.values(commands).map(({ usage, about }) => `  ${usage}\n      ${about}`);
  const jobs = allJobs({ snapshotCron: 'SNAPSHOT_CRON' }).map(
    ({ name, schedule, about }) => `  ${name.padEnd(12)} ${schedule.padEnd(14)} ${about}`,
  );
  return ['node etl/run.ts <command>', '', ...lines, '', 'Jobs that run by the clock (zone of the municipality):', ...jobs].join(
    '\n',
  );
}

async function runEverywhere(context: CommandContext, job: Job, slug: string | undefined): Promise<number> {
  let code = 0;
  for (const municipality of await chosen(context, slug)) {
    const outcome = await runJob({ ...context, log: () => {} }, job, municipality);
    if (outcome.state === 'busy') context.print(`${municipality.slug}: ${job.name} is running already in another process`);
    else if (outcome.state === 'done') context.print(`${municipality.slug}: ${job.name} done ${JSON.stringify(outcome.detail)}`);
    else context.print(`${municipality.slug}: ${job.name} ${outcome.state}: ${outcome.error.message}`);
    if (outcome.state !== 'done') code = 1;
  }
  return code;
}

async function chosen({ database }: CommandContext, slug: string | undefined): Promise<Municipality[]> {
  const all = await listMunicipalities(database.db);
  if (all.length === 0)
    throw new UsageError('no municipality is registered yet: import one, or start the server once for the demo');
  if (slug === undefined) return all;
  const one = all.find((municipality) => municipality.slug === slug);
  if (!one) throw new UsageError(`--municipality ${slug}: one of ${all.map((known) => known.slug).join(', ')}`);
  return [one];
}

function jobNamed(name: string | undefined, jobs: readonly Job[]): Job {
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new UsageError(`job: one of ${jobs.map((one) => one.name).join(', ')}`);
  return job;
}

function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T, words = 0) {
  const read = () => parseArgs({ args, options, allowPositionals: true as const });
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read();
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]!, { cause: error });
  }
  const surplus = parsed.positionals[words];
  if (surplus !== undefined) throw new UsageError(`"${surplus}" is not expected here`);
  return parsed;
}
