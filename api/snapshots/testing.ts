import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { digestFile, type Manifest, manifestName, snapshotFolder } from './manifest.ts';

/** A version of a snapshot by its number, for tests. */
export function testVersion(number: number): string {
  return `20260101T${String(number).padStart(6, '0')}Z-0badcafe`;
}

/** Writes a DuckDB file made by these statements, and its manifest, as the snapshots of a municipality are kept. */
export async function writeTestSnapshot(dataDir: string, municipality: string, number: number, sql: string): Promise<Manifest> {
  const folder = snapshotFolder(dataDir, municipality);
  await mkdir(folder, { recursive: true });
  const version = testVersion(number);
  const file = path.join(folder, `${version}.duckdb`);
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(sql);
  await connection.run('checkpoint');
  connection.closeSync();
  instance.closeSync();
  const manifest: Manifest = {
    format: 1,
    version,
    file: path.basename(file),
    ...(await digestFile(file)),
    municipality,
    name: 'Comune di Prova',
    timezone: 'Europe/Rome',
    language: 'it',
    isDemo: false,
    asOf: '2026-01-01T03:00:00.000Z',
    reports: 0,
    checksum: '0',
    rowHash: '0',
    shows: '3:3:',
    basis: '',
    reference: '',
    mode: 'full',
    refreshes: 0,
    seconds: 0,
    hidden: [],
    blanked: [],
    settings: {},
  };
  await writeFile(path.join(folder, manifestName(version)), JSON.stringify(manifest));
  return manifest;
}
