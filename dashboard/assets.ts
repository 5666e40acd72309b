import { readFile, stat } from 'node:fs/promises';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** Files the pages link to, by their built (hashed) addresses. */
export interface Assets {
  styles: string[];
  fonts: string[];
  /** Address of the script of an element, by the file name of its source; undefined when it is not built. */
  script: (element: string) => string | undefined;
}

type Manifest = Record<string, { file: string; css?: string[]; assets?: string[]; isEntry?: boolean; src?: string }>;

const base = '/assets/';
const stylesheet = 'dashboard/styles/site.css';
const preloaded = /titillium-web.*-(regular|600)|lora.*-regular/i;

/** What Vite built into `dist`, read again when it is built anew. Errors: the file system's, when nothing was ever built. */
export function openAssets(dist: string): () => Promise<Assets> {
  const file = `${dist}/.vite/manifest.json`;
  let last: { built: number; assets: Assets } | undefined;
  return async () => {
    const built = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (!last || (built !== undefined && built !== last.built)) {
      last = { built: built ?? 0, assets: assetsOf(JSON.parse(await readFile(file, 'utf8')) as Manifest) };
    }
    return last.assets;
  };
}

function assetsOf(manifest: Manifest): Assets {
  const style = manifest[stylesheet];
  const address = (file: string) => base + file;
  return {
    styles: style ? [address(style.file)] : [],
    fonts: (style?.assets ?? []).filter((file) => file.endsWith('.woff2') && preloaded.test(file)).map(address),
    script: (element) => {
      const built = manifest[`dashboard/elements/${element}.ts`];
      return built && address(built.file);
    },
  };
}

/** Serves the built files: their names change with their content, so they may be kept for ever. */
export function builtFiles(dist: string) {
  return new Hono().use(
    `${base}*`,
    serveStatic({
      root: dist,
      rewriteRequestPath: (path) => path.slice(base.length - 1),
      precompressed: true,
      onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
}
