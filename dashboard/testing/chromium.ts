import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A browser to start and the environment it needs. */
export interface Chromium {
  path: string;
  env: Record<string, string>;
}

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const root = join(import.meta.dirname, '../..');

/** CHROMIUM_PATH, else the system's Chromium, else the one of the npm package (Linux on x64). Throws when there is none. */
export async function findChromium(): Promise<Chromium> {
  const given = process.env.CHROMIUM_PATH;
  if (given) return { path: given, env: {} };
  const found = installed.find((path) => existsSync(path));
  if (found) return { path: found, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return await packedChromium();
  throw new Error('No Chromium found: set CHROMIUM_PATH to one.');
}

/** The browser packed in @sparticuz/chromium, with the libraries and fonts a bare machine lacks; unpacked once. */
async function packedChromium(): Promise<Chromium> {
  const require = createRequire(import.meta.url);
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '../bin');
  const cache = join(root, 'node_modules/.cache');
  const folder = join(cache, 'chromium');
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const fresh = await mkdtemp(join(cache, 'chromium-'));
    await unpack(packed, fresh, folder);
    // Another worker may have been faster: then its folder stays.
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
  }
  return { path: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: folder } };
}

async function unpack(packed: string, into: string, final: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env.TMPDIR;
  // The package unpacks into the temporary folder and leaves what it finds there, half written or not.
  process.env.TMPDIR = into;
  try {
    const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];
    await Promise.all(archives.map((archive) => inflate(join(packed, archive))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  const fonts = `<?xml version="1.0"?><fontconfig><dir>${final}/fonts</dir><cachedir>${final}/font-cache</cachedir></fontconfig>`;
  await writeFile(join(into, 'fonts.conf'), fonts);
}
