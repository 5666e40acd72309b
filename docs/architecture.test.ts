import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const areas = ['api', 'bench', 'dashboard', 'docs', 'etl', 'sql'] as const;
type Area = (typeof areas)[number];

/** Which areas a file of an area may import; benches and docs may look at everything. */
const mayImport: Record<Area, readonly Area[]> = {
  sql: ['sql'],
  api: ['api', 'sql'],
  etl: ['etl', 'api', 'sql'],
  dashboard: ['dashboard', 'api'],
  bench: areas,
  docs: areas,
};

interface SourceFile {
  file: string;
  area: Area;
  lines: number;
  text: string;
  /** Tests, and what only tests use: they may bring parts together that the program keeps apart. */
  isTest: boolean;
  imports: { from: string; target: string; isType: boolean }[];
}

const files = globSync(`{${areas.join(',')}}/**/*.ts`, { cwd: root })
  .toSorted()
  .map(readSource);
const program = files.filter(({ isTest }) => !isTest);

function readSource(file: string): SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8');
  const area = file.split(path.sep)[0] as Area;
  const isTest = /\.test\.ts$|(^|[/-])testing(\.ts$|\/)/.test(file);
  const lines = text.trimEnd().split('\n').length;
  return { file, area, lines, text, isTest, imports: importsOf(file, text) };
}

function importsOf(file: string, text: string): SourceFile['imports'] {
  const found = text.matchAll(
    /^\s*(?:import|export)(\s+type)?\s[^'"`;]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm,
  );
  return [...found].map(([, type, from, dynamic, bare]) => {
    const specifier = (from ?? dynamic ?? bare)!;
    const target = specifier.startsWith('.') ? path.join(path.dirname(file), specifier) : specifier.replace(/^#/, '');
    return { from: specifier, target, isType: Boolean(type) };
  });
}

function areaOf(target: string): Area | undefined {
  return areas.find((area) => target.startsWith(`${area}/`));
}

/** Lines "file → import" of the program's files that break a rule. */
function breaking(rule: (file: SourceFile, imported: SourceFile['imports'][number]) => boolean): string[] {
  return program.flatMap((file) => file.imports.filter((one) => rule(file, one)).map(({ from }) => `${file.file} → ${from}`));
}

test('the files are found, with their imports', () => {
  expect(files.length).toBeGreaterThan(100);
  const connect = files.find(({ file }) => file === 'sql/connect.ts')!;
  expect(connect.imports.map(({ from }) => from)).toEqual(expect.arrayContaining(['kysely', './embedded.ts', './schema.gen.ts']));
});

describe('imports point one way', () => {
  test('dashboard → api, etl → api → sql; only api/main.ts brings all together', () => {
    const wrong = breaking(({ file, area }, { target }) => {
      const to = areaOf(target);
      return to !== undefined && file !== 'api/main.ts' && !mayImport[area].includes(to);
    });
    expect(wrong).toEqual([]);
  });

  test('the dashboard takes types from the API, the guards that every answer needs, and the rule of the colour classes', () => {
    const shared = /^api\/http\/|^api\/stats\/breaks\.ts$/;
    const wrong = breaking(
      ({ area }, { target, isType }) => area === 'dashboard' && areaOf(target) === 'api' && !isType && !shared.test(target),
    );
    expect(wrong).toEqual([]);
  });

  test('only repositories and sql/ touch Kysely', () => {
    const wrong = breaking(
      ({ file, area }, { from }) => /^kysely(\/|$)/.test(from) && area !== 'sql' && !file.endsWith('repository.ts'),
    );
    expect(wrong).toEqual([]);
  });

  test('only routes, http/ and what makes their answers touch Hono; schemas need its zod alone', () => {
    const allowed = /(^|[/-])(routes|answer)\.ts$|^api\/http\/|^api\/(app|main|openapi|health)\.ts$|^(dashboard|bench)\//;
    expect(breaking(({ file }, { from }) => /^hono(\/|$)/.test(from) && !allowed.test(file))).toEqual([]);
  });

  test('only sql/ knows the drivers', () => {
    const wrong = breaking(
      ({ area }, { from }) => area !== 'sql' && area !== 'bench' && /^(pg|pg-copy-streams|@electric-sql\/.*)$/.test(from),
    );
    expect(wrong).toEqual([]);
  });

  test('a transaction is begun by database.transaction, which tells when a commit became a rollback', () => {
    expect(program.filter(({ text }) => /\.transaction\(\)/.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe('a file is one idea', () => {
  test('of at most 300 lines', () => {
    const long = files.filter(({ file, lines }) => lines > 300 && !file.endsWith('.gen.ts'));
    expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  });

  test('and its name says which', () => {
    const vague = /(^|[/.-])(utils?|helpers?|common|types?|misc|shared|index|stuff)(\.test)?\.ts$/;
    expect(files.filter(({ file }) => vague.test(file)).map(({ file }) => file)).toEqual([]);
  });

  test('written in small letters with hyphens', () => {
    const odd = files.filter(({ file }) => !/^[a-z0-9-]+(\.[a-z]+)*\.ts$/.test(path.basename(file)));
    expect(odd.map(({ file }) => file)).toEqual([]);
  });

  test('free of lint switches and of what was left for later', () => {
    const marks = /oxlint-disable|eslint-disable|@ts-(ignore|expect-error)|\bas any[;,)\].]|\b(TODO|FIXME)\b/;
    const marked = files.filter(({ file, text }) => file !== 'docs/architecture.test.ts' && marks.test(text));
    expect(marked.map(({ file }) => file)).toEqual([]);
  });
});
