import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { variables } from '#api/env.ts';

const text = readFileSync(new URL('./operations.md', import.meta.url), 'utf8');

test('every variable of the environment is explained in operations.md, and none that does not exist', () => {
  const explained = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(new Set(explained)).toEqual(new Set(variables.map(({ name }) => name)));
});

test('every command of operations.md is a script of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { scripts: object };
  const told = [...text.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name!);
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter((name) => !(name in scripts))).toEqual([]);
});
