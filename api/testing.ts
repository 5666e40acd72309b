import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { variables } from './env.ts';

const root = path.join(import.meta.dirname, '..');
const askAgainMs = 25;

/** How a program ended, and all that it said. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A program of ours, running in a process of its own. */
export interface Program {
  child: ChildProcess;
  stdout: () => string;
  /** When it has ended, and its output is complete. */
  ended: Promise<Ended>;
}

/** Starts a file of this project as people do, with these settings and no others of ours. */
export function startProgram(file: string, args: readonly string[], settings: Record<string, string | undefined>): Program {
  const ours = new Set(['NODE_ENV', ...variables.map(({ name }) => name)]);
  const inherited = Object.entries(process.env).filter(([name]) => !ours.has(name) && !name.startsWith('VITEST'));
  const env = { ...Object.fromEntries(inherited), ...settings };
  const child = spawn(process.execPath, [file, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => (said[stream] += text));
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, stdout: () => said.stdout, ended };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Asks until the answer is wanted. Fails with what the programs said when one of them ends before. */
export async function untilAnswered(
  url: string,
  isWanted: (answer: Response) => boolean,
  ...programs: Program[]
): Promise<Response> {
  for (;;) {
    const answer = await fetch(url, { headers: { connection: 'close' } }).catch(() => undefined);
    if (answer && isWanted(answer)) return answer;
    await answer?.body?.cancel();
    for (const { child, ended } of programs) {
      if (child.exitCode !== null || child.signalCode !== null)
        expect.unreachable(`it has ended: ${JSON.stringify(await ended)}`);
    }
    await pause(askAgainMs);
  }
}

/** Ends whatever is left of them. */
export async function killPrograms(programs: readonly Program[]): Promise<void> {
  for (const { child } of programs) child.kill('SIGKILL');
  await Promise.all(programs.map(({ ended }) => ended));
}
