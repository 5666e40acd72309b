import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { exportParts, type Wanted } from './exporting.ts';

const atOnce = 2;
/** How long a place is kept for a client that takes nothing. */
const patienceMs = 30_000;
let running = 0;

/** Every place is taken: ask again in some seconds. */
export class ExportsBusy extends Error {
  constructor() {
    super('too many exports at once');
    this.name = 'ExportsBusy';
  }
}

/**
 * The bytes of an export, in flat memory; at most two at a time in a process.
 * The first part is made before this returns, so that a failure still has a status. Errors: `ExportsBusy`, those of DuckDB.
 */
export async function streamExport(
  snapshot: Snapshot,
  wanted: Wanted,
  tmp: string,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  if (running >= atOnce) throw new ExportsBusy();
  running += 1;
  const parts = exportParts(snapshot, wanted, tmp);
  try {
    const first = await parts.next();
    return streamOf(bytesOf(first, parts, wanted.format === 'geojson'));
  } catch (error) {
    running -= 1;
    throw error;
  }
}

async function* bytesOf(
  first: IteratorResult<string>,
  parts: AsyncGenerator<string>,
  isGeoJson: boolean,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  try {
    if (isGeoJson) yield Buffer.from('{"type":"FeatureCollection","features":[\n');
    let isFirst = true;
    for (let part = first; !part.done; part = await parts.next()) {
      for await (const chunk of createReadStream(part.value, { highWaterMark: 65_536, start: isGeoJson && isFirst ? 1 : 0 })) {
        yield chunk as Buffer<ArrayBuffer>;
      }
      await rm(part.value, { force: true });
      isFirst = false;
    }
    if (isGeoJson) yield Buffer.from(']}\n');
  } finally {
    running -= 1;
    await parts.return(undefined);
  }
}

/** What a slow client does not take is not made; when it leaves, or takes nothing for half a minute, the making ends. */
function streamOf(bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let stalled: NodeJS.Timeout | undefined;
  return new ReadableStream(
    {
      async pull(controller) {
        clearTimeout(stalled);
        const { done, value } = await bytes.next();
        if (done) return controller.close();
        controller.enqueue(value);
        stalled = setTimeout(() => {
          controller.error(new Error('the client takes nothing'));
          void bytes.return(undefined);
        }, patienceMs).unref();
      },
      async cancel() {
        clearTimeout(stalled);
        await bytes.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
