// docs/replay-ny-start.md, made from a run of the replay. Written by: node scripts/replay-doc.ts
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { comparePublished } from '#db/replay/compare.ts';
import { replayDoc, replayDocFile } from '#db/replay/doc.ts';
import { fillReplay } from '#db/replay/fill.ts';
import { startEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { asOwner, ensureDatabase } from '#server/db/owner.ts';

async function write(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'medvandrer-replay-'));
  try {
    const server = await startEmbedded(directory, { durable: false });
    try {
      const { host, port, user } = server;
      const owner = await ensureDatabase({ host, port, user }, 'medvandrer');
      await migrate(owner);
      await asOwner(owner, 'replay Ny Start for its page', async (client) => {
        await fillReplay(client);
        writeFileSync(replayDocFile, replayDoc(await comparePublished(client)));
      });
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

await write();
