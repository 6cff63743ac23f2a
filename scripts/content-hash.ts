import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run-tool.ts';

/** One hash over the names and contents of all files below these paths, generated ones left out. */
function contentHash(paths: string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesBelow).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(name: string): string[] {
  const at = path.join(root, name);
  if (!existsSync(at)) return [];
  if (statSync(at).isFile()) return [name];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/^src\/text\/(generated|project\.inlang\/(?!settings\.json))/.test(file));
}

/** Makes the product unless it was made from exactly these inputs before. True when it was made now. */
export async function makeIfStale(
  name: string,
  inputs: string[],
  product: string,
  make: () => Promise<void>,
): Promise<boolean> {
  const mark = path.join(root, '.build', `${name}.hash`);
  const wanted = contentHash(inputs);
  const made = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
  if (made === wanted && existsSync(path.join(root, product))) return false;
  rmSync(mark, { force: true });
  await make();
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, wanted);
  return true;
}
