import { SingleBar } from 'cli-progress';

/** Shows how far a file is. */
export interface Progress {
  advance(rows: number): void;
  end(): void;
}

/** Time between two plain lines. */
const everyMs = 5_000;

/** A bar when `stream` is a terminal, else a plain line now and then. `total`: rows of the file. */
export function showProgress(stream: NodeJS.WriteStream, what: string, total: number): Progress {
  return stream.isTTY ? bar(stream, what, total) : lines(stream, what, total);
}

function bar(stream: NodeJS.WriteStream, what: string, total: number): Progress {
  const shown = new SingleBar({
    stream,
    format: `${what} {bar} {percentage} % · {value} of {total} rows · {eta_formatted}`,
    hideCursor: true,
  });
  shown.start(total, 0);
  return { advance: (rows) => shown.increment(rows), end: () => shown.stop() };
}

function lines(stream: NodeJS.WriteStream, what: string, total: number): Progress {
  let done = 0;
  let toldAt = Date.now();
  return {
    advance(rows) {
      done += rows;
      if (Date.now() - toldAt < everyMs) return;
      toldAt = Date.now();
      stream.write(`${what}: ${done} of ${total} rows\n`);
    },
    end: () => void stream.write(`${what}: ${done} of ${total} rows\n`),
  };
}
