import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Database, ReadView } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';

/** What the process has to do: take one snapshot, or one after the other until it is killed. */
export interface Task {
  dataDir: string;
  municipality: Municipality;
  endless: boolean;
}

/** What the process asks of the database. */
export interface Question {
  id: number;
  op: 'begin' | 'query' | 'copyOut' | 'end';
  sql?: string;
}

/** What it is answered. */
export interface Answer {
  id: number;
  rows?: unknown[];
  text?: string;
  error?: string;
}

/** What it tells of each snapshot. */
export interface Told {
  taken: boolean;
  message?: string;
}

/**
 * For tests: starts a process that takes snapshots of a municipality of the given database. `largestFile`: bytes beyond which
 * the system refuses to write to a file, as on a full disk.
 */
export function startRun(database: Database, task: Task, largestFile?: number) {
  const program = [process.execPath, fileURLToPath(new URL('./dying-run.ts', import.meta.url))];
  const limit = largestFile === undefined ? 'unlimited' : Math.floor(largestFile / 512);
  const child = spawn('sh', ['-c', `ulimit -f ${limit}; exec "$0" "$@"`, ...program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const told: Told[] = [];
  const listeners: ((one: Told) => void)[] = [];
  const answer = answerer(database, child);
  child.on('message', (message: Question | Told | { ready: true }) => {
    if ('op' in message) return answer(message);
    if ('ready' in message) return isReady();
    told.push(message);
    return listeners.shift()?.(message);
  });
  const exit = once(child, 'exit');
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  child.send(task);
  return {
    /** Resolved when the process begins its first snapshot. */
    ready,
    /** The next word about a snapshot. */
    next: () => new Promise<Told>((resolve) => listeners.push(resolve)),
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    /** All it told, once it has ended by itself. */
    async ended() {
      await exit;
      return told;
    },
  };
}

/** Answers from one view of the database at a time; the view ends with the process. */
function answerer(database: Database, child: ChildProcess) {
  let view: ReadView | undefined;
  let end = () => {};
  child.on('exit', () => end());
  const send = (answer: Answer) => child.connected && child.send(answer, () => {});
  return ({ id, op, sql }: Question): void => {
    const work = async (): Promise<Omit<Answer, 'id'>> => {
      if (op === 'query') return { rows: await view!.query(sql!) };
      if (op === 'copyOut') return { text: (await (await view!.copyOut(sql!)).toArray()).map(String).join('') };
      end();
      return {};
    };
    if (op === 'begin') {
      void database.readView((opened) => {
        view = opened;
        send({ id });
        return new Promise<void>((resolve) => (end = resolve));
      });
      return;
    }
    work().then(
      (answer) => send({ id, ...answer }),
      (error: Error) => send({ id, error: error.message }),
    );
  };
}
