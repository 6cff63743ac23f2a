// The whole house for browser tests: a throw-away database with the demonstration, the clock stopped, the built web.
// Prints its address when it is ready; takes `{ "clock": instant }` on IPC and answers `{ "clock": instant }`.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillDemo } from '#db/demo/fill.ts';
import { buildApp } from '#server/app.ts';
import { openDatabase } from '#server/db/database.ts';
import { startEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { asOwner, ensureDatabase, loginFor } from '#server/db/owner.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'medvandrer-e2e-'));
chmodSync(directory, 0o711);
const server = await startEmbedded(directory, { durable: false });
const owner = await ensureDatabase({ host: server.host, port: server.port, user: server.user }, 'medvandrer');
await migrate(owner);
const stopClock = (at: string) =>
  asOwner(owner, 'browser tests set the clock', (client) =>
    client.query('update installation set frozen_at = $1', [at]),
  );
await asOwner(owner, 'browser tests fill the demonstration', (client) => fillDemo(client, { shiftWeeks: 0 }));
await stopClock('2024-03-14T08:20+01:00');
const database = openDatabase(await loginFor(owner));
const app = await buildApp({
  database,
  mode: 'demo',
  rateLimit: 100_000,
  logLevel: 'error',
  webDir: path.resolve(import.meta.dirname, '../.build/web'),
});
const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
process.send?.({ address: `http://localhost:${port}` });

process.on('message', (message: { clock: string }) => {
  void stopClock(message.clock).then(() => process.send?.(message));
});

async function stop(): Promise<void> {
  await app.close();
  await database.close();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('disconnect', () => void stop());
