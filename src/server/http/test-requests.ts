// Requests made from the OpenAPI document: every operation, and bodies that fit their schemas.
import fc from 'fast-check';
import { ClockTime, Day, Id, Instant } from '#contract/shapes.ts';

export interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

export interface Operation {
  method: 'GET' | 'POST' | 'DELETE';
  /** With its parameters in braces. */
  path: string;
  /** What has to stand after the question mark. */
  query: readonly string[];
  summary?: string;
  body?: Schema;
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Described {
  summary?: string;
  parameters?: { in: string; name: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Operation['responses'];
}

export const operationsOf = (document: object): Operation[] =>
  Object.entries((document as { paths: Record<string, Record<string, Described>> }).paths).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, described]) => {
        const body = described.requestBody?.content['application/json']?.schema;
        return {
          method: method.toUpperCase() as Operation['method'],
          path,
          query: (described.parameters ?? [])
            .filter((one) => one.in === 'query' && one.required === true)
            .map(({ name }) => name),
          responses: described.responses,
          summary: described.summary ?? '',
          ...(body === undefined ? {} : { body }),
        };
      }),
  );

/** What one may ask before one is somebody. */
const open = new Set([
  'GET /healthz',
  'GET /api/demo/personas',
  'GET /api/demo/messages',
  'POST /api/demo/session',
  'GET /api/letterboxes',
  'POST /api/letters',
  'POST /api/letters/for-myself',
]);
export const needsSession = ({ method, path }: Operation): boolean =>
  !open.has(`${method} ${path}`) && !path.startsWith('/api/login/');

/** An address: the first parameter gets the first id, and so on; what must be asked for is a day. */
export const addressOf = ({ path, query }: Operation, ids: readonly string[]): string => {
  const left = [...ids];
  const place = path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(left.shift() ?? ''));
  return query.length === 0 ? place : `${place}?${query.map((name) => `${name}=2024-03-01`).join('&')}`;
};

/** What ids and references a field may be given, so that some of them hit something. */
export interface Choices {
  ids(field: string): readonly string[];
  refs(field: string): readonly object[];
}

/** Bodies that fit a schema. */
export function bodiesFor(schema: Schema, choices: Choices, field = ''): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined)
    return fc.oneof(...schema.anyOf.map((one) => bodiesFor(one, choices, field)));
  if (schema.type === 'object') return objects(schema, choices, field);
  if (schema.type === 'array') {
    const items: fc.Arbitrary<unknown> =
      field === 'topics'
        ? fc.constantFrom('goals', 'actions', 'meeting')
        : bodiesFor(schema.items ?? {}, choices);
    return fc.uniqueArray(items, {
      minLength: schema.minItems ?? 0,
      maxLength: Math.min(schema.maxItems ?? 3, 3),
    });
  }
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum ?? -9, max: schema.maximum ?? 9 });
  if (schema.type === 'boolean') return fc.boolean();
  return strings(schema, choices.ids(field));
}

function objects(
  { properties = {}, required = [] }: Schema,
  choices: Choices,
  field: string,
): fc.Arbitrary<unknown> {
  if (Object.keys(properties).sort().join() === 'id,municipalityId')
    return fc.constantFrom(...choices.refs(field));
  const parts: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, one] of Object.entries(properties)) parts[name] = bodiesFor(one, choices, name);
  return fc.record(parts, { requiredKeys: required });
}

const digits = (length: number) => (n: number) => String(n).padStart(length, '0');
const days = fc
  .tuple(
    fc.constantFrom(2013, 2023, 2024, 2024, 2024, 2098),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => [year, month, day].map(digits(2)).join('-'));
const instants = fc
  .tuple(
    days,
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom('Z', '+01:00'),
  )
  .map(([day, hour, minute, zone]) => `${day}T${digits(2)(hour)}:${digits(2)(minute)}:00${zone}`);

// TypeBox keeps the options of a type out of its static type.
const patternOf = (schema: Schema): string | undefined => schema.pattern;

function strings(schema: Schema, ids: readonly string[]): fc.Arbitrary<string> {
  if (schema.pattern === patternOf(Id)) return fc.constantFrom(...ids);
  if (schema.pattern === patternOf(Day)) return days;
  if (schema.pattern === patternOf(Instant)) return instants;
  if (schema.pattern === patternOf(ClockTime)) return fc.constantFrom('02:30', '09:30', '13:00', '20:15');
  if (schema.pattern?.includes('a-z0-9_-]+$'))
    return fc
      .base64String({ minLength: 4, maxLength: 40 })
      .map((text) => text.replace(/=+$/, '').replaceAll(/[+/]/g, '_'));
  if (schema.pattern === '^[0-9a-f]{64}$')
    return fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
  if (schema.pattern?.includes('0-9 ')) return fc.constantFrom('+47 900 00 000', '90000000');
  const { minLength = 0, maxLength = 40 } = schema;
  const word = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 40) });
  // Graphemes may be several code units each, and white space alone is no text.
  return word.map((text) => (minLength > 0 && text.trim() === '' ? 'x' : text.slice(0, maxLength)));
}

/** One body that fits, about somebody; always the same. */
export const fitting = ({ body }: Operation, ids: readonly string[], refs: readonly object[]): object =>
  fc.sample(bodiesFor(body ?? {}, { ids: () => ids, refs: () => refs }), {
    numRuns: 1,
    seed: 7,
  })[0] as object;

const AT_ONCE = 8;
/** So many at once; answers what was wrong. */
export async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<string[]>): Promise<string[]> {
  const wrong: string[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    wrong.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(work))).flat());
  return wrong;
}
