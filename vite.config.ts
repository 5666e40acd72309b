import { globSync } from 'node:fs';
import { PurgeCSS } from 'purgecss';
import { defineConfig, type Plugin } from 'vite';

/** Only what runs in the browser is built: each element is an entry of its own, and the style sheet. Pages find them in the manifest. */
export default defineConfig({
  base: '/assets/',
  publicDir: false,
  appType: 'custom',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'baseline-widely-available',
    assetsDir: '.',
    // The content security policy allows no data: fonts, and small pictures are better cached.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2500,
    reportCompressedSize: false,
    rolldownOptions: {
      input: ['dashboard/styles/site.css', ...globSync('dashboard/elements/*.ts', { exclude: ['**/*.test.ts'] })],
    },
  },
  plugins: [leaveOutUnusedRules()],
  worker: { format: 'es' },
});

/** Names that the pages put together from parts. */
const safelist = [/^(fill|state|span|m)-/];

/** Bootstrap Italia is 600 kB: rules for names that no page and no element uses are left out, before the file gets its name. */
function leaveOutUnusedRules(): Plugin {
  return {
    name: 'leave-out-unused-rules',
    async transform(css, id) {
      if (!id.endsWith('/dashboard/styles/site.css')) return undefined;
      const content = globSync('dashboard/**/*.ts', { exclude: ['**/*.test.ts', 'dashboard/testing/**'] });
      for (const file of content) this.addWatchFile(file);
      const [purged] = await new PurgeCSS().purge({ content, css: [{ raw: css }], keyframes: true, safelist });
      // The font of Bootstrap Italia's video player is in the file itself: nobody plays videos here.
      return { code: purged!.css.replaceAll(/@font-face\s*\{[^}]*url\(data:[^}]*\}/g, ''), map: null };
    },
  };
}
