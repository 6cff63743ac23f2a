import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const inRepository = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: inRepository('src/web'),
  publicDir: inRepository('src/web/public'),
  plugins: [react()],
  build: {
    outDir: inRepository('.build/web'),
    emptyOutDir: true,
    sourcemap: false,
    // Everything is a file of its own: the content security policy allows neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
