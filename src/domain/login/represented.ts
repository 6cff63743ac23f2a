import type { Claims } from './proof.ts';

/** Norwegian organisation numbers in ISO 6523 form, as Ansattporten writes them: `0192:123456785`. */
const NORWEGIAN = /^0192:([0-9]{9})$/;

const objectsIn = (value: unknown): Claims[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is Claims => typeof one === 'object' && one !== null && !Array.isArray(one),
  );

/**
 * The organisations somebody may act for, from a token's `authorization_details`: of the type that was asked for and no
 * other, since the issuer lets any client ask for any type (standards R86).
 *
 * @param type such as `ansattporten:altinn:resource`, `ansattporten:orgno` or `ansattporten:altinn:service`
 * @param resource the Altinn resource that was asked for; details of another one do not count
 * @returns organisation numbers of nine digits, each once
 */
export function organisationsActedFor(claims: Claims, type: string, resource?: string): string[] {
  const details = objectsIn(claims['authorization_details']).filter(
    (detail) => detail['type'] === type && (resource === undefined || detail['resource'] === resource),
  );
  const named = details.flatMap((detail) => [
    ...objectsIn(detail['orgno']),
    ...objectsIn(detail['authorized_parties']).flatMap((party) => objectsIn(party['orgno'])),
    ...objectsIn(detail['reportees']),
  ]);
  const numbers = named.map(({ ID }) => (typeof ID === 'string' ? NORWEGIAN.exec(ID)?.[1] : undefined));
  return [...new Set(numbers.filter((number) => number !== undefined))];
}
