import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { Database, ReadView } from '#sql/connect.ts';
import { takeSnapshot } from './take.ts';
import type { Answer, Question, Task } from './dying.ts';

// For tests: a process of its own that takes snapshots until it is killed, reading the database through its parent.

let asked = 0;
const waiting = new Map<number, { resolve: (answer: Answer) => void }>();
process.on('message', (message: Answer | Task) => {
  if ('id' in message) waiting.get(message.id)?.resolve(message);
});

async function ask(question: Omit<Question, 'id'>): Promise<Answer> {
  const id = ++asked;
  const { promise, resolve } = Promise.withResolvers<Answer>();
  waiting.set(id, { resolve });
  process.send!({ ...question, id });
  const answer = await promise;
  if (answer.error) throw new Error(answer.error);
  return answer;
}

const readView: Database['readView'] = async (work) => {
  await ask({ op: 'begin' });
  const view: ReadView = {
    query: async <R>(sql: string) => (await ask({ op: 'query', sql })).rows as R[],
    copyOut: async (sql) => Readable.from([Buffer.from((await ask({ op: 'copyOut', sql })).text!)]),
  };
  try {
    return await work(view);
  } finally {
    await ask({ op: 'end' });
  }
};
const database = { readView, alone: (_name, work) => work({ confirm: async () => {} }) } as Database;

const [task] = (await once(process, 'message')) as [Task];
process.send!({ ready: true });
const context = { database, dataDir: task.dataDir, now: () => new Date(), log: () => {}, progress: () => {} };
do {
  await takeSnapshot(context, task.municipality, { mode: 'full' }).then(
    () => process.send!({ taken: true }),
    (error: Error) => process.send!({ taken: false, message: error.message }),
  );
} while (task.endless);
process.disconnect();
