import { constants, copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { findDamage, type Manifest } from '#api/snapshots/manifest.ts';
import { bothEnded } from '../both-ended.ts';
import { openDuck, readRows } from '../duckdb.ts';
import { hashLoaded, type Tally, tallyLoaded } from './checksum.ts';
import { complete } from './complete.ts';
import { type Frame, readFrame, type Source, tallySource, withSource } from './extract.ts';
import { hiddenByIncoming } from './hidden.ts';
import { ageReports, loadIncoming, loadReference, replaceIncoming } from './load.ts';
import { countChanges, oldestUnseen, selectChanged, selectListedOf } from './source.ts';
import { nameVersion } from './version.ts';
import type { Built, Workshop } from './workshop.ts';

/** A refresh that changes more rows than this share is slower than starting anew. */
const largestShare = 0.1;
const alwaysFew = 1000;
const dayMs = 86_400_000;

/** Why a refresh is not possible, so that a full snapshot is due. */
export class NeedsFull extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NeedsFull';
  }
}

/**
 * Builds a snapshot from the last one and what changed since; undefined when nothing did within the day. What the file must
 * hold is told by the source too: the last one's tally, less the rows that changed as they were, plus the same rows as the
 * source has them now. Errors: `NeedsFull` when too much changed, or something that every row depends on.
 */
export async function buildRefreshed(workshop: Workshop, last: Manifest): Promise<Built | undefined> {
  const { context, folder, work, file } = workshop;
  const [changes, damage] = await bothEnded(
    withSource(workshop, (source) => readChanges(workshop, source, last)),
    findDamage(folder, last),
  );
  if (damage) throw new NeedsFull(`the last snapshot is damaged: ${damage}`);
  if (!changes) return undefined;
  const { frame, added, listed } = changes;
  await copyFile(path.join(folder, last.file), file, constants.COPYFILE_FICLONE);
  const duck = await openDuck(file, folder, 'write');
  try {
    await loadIncoming(duck.connection, work);
    const hidden = await hiddenByIncoming(duck.connection);
    // The bytes of a row that is deleted stay in the file.
    if (hidden.length > 0) throw new NeedsFull(`${hidden.length} reports are hidden now`);
    const ids = 'select id from incoming';
    const [removed, removedHash] = [await tallyLoaded(duck.connection, ids), await hashLoaded(duck.connection, ids)];
    const tally = {
      reports: last.reports - removed.reports + added.reports,
      checksum: BigInt(last.checksum) - removed.checksum + added.checksum,
    };
    if (tally.reports !== listed) throw new NeedsFull('reports have gone without a trace');
    context.progress(`Refreshing ${added.reports} of ${tally.reports} reports …`);
    const changed = await changedIds(duck.connection);
    await replaceIncoming(duck.connection);
    const arrived = await tallyLoaded(duck.connection, ids);
    if (arrived.checksum !== added.checksum) throw new Error('the changed reports differ from the database (checksum)');
    const rowHash = BigInt(last.rowHash) - removedHash + (await hashLoaded(duck.connection, ids));
    await duck.connection.run('drop table incoming');
    await ageReports(duck.connection, workshop.asOf);
    await loadReference(duck.connection, work);
    const version = await nameVersion(workshop, tally);
    await complete(workshop, duck, { version, frame, tally, changed });
    return { version, frame, tally, rowHash, mode: 'incremental', refreshes: last.refreshes + 1, hidden: [] };
  } finally {
    await duck.close();
  }
}

/** Copies what changed; undefined when nothing did. */
async function readChanges(
  { asOf, municipality }: Workshop,
  source: Source,
  last: Manifest,
): Promise<{ frame: Frame; listed: number; added: Tally } | undefined> {
  const frame = await readFrame(source);
  if (frame.basis !== last.basis) throw new NeedsFull('the tables, the marts, the zone or the categories have changed');
  if (BigInt(oldestUnseen(frame.shows)) < BigInt(oldestUnseen(last.shows)))
    throw new NeedsFull('the database is another one or older');
  const [row] = await source.query<Record<'changed' | 'listed' | 'unmarked', string>>(countChanges(municipality, last.shows));
  const [changed, listed, unmarked] = [Number(row!.changed), Number(row!.listed), Number(row!.unmarked)];
  if (unmarked > 0) throw new NeedsFull(`${unmarked} reports were written without being marked as changed`);
  if (changed > listed * largestShare + alwaysFew) throw new NeedsFull(`${changed} reports have changed`);
  const isOld = asOf.getTime() - Date.parse(last.asOf) >= dayMs;
  if (changed === 0 && listed === last.reports && frame.reference === last.reference && !isOld) return undefined;
  await source.copy('reports', selectChanged(municipality, last.shows));
  return { frame, listed, added: await tallySource(source, selectListedOf(municipality, last.shows)) };
}

async function changedIds(connection: DuckDBConnection): Promise<number[]> {
  return (await readRows<{ id: bigint }>(connection, 'select id from incoming order by id')).map(({ id }) => Number(id));
}
