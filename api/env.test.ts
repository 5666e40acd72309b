import { expect, test } from 'vitest';
import { EnvError, readEnv } from './env.ts';

const secret = 'x'.repeat(32);
const server = 'postgres://someone@db.example/civic';

/** What reading these settings is refused with. */
function refusal(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return (error as EnvError).message;
  }
  return 'not refused';
}

test('without any settings it listens on this machine only, in the embedded database', () => {
  expect(readEnv({})).toEqual({
    PORT: 3000,
    HOST: '127.0.0.1',
    DATA_DIR: './data',
    SNAPSHOT_CRON: '17 * * * *',
    DEMO: 'auto',
  });
});

test('an empty variable is as good as none', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '', AUTH_SECRET: '', DEMO: '' })).toEqual(readEnv({}));
});

test('what is set counts, and what is not ours is left out', () => {
  const source = { PORT: '0', HOST: '0.0.0.0', DATA_DIR: '/srv/civic', SNAPSHOT_CRON: '*/5 3 * * 1-5', DEMO: 'off' };
  const given = { ...source, DATABASE_URL: server, AUTH_SECRET: secret };
  expect(readEnv({ ...given, HOME: '/root' })).toEqual({ ...given, PORT: 0 });
  expect(readEnv({ DATABASE_URL: 'postgresql://h/d', AUTH_SECRET: secret }).DATABASE_URL).toBe('postgresql://h/d');
});

test.each([
  ['PORT', 'hunter2'],
  ['PORT', '65536'],
  ['PORT', '-17'],
  ['PORT', '80.25'],
  ['DATABASE_URL', 'hunter2'],
  ['DATABASE_URL', 'mysql://someone:hunter2@db.example/civic'],
  ['DATABASE_URL', 'someone:hunter2@db.example'],
  ['AUTH_SECRET', 'hunter2'],
  ['SNAPSHOT_CRON', 'hunter2'],
  ['SNAPSHOT_CRON', '61 * * * *'],
  ['DEMO', 'hunter2'],
])('%s "%s" is refused by name and not repeated', (name, value) => {
  const message = refusal({ AUTH_SECRET: secret, [name]: value });
  expect(message).toMatch(new RegExp(`^${name}: .+`));
  expect(message.split('\n')).toHaveLength(1);
  expect(message).not.toContain(value);
  expect(message).not.toContain('hunter2');
});

test('everything that is wrong is told at once', () => {
  const message = refusal({ PORT: 'x', DEMO: 'maybe', SNAPSHOT_CRON: 'often' });
  expect(message.split('\n').map((line) => line.split(':')[0])).toEqual(['PORT', 'SNAPSHOT_CRON', 'DEMO']);
});

test('a server without a secret is refused; the embedded database needs none', () => {
  const message = refusal({ DATABASE_URL: server });
  expect(message).toMatch(/^AUTH_SECRET: required with DATABASE_URL/);
  expect(message).not.toContain('db.example');
  expect(readEnv({}).AUTH_SECRET).toBeUndefined();
});

test('the settings stay as they were read', () => {
  const env = readEnv({}) as { PORT: number };
  expect(() => (env.PORT = 1)).toThrow(TypeError);
});
