// For working on the code: the server starts again when a file changes, and Vite serves the screens as they are.
import './parent-watch.ts';
import { startTool, stopTools } from './run-tool.ts';
import { compileText } from './text.ts';

await compileText();
const server = startTool(['--watch', '--watch-preserve-output', 'src/server/main.ts'], 'inherit');
const screens = startTool(['node_modules/vite/bin/vite.js'], 'inherit');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopTools);
for (const tool of [server, screens]) tool.once('exit', stopTools);
