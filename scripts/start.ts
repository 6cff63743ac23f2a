import './parent-watch.ts';
import { buildWeb } from './build.ts';
import { compileText } from './text.ts';

try {
  await compileText();
  await buildWeb();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
await import('#server/main.ts');
