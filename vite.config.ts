import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkReport } from './scripts/chunk-report.ts';
import { oneLanguage } from './scripts/one-language.ts';

const inRepository = (path: string) => fileURLToPath(new URL(path, import.meta.url));
// scripts/build.ts builds once for each language; Vite's own server speaks them all.
const language = process.env['VITE_LANGUAGE'];

export default defineConfig({
  root: inRepository('src/web'),
  publicDir: inRepository('src/web/public'),
  plugins: [react(), ...(language ? [oneLanguage(language), chunkReport()] : [])],
  build: {
    outDir: inRepository('.build/web'),
    emptyOutDir: true,
    sourcemap: false,
    // Everything is a file of its own: the content security policy allows neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The same file in every language and after most changes of ours, so that a browser keeps it.
            {
              name: 'libraries',
              test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|@tanstack)[\\/]/,
            },
            { name: 'frame', tags: ['$initial'] },
            // How a sentence is found by its code, apart from the sentences.
            { name: 'say', test: /src[\\/]text[\\/]look-up\.ts/, priority: 1 },
            // What look-ups were for: long, and only the log and the questions about it say it.
            {
              name: 'look-up-words',
              test: /src[\\/]text[\\/]purposes\.ts|sentences[\\/]messages[\\/]purpose_/,
            },
            // What many screens share is one file; left alone, every sentence that two screens share becomes one.
            // The server says a refusal in words; few screens say one by themselves.
            {
              name: 'refusal-words',
              test: /src[\\/]text[\\/]refusals\.ts|sentences[\\/]messages[\\/]refusal_(?!something_broke|already_known)/,
            },
            // What the screens about logging in share, nobody at home needs.
            { name: 'shared', minShareCount: 4, test: /^(?!.*src[\\/]web[\\/]login[\\/])/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
