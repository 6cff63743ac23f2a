import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse, pageOf } from '../test-house.ts';

/** A wire between the server and its database that can be cut. */
interface CutWire {
  through(login: pg.ClientConfig): pg.ClientConfig;
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Cuts it at the next commit: the database hears it, and its answer never arrives. */
  cutAfterCommit(): void;
  close(): Promise<void>;
}

function cutWire(): CutWire {
  const directory = mkdtempSync(path.join(tmpdir(), 'medvandrer-wire-'));
  const place = path.join(directory, '.s.PGSQL.5432');
  const open = new Set<net.Socket>();
  let target: pg.ClientConfig = {};
  let deafAtCommit = false;
  const connect = (): net.Socket =>
    target.host?.startsWith('/')
      ? net.connect(`${target.host}/.s.PGSQL.${target.port}`)
      : net.connect(target.port ?? 5432, target.host);
  const listener = net.createServer((near) => {
    const far = connect();
    let deaf = false;
    near.on('data', (data) => {
      if (deafAtCommit && data.includes('commit\0')) {
        deaf = true;
        setTimeout(() => near.destroy(), 100);
      }
      far.write(data);
    });
    far.on('data', (data) => deaf || near.write(data));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy()).on('close', () => open.delete(one) && other.end());
    }
  });
  const listen = () => new Promise<void>((resolve) => listener.listen(place, resolve));
  const cut = async () => {
    const closed = new Promise((resolve) => listener.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  return {
    through: (login) => {
      target = login;
      return { ...login, host: directory, port: 5432 };
    },
    cut,
    mend: async () => {
      deafAtCommit = false;
      if (!listener.listening) await listen();
    },
    cutAfterCommit: () => {
      deafAtCommit = true;
    },
    close: async () => {
      if (listener.listening) await cut();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const wire = cutWire();
let house: House;
beforeAll(async () => {
  await wire.mend();
  house = await openHouse({ through: wire.through });
});
beforeEach(() => wire.mend());
afterAll(async () => {
  await house.close();
  await wire.close();
});

const contact = { kind: 'talk', note: 'Skrevet mens basen var borte' };
const kept = () => house.owner(`select from contact where note = '${contact.note}'`);

describe('while the database is away', () => {
  test.each(['/healthz', '/api/session', '/api/my-day', '/api/demo/personas', pageOf('tone')])(
    '%s says so',
    async (url) => {
      await house.as('siren').get('/api/session');
      await wire.cut();
      const answer = await house.as('siren').get(url, { 'accept-language': 'en' });
      expect(answer.said).toBe('503 database-away');
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.text).not.toMatch(/ENOENT|ECONN|PGSQL|socket/);
    },
  );

  test('nothing is written, and all is as before when it is back', async () => {
    const siren = house.as('siren');
    await siren.get('/api/session');
    await wire.cut();
    expect((await siren.post(pageOf('tone', 'contacts'), contact)).said).toBe('503 database-away');
    expect(await kept()).toHaveLength(0);
    await wire.mend();
    expect((await siren.get('/healthz')).said).toBe('200');
    expect((await siren.post(pageOf('tone', 'contacts'), contact)).said).toBe('201');
    expect(await kept()).toHaveLength(1);
  });

  test('many who ask at once are all told, and all get their answer afterwards', async () => {
    await house.as('siren').get('/api/session');
    const ask = () => Promise.all(Array.from({ length: 30 }, () => house.as('siren').get('/api/people')));
    await wire.cut();
    expect(new Set((await ask()).map((answer) => answer.said))).toEqual(new Set(['503 database-away']));
    await wire.mend();
    expect(new Set((await ask()).map((answer) => answer.said))).toEqual(new Set(['200']));
  });
});

test('a contact whose receipt was lost is not doubled when it is sent again with its key', async () => {
  const siren = house.as('siren');
  await siren.get('/api/session');
  const note = 'Kvitteringen ble borte';
  const send = (key: string) =>
    siren.post(pageOf('tone', 'contacts'), { kind: 'talk', note }, { 'idempotency-key': key });
  const key = randomUUID();
  wire.cutAfterCommit();
  expect((await send(key)).said).toBe('503 database-away');
  await wire.mend();
  const [stored] = await house.owner<{ id: string }>('select id from contact where note = $1', [note]);
  expect(stored).toBeDefined();
  expect(await send(key)).toMatchObject({ said: '201', id: stored?.id });
  expect(await house.owner('select from contact where note = $1', [note])).toHaveLength(1);
});
