import path from 'node:path';
import type { Manifest } from '#api/snapshots/manifest.ts';
import { bothEnded } from '../both-ended.ts';
import { openDuck } from '../duckdb.ts';
import { complete } from './complete.ts';
import { readFrame, tallySource, withSource } from './extract.ts';
import { hiddenSince } from './hidden.ts';
import { createTables, loadReference, loadReports } from './load.ts';
import { selectReports } from './source.ts';
import { nameVersion } from './version.ts';
import type { Built, Workshop } from './workshop.ts';

/** Builds a snapshot from nothing: every listed report is read. `last`: the snapshot before, only to see what it showed. */
export async function buildFull(workshop: Workshop, last: Manifest | undefined): Promise<Built> {
  const { context, municipality, folder, work, file, asOf } = workshop;
  const duck = await openDuck(file, folder, 'write');
  try {
    const select = selectReports(municipality);
    context.progress('Reading the reports …');
    const { frame, tally } = await withSource(workshop, async (source) => {
      const read = await readFrame(source);
      await source.copy('reports', select);
      context.signal?.throwIfAborted();
      // The database counts while DuckDB loads.
      const load = createTables(duck.connection)
        .then(() => loadReference(duck.connection, work))
        .then(() => loadReports(duck.connection, work, asOf));
      const [counted] = await bothEnded(tallySource(source, select), load);
      return { frame: read, tally: counted };
    });
    const version = await nameVersion(workshop, tally);
    const hidden = last ? await hiddenSince(duck.connection, path.join(folder, last.file)) : [];
    await complete(workshop, duck, { version, frame, tally });
    return { version, frame, tally, mode: 'full', refreshes: 0, hidden };
  } finally {
    await duck.close();
  }
}
