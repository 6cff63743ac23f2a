// The houses of the browser tests: one throw-away server with the demonstration filled in once, and for each house a
// copy of it, a clock that stands still and the built web. Prints its address when it is ready. There, `POST /houses`
// opens a house, `{ "issuer": true }` one that people can log in to by an issuer, and answers with its address; `POST /clocks` takes `{ "address": …, "clock": instant }`, and `POST /rounds` `{ "address": … }`.
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import type pg from 'pg';
import { fillDemo } from '#db/demo/fill.ts';
import { buildApp } from '#server/app.ts';
import { openDatabase } from '#server/db/database.ts';
import { startEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { asOwner, ensureDatabase, loginFor } from '#server/db/owner.ts';
import { testNumbers } from '#server/db/test-keys.ts';
import { keepHouse } from '#server/jobs/housekeeping.ts';
import { openRelyingParty } from '#server/login/relying-party.ts';
import { demoGateway } from '#server/outbox/demo-gateway.ts';
import { startPost } from '#server/outbox/post.ts';
import { startRetention } from '#server/retention/retention-job.ts';
import { freePort, openIssuer } from './issuer.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'medvandrer-e2e-'));
chmodSync(directory, 0o711);
const server = await startEmbedded(directory, { durable: false });
const template = await ensureDatabase(
  { host: server.host, port: server.port, user: server.user },
  'medvandrer',
);
await migrate(template);
await asOwner(template, 'browser tests fill the demonstration', (client) =>
  fillDemo(client, { shiftWeeks: 0 }, testNumbers),
);
await stopClock(template, '2024-03-14T08:20+01:00');
const login = await loginFor(template);

interface House {
  owner: pg.ClientConfig;
  close(): Promise<void>;
}
const houses = new Map<string, House>();
/** A template may not be copied by two at a time. */
let copied: Promise<unknown> = Promise.resolve();

function stopClock(owner: pg.ClientConfig, at: string) {
  return asOwner(owner, 'browser tests set the clock', (client) =>
    client.query('update installation set frozen_at = $1', [at]),
  );
}

function copyOfTemplate(): Promise<string> {
  const name = `house_${randomUUID().replaceAll('-', '')}`;
  const copy = copied.then(() =>
    asOwner({ ...template, database: 'postgres' }, 'browser tests open a house', (client) =>
      client.query(`create database ${name} template medvandrer strategy file_copy`),
    ),
  );
  copied = copy.catch(() => undefined);
  return copy.then(() => name);
}

/** A house with an issuer beside it stands at an address that is known before it is built: the issuer sends people there. */
async function openHouse({ issuer: wanted = false }): Promise<{ address: string }> {
  const name = await copyOfTemplate();
  const owner = { ...template, database: name };
  const database = openDatabase({ ...login, database: name });
  const at = wanted ? await freePort() : 0;
  const issuer = wanted ? await openIssuer(`http://localhost:${at}`, owner) : undefined;
  const phone = demoGateway();
  const post = startPost(owner, { numbers: testNumbers, gateway: phone }, (error) =>
    process.stderr.write(`messages: ${String(error)}\n`),
  );
  const retention = startRetention(owner, (error) => process.stderr.write(`retention: ${String(error)}\n`));
  const app = await buildApp({
    database,
    retention,
    post: { soon: post.soon, shown: phone.shown },
    mode: 'demo',
    numbers: testNumbers,
    rateLimit: 100_000,
    loginLimit: 100_000,
    relyingParty: issuer?.relyingParty ?? openRelyingParty([], 'http://localhost'),
    trustedProxies: [],
    logLevel: 'error',
    webDir: path.resolve(import.meta.dirname, '../.build/web'),
  });
  const { port } = new URL(await app.listen({ port: at, host: '127.0.0.1' }));
  const address = `http://localhost:${port}`;
  const close = async () => {
    await app.close();
    await post.stop();
    await retention.stop();
    await issuer?.close();
    await database.close();
  };
  houses.set(address, { owner, close });
  return { address };
}

/** What is done every now and then: there is no server here that does it by itself. */
async function keep({ address }: { address: string }): Promise<object> {
  await keepHouse(at(address).owner);
  return {};
}

function at(address: string): House {
  const house = houses.get(address);
  if (house === undefined) throw new Error(`No house at ${address}`);
  return house;
}

async function setClock({ address, clock }: { address: string; clock: string }): Promise<object> {
  await stopClock(at(address).owner, clock);
  return {};
}

const control = createServer((request, response) => {
  const asked = json(request).then((body) => {
    if (request.url === '/houses') return openHouse(body as { issuer?: boolean });
    if (request.url === '/rounds') return keep(body as { address: string });
    return setClock(body as { address: string; clock: string });
  });
  asked.then(
    (answer) => response.end(JSON.stringify(answer)),
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});
control.listen(0, '127.0.0.1', () => {
  const { port } = control.address() as { port: number };
  process.send?.({ address: `http://127.0.0.1:${port}` });
});

async function stop(): Promise<void> {
  control.closeAllConnections();
  control.close();
  await Promise.all([...houses.values()].map((house) => house.close()));
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('disconnect', () => void stop());
