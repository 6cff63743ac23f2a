import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpGateway, NotTaken } from './gateway.ts';
import { readGateway } from './gateway-config.ts';

interface Got {
  headers: Record<string, unknown>;
  body: unknown;
}
let server: Server;
let got: Got[] = [];
let answer = 202;
const address = () => `http://127.0.0.1:${(server.address() as { port: number }).port}/send`;
beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body: JSON.parse(text) });
      response.statusCode = answer;
      if (answer === 302) response.setHeader('location', 'http://127.0.0.1:9/');
      response.end('{"echo":"+4790000101"}');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(() => new Promise((done) => server.close(done)));

const folder = mkdtempSync(path.join(tmpdir(), 'gateway-'));
const fileOf = (content: unknown): string => {
  const file = path.join(folder, 'sms.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
writeFileSync(path.join(folder, 'sms.secret'), 'hemmelig"\\\n');
const good = () => ({
  address: address(),
  headers: { authorization: 'Bearer {secret}' },
  secretFile: 'sms.secret',
  body: { messages: [{ to: '{phone}', text: '{text}', reference: '{id}' }], from: 'Melding', flash: false },
});
const isSafe = (one: string) => one.startsWith('http://127.0.0.1') || one.startsWith('https:');

describe('a gateway over HTTP', () => {
  const message = { id: 'x-1', phone: '+4790000101', text: 'Koden «{secret}» {phone} "123456" \\ ny\nlinje' };

  test('is spoken to as its file says; what stands in a message is never taken for a part of the file', async () => {
    const { gateway, wrong } = readGateway(fileOf(good()), isSafe);
    expect(wrong).toEqual([]);
    if (gateway === undefined) throw new Error('no gateway');
    got = [];
    await httpGateway(gateway).send(message);
    expect(got).toMatchObject([
      {
        headers: { authorization: 'Bearer hemmelig"\\', 'content-type': 'application/json' },
        body: {
          messages: [{ to: message.phone, text: message.text, reference: 'x-1' }],
          from: 'Melding',
          flash: false,
        },
      },
    ]);
  });

  test.each([400, 401, 500, 503, 204, 302])(
    'that answers %i has not taken it, and the error says nothing of it',
    async (status) => {
      const { gateway } = readGateway(fileOf(good()), isSafe);
      if (gateway === undefined) throw new Error('no gateway');
      answer = status;
      const error = await httpGateway(gateway)
        .send(message)
        .catch((one: unknown) => one);
      answer = 202;
      expect(error).toBeInstanceOf(NotTaken);
      for (const secret of [message.phone, '123456', 'hemmelig']) expect(String(error)).not.toContain(secret);
    },
  );

  test('that is not there has not taken it', async () => {
    const config = { address: 'http://127.0.0.1:9/', headers: {}, body: {}, secret: '', taken: [200] };
    await expect(httpGateway(config).send(message)).rejects.toBeInstanceOf(NotTaken);
  });
});

describe('the file about it', () => {
  test.each([
    ['no JSON', '{', 'is no JSON'],
    ['an unknown field', () => ({ ...good(), password: 'x' }), 'additional'],
    ['an address without TLS', () => ({ ...good(), address: 'http://sms.example' }), 'is no https address'],
    ['no place for the text', () => ({ ...good(), body: { to: '{phone}' } }), 'must have {text} in it'],
    ['a secret that is nowhere', () => ({ ...good(), secretFile: undefined }), 'secretFile is missing'],
    ['a secret file that is gone', () => ({ ...good(), secretFile: 'away' }), 'cannot be read: ENOENT'],
  ])('with %s is said to be wrong', (_, content, said) => {
    const { gateway, wrong } = readGateway(
      fileOf(typeof content === 'function' ? content() : content),
      isSafe,
    );
    expect(gateway).toBeUndefined();
    expect(wrong.join('\n')).toContain(said);
    expect(wrong.join('\n')).not.toContain('hemmelig');
  });

  test('that is not there is said', () => {
    expect(readGateway('/nowhere/sms.json', isSafe).wrong).toEqual([
      '/nowhere/sms.json cannot be read: ENOENT',
    ]);
  });
});
