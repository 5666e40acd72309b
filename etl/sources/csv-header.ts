import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** How the text of a CSV file is written; the names are those of DuckDB. */
export type Encoding = 'utf-8' | 'utf-16' | 'latin-1';

/** The longest header that is looked at, in bytes. */
const most = 1 << 20;

/** First bytes of a file, unpacked when it is gzip. `isGzip`: told by its content, not by its name. */
export async function firstBytes(file: string): Promise<{ bytes: Buffer; isGzip: boolean }> {
  const bytes = await readStart(file, false);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return { bytes: isGzip ? await readStart(file, true) : bytes, isGzip };
}

async function readStart(file: string, unpack: boolean): Promise<Buffer> {
  const raw = createReadStream(file);
  const stream: Readable = unpack ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => stream.destroy(error));
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  raw.destroy();
  return Buffer.concat(chunks);
}

/** The first record of CSV text (RFC 4180), without a byte order mark. */
export function headerOf(bytes: Buffer, delimiter: string, encoding: Encoding): string[] {
  const label = { 'utf-8': 'utf-8', 'utf-16': 'utf-16le', 'latin-1': 'latin1' }[encoding];
  const text = new TextDecoder(label).decode(bytes).replace(/^\uFEFF/, '');
  const names: string[] = [];
  let at = 0;
  for (;;) {
    const { value, next } = cellAt(text, at, delimiter);
    names.push(value.trim());
    if (text[next] !== delimiter) return names;
    at = next + 1;
  }
}

function cellAt(text: string, start: number, delimiter: string): { value: string; next: number } {
  if (text[start] !== '"') {
    let next = start;
    while (next < text.length && text[next] !== delimiter && text[next] !== '\n' && text[next] !== '\r') next++;
    return { value: text.slice(start, next), next };
  }
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { value: value + text.slice(from), next: text.length };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}
