import { EnvError, readEnv } from '#api/env.ts';
import { connect } from '#sql/connect.ts';
import { DataDirInUse } from '#sql/embedded.ts';
import { migrateAll, MigrationError } from '#sql/migrate.ts';
import { commands, helpText, UsageError } from './commands.ts';
import { ImportRefused } from './sources/refusal.ts';

/** Runs one command of the command line; returns the exit code: 0 done, 1 failed, 2 not understood. */
async function main([name, ...args]: string[]): Promise<number> {
  const command = commands[name ?? ''];
  if (!name || name === 'help' || args.includes('--help') || name === '--help') {
    console.log(command?.help ?? helpText());
    return name ? 0 : 2;
  }
  if (!command) throw new UsageError(`"${name}" is no command: one of ${Object.keys(commands).join(', ')}`);
  const work = command.prepare(args);
  const env = readEnv();
  const database = await connect({ url: env.DATABASE_URL, dir: env.DATA_DIR });
  try {
    if (name !== 'migrate') await migrateAll(database);
    return await work({
      database,
      dataDir: env.DATA_DIR,
      snapshotCron: env.SNAPSHOT_CRON,
      now: () => new Date(),
      log: (line, fields) => console.error(JSON.stringify({ at: new Date().toISOString(), line, ...fields })),
      progress: (line) => console.error(line),
      print: (line) => console.log(line),
    });
  } finally {
    await database.close();
  }
}

function isForThePerson(error: unknown): error is Error {
  return [UsageError, EnvError, MigrationError, ImportRefused].some((kind) => error instanceof kind);
}

/** One line for what a person can mend; the whole error for everything else. */
function explain(error: unknown): string {
  if (error instanceof DataDirInUse) {
    return `${error.message} (A running server takes snapshots by itself; stop it first for anything else.)`;
  }
  if (isForThePerson(error)) return error.message;
  const { code } = error as { code?: string };
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return `DATABASE_URL: the database cannot be reached (${code})`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(explain(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
