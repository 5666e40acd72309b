import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listVersions, manifestName, readManifest } from '#api/snapshots/manifest.ts';
import { writeTestSnapshot } from '#api/snapshots/testing.ts';
import { publish, workPrefix } from './publish.ts';

/** A finished snapshot, published elsewhere: what a manifest says of it is taken from there. */
const elsewhere = await mkdtemp(path.join(os.tmpdir(), 'published-'));
const facts = await writeTestSnapshot(elsewhere, 'prova', 1, 'create table report (id integer)');
await rm(elsewhere, { recursive: true });
const { version, file } = facts;

/** A folder of snapshots and a finished file in a work folder; where `blocked` lies, nothing else can be put. */
async function aboutToPublish(blocked?: string) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'publish-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const work = path.join(folder, `${workPrefix}1`);
  const built = path.join(work, 'new.duckdb');
  await mkdir(work);
  await writeFile(built, 'rows');
  if (blocked) await mkdir(path.join(folder, blocked, 'full'), { recursive: true });
  return { folder, built };
}

test('a published file lies in its place beside a manifest that tells its size', async () => {
  const { folder, built } = await aboutToPublish();
  await publish(folder, built, facts);
  expect((await readdir(folder)).toSorted()).toEqual([`${workPrefix}1`, file, manifestName(version)].toSorted());
  expect(await readManifest(folder, version)).toMatchObject({ file, bytes: 4 });
});

test('while the file cannot be put in its place there is no manifest', async () => {
  const { folder, built } = await aboutToPublish(file);
  await expect(publish(folder, built, facts)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|directory/);
  expect(await listVersions(folder)).toEqual([]);
});

test('when the manifest comes to be written the file lies in its place already', async () => {
  const { folder, built } = await aboutToPublish(manifestName(version));
  await expect(publish(folder, built, facts)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|directory/);
  expect(await readdir(folder)).toContain(file);
});
