import type { Manifest } from '#api/snapshots/manifest.ts';
import type { Municipality } from '#sql/municipality.ts';
import type { EtlContext } from '../job.ts';
import type { Tally } from './checksum.ts';
import type { Frame } from './extract.ts';

/** What a snapshot is taken with. */
export interface SnapshotContext extends EtlContext {
  /** Aborted when the process is asked to stop. */
  signal?: AbortSignal;
}

/** Where and for whom a snapshot is being built. */
export interface Workshop {
  context: SnapshotContext;
  municipality: Municipality;
  /** Folder of the municipality's snapshots. */
  folder: string;
  /** Folder of this run only. */
  work: string;
  /** The file being built. */
  file: string;
  /** The moment the snapshot shows. */
  asOf: Date;
}

/** A file that is built and closed, not yet checked. */
export interface Built {
  version: string;
  frame: Frame;
  /** What the file must hold. */
  tally: Tally;
  /** Hash of the rows it must hold, when that is known without reading the source in full (`hashLoaded`). */
  rowHash?: bigint;
  mode: Manifest['mode'];
  refreshes: number;
  /** Reports that the snapshot before showed and this one does not. */
  hidden: readonly number[];
}
