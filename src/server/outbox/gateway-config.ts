// The installation's gateway for messages, from a JSON file. What is wrong with it is said at start, and nothing starts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Type, { type Static } from 'typebox';
import Schema from 'typebox/schema';
import type { GatewayConfig } from './gateway.ts';

const Text = Type.String({ minLength: 1, maxLength: 1000 });
const File = Type.Object(
  {
    address: Text,
    headers: Type.Optional(Type.Record(Type.String(), Text)),
    secretFile: Type.Optional(Text),
    body: Type.Unknown(),
    taken: Type.Optional(Type.Array(Type.Integer({ minimum: 200, maximum: 299 }), { minItems: 1 })),
  },
  { additionalProperties: false },
);

/**
 * Reads the file, and the secret it names, which lies beside it so that the file itself may be shown to anyone.
 *
 * @param isSafe whether what travels to an address is safe from others
 * @returns the gateway, or what is wrong, one line each
 */
export function readGateway(
  file: string,
  isSafe: (address: string) => boolean,
): { gateway?: GatewayConfig; wrong: string[] } {
  const content = read(file);
  if ('wrong' in content) return { wrong: [content.wrong] };
  let parsed: unknown;
  try {
    parsed = JSON.parse(content.text);
  } catch {
    return { wrong: [`${file} is no JSON`] };
  }
  const [faultless, faults] = Schema.Errors(File, parsed);
  if (!faultless) return { wrong: faults.map((fault) => `${file}${fault.instancePath}: ${fault.message}`) };
  const { address, headers = {}, secretFile, body, taken = [200, 201, 202] } = parsed as Static<typeof File>;
  const wrong: string[] = [];
  if (!isSafe(address)) wrong.push(`${file}: address "${address}" is no https address`);
  const template = JSON.stringify(body);
  for (const needed of ['{phone}', '{text}'])
    if (!template.includes(needed)) wrong.push(`${file}: body must have ${needed} in it`);
  const secret = secretFile === undefined ? { text: '' } : read(path.resolve(path.dirname(file), secretFile));
  if ('wrong' in secret) wrong.push(secret.wrong);
  else if (secretFile === undefined && (JSON.stringify(headers) + template).includes('{secret}'))
    wrong.push(`${file}: {secret} is used, and secretFile is missing`);
  if (wrong.length > 0 || 'wrong' in secret) return { wrong };
  return { gateway: { address, headers, body, secret: secret.text.trim(), taken }, wrong };
}

function read(file: string): { text: string } | { wrong: string } {
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    return { wrong: `${file} cannot be read: ${(error as NodeJS.ErrnoException).code}` };
  }
}
