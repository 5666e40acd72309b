import { globSync } from 'node:fs';
import { defineConfig } from 'vite';

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
  worker: { format: 'es' },
});
