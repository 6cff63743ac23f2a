// The installation's ways in, from a JSON file. Everything that is wrong with it is said at once, and nothing starts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Type, { type Static } from 'typebox';
import Schema from 'typebox/schema';
import { Day } from '#contract/shapes.ts';
import type { Day as CalendarDay } from '#domain/time/day.ts';
import type { Provider, SigningKey } from './provider.ts';

const Strict = { additionalProperties: false };
const Text = Type.String({ minLength: 1, maxLength: 300 });
const Declared = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9-]{1,30}$' }),
    kind: Type.Enum(['id-porten', 'helseid', 'ansattporten', 'entra', 'other']),
    name: Type.Optional(Type.Object({ nb: Text, nn: Text, en: Text }, Strict)),
    issuer: Text,
    clientId: Text,
    authentication: Type.Union([
      Type.Object({ method: Type.Literal('private_key_jwt'), keyFile: Text, madeOn: Day }, Strict),
      Type.Object({ method: Type.Literal('client_secret'), secretFile: Text, madeOn: Day }, Strict),
    ]),
    scope: Type.Optional(Text),
    acrValues: Type.Optional(Type.Array(Text, { minItems: 1 })),
    proof: Type.Optional(Type.Object({ claim: Text, anyOf: Type.Array(Text, { minItems: 1 }) }, Strict)),
    for: Type.Array(Type.Enum(['participants', 'workers']), { minItems: 1 }),
    representation: Type.Optional(Type.Object({ type: Text, resource: Type.Optional(Text) }, Strict)),
  },
  Strict,
);
type Declared = Static<typeof Declared>;
const File = Type.Object({ providers: Type.Array(Declared) }, Strict);

/** ID-porten's levels, lowest first. What is not among them is too low. */
const ID_PORTEN_LEVELS = ['idporten-loa-substantial', 'idporten-loa-high'];
const NAMES: Partial<Record<Provider['kind'], string>> = {
  'id-porten': 'ID-porten',
  helseid: 'HelseID',
  ansattporten: 'Ansattporten',
};
/** Signatures with a key of the issuer's own; never `none`, and never one made with a shared secret. */
const ALGORITHMS = ['PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519', 'RS256'];
/** HelseID's security profile (standards R87). */
const HELSEID_ALGORITHMS = ['PS256', 'ES256'];

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether what travels to an address is safe from others: over TLS, or never leaving the machine. */
export function isSafe(address: string, mode: 'demo' | 'production'): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && mode === 'demo' && LOOPBACK.includes(hostname));
}

/**
 * Reads the file and the keys and secrets it names, which lie beside it so that the file itself may be shown to anyone.
 *
 * @returns the ways in, or what is wrong, one line each
 */
export function readProviders(
  file: string,
  mode: 'demo' | 'production',
): { providers: Provider[]; wrong: string[] } {
  const wrong: string[] = [];
  const content = readOr(wrong, file, (text) => JSON.parse(text) as unknown);
  if (content === undefined) return { providers: [], wrong };
  const [faultless, faults] = Schema.Errors(File, content);
  if (!faultless)
    return { providers: [], wrong: faults.map((fault) => `${file}${fault.instancePath}: ${fault.message}`) };
  const { providers: declared } = content as Static<typeof File>;
  const twice = declared.find((one, place) => declared.findIndex(({ id }) => id === one.id) !== place);
  if (twice !== undefined) wrong.push(`${file}: "${twice.id}" stands there twice`);
  const providers = declared.flatMap((one) => {
    const faults = faultsOf(one, mode).map((fault) => `${file}: ${one.id}: ${fault}`);
    const authentication = authenticationOf(wrong, one, path.dirname(file));
    wrong.push(...faults);
    return authentication === undefined ? [] : [{ ...providerOf(one), authentication }];
  });
  return { providers, wrong };
}

function readOr<T>(wrong: string[], file: string, parse: (text: string) => T): T | undefined {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    wrong.push(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'it is no JSON'}`);
    return undefined;
  }
}

function faultsOf(one: Declared, mode: 'demo' | 'production'): string[] {
  const faults: string[] = [];
  if (!isSafe(one.issuer, mode)) faults.push(`issuer "${one.issuer}" is no https address`);
  if (one.name === undefined && NAMES[one.kind] === undefined)
    faults.push('a name in nb, nn and en is needed');
  if (['id-porten', 'helseid'].includes(one.kind) && one.authentication.method !== 'private_key_jwt')
    faults.push(`${NAMES[one.kind]} takes authentication with a key (private_key_jwt)`);
  if (one.kind === 'id-porten' && one.proof !== undefined)
    faults.push('what ID-porten proves is its level; set acrValues instead of proof');
  if (one.kind === 'id-porten' && levelsOf(one).length === 0)
    faults.push(`acrValues must be among ${ID_PORTEN_LEVELS.join(' and ')}`);
  if (one.kind !== 'id-porten' && one.for.includes('workers') && one.proof === undefined)
    faults.push('workers need two factors: say in proof which claim shows it');
  return faults;
}

/** The levels that are enough: the lowest that was asked for, and those above it. */
const levelsOf = ({ acrValues = ID_PORTEN_LEVELS }: Declared): string[] =>
  acrValues.every((level) => ID_PORTEN_LEVELS.includes(level))
    ? ID_PORTEN_LEVELS.slice(Math.min(...acrValues.map((level) => ID_PORTEN_LEVELS.indexOf(level))))
    : [];

function authenticationOf(
  wrong: string[],
  { id, authentication }: Declared,
  directory: string,
): Provider['authentication'] | undefined {
  const { method } = authentication;
  const madeOn = authentication.madeOn as CalendarDay;
  if (method === 'client_secret') {
    const secret = readOr(wrong, path.resolve(directory, authentication.secretFile), (text) => text.trim());
    return secret === undefined ? undefined : { method, secret, madeOn };
  }
  const file = path.resolve(directory, authentication.keyFile);
  const key = readOr(wrong, file, (text) => JSON.parse(text) as Partial<SigningKey> & { d?: string });
  if (key === undefined) return undefined;
  const { kty, kid, alg, d } = key;
  if (kty === undefined || kid === undefined || alg === undefined || d === undefined) {
    wrong.push(`${file}: the key of ${id} must be a private JSON Web Key with kid and alg`);
    return undefined;
  }
  return { method, key: { ...key, kty, kid, alg }, madeOn };
}

function providerOf(one: Declared): Omit<Provider, 'authentication'> {
  const { id, kind, issuer, clientId, representation } = one;
  const name = NAMES[kind] ?? id;
  const proof = kind === 'id-porten' ? { claim: 'acr', anyOf: levelsOf(one) } : one.proof;
  const acrValues = one.acrValues ?? (kind === 'id-porten' ? ID_PORTEN_LEVELS.slice(0, 1) : undefined);
  return {
    id,
    kind,
    issuer,
    clientId,
    name: one.name ?? { nb: name, nn: name, en: name },
    scope: one.scope ?? 'openid',
    for: one.for,
    dpop: kind === 'helseid',
    algorithms: kind === 'helseid' ? HELSEID_ALGORITHMS : ALGORITHMS,
    ...(acrValues === undefined ? {} : { acrValues }),
    ...(proof === undefined ? {} : { proof }),
    ...(representation === undefined
      ? {}
      : {
          representation: {
            type: representation.type,
            ...(representation.resource === undefined ? {} : { resource: representation.resource }),
          },
        }),
  };
}
