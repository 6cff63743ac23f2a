// What the built files consist of, so that the weight of a home's first view can be told in modules (first-view.ts).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { root } from './run-tool.ts';

export const CHUNK_REPORT = 'chunks.json';

export interface Chunk {
  file: string;
  /** The source that this chunk is the way in to; null when it holds what others share. */
  opens: string | null;
  entry: boolean;
  /** Other chunks that the browser must have before this one runs. */
  needs: string[];
  css: string[];
  gzipped: number;
  /** Bytes of every module in it, before they are made small; sentences are named by their key. */
  modules: Record<string, number>;
}

/** Rolldown names a module by its absolute path, sometimes with a mark and a query around it. */
const nameOf = (id: string): string => path.relative(root, id.replace(/^\0/, '').replace(/\?.*$/, ''));

/** Measured from the files as they were written: Vite still changes a chunk after every other hook has seen it. */
export function chunkReport(): Plugin {
  return {
    name: 'medvandrer:chunk-report',
    writeBundle({ dir = '' }, bundle) {
      const report = Object.values(bundle).flatMap((part): Chunk[] => {
        if (part.type !== 'chunk') return [];
        const modules = Object.entries(part.modules).map(
          ([id, { renderedLength }]) => [nameOf(id), renderedLength] as const,
        );
        return [
          {
            file: part.fileName,
            opens: part.facadeModuleId ? nameOf(part.facadeModuleId) : null,
            entry: part.isEntry,
            needs: part.imports,
            css: [...(part.viteMetadata?.importedCss ?? [])],
            gzipped: gzipSync(readFileSync(path.join(dir, part.fileName))).length,
            modules: Object.fromEntries(modules),
          },
        ];
      });
      writeFileSync(path.join(dir, CHUNK_REPORT), JSON.stringify(report));
    },
  };
}
