// A real OpenID provider beside a house: it vouches for Siren and Rune, and for somebody nobody has met.

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type pg from 'pg';
import { personas } from '#db/demo/people.ts';
import { asOwner } from '#server/db/owner.ts';
import type { Provider } from '#server/login/provider.ts';
import { openRelyingParty, type RelyingParty } from '#server/login/relying-party.ts';
import { CLIENT_SECRET, MADE_ON, openTestIssuer, type Person } from '#server/login/test-issuer.ts';

const people: Record<string, Person> = {
  Siren: { subject: 'sub-siren', amr: ['mfa'] },
  'Siren med bare ett trinn': { subject: 'sub-siren', amr: ['pwd'] },
  Rune: { subject: 'sub-rune', acr: 'idporten-loa-high' },
  'En ny': { subject: 'sub-ny', amr: ['mfa'] },
};

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const taken = createServer().listen(0, '127.0.0.1', () => {
      const { port } = taken.address() as AddressInfo;
      taken.close(() => resolve(port));
    });
  });

export async function openIssuer(
  here: string,
  owner: pg.ClientConfig,
): Promise<{ relyingParty: RelyingParty; close(): Promise<void> }> {
  const issuer = await openTestIssuer({
    redirectUris: ['id-porten', 'kommunen'].map((id) => `${here}/api/login/${id}/callback`),
    postLogoutUris: [`${here}/`],
    people,
  });
  const common = { issuer: issuer.issuer, scope: 'openid', dpop: false, algorithms: ['ES256'] };
  const providers: Provider[] = [
    {
      ...common,
      id: 'id-porten',
      kind: 'id-porten',
      name: { nb: 'ID-porten', nn: 'ID-porten', en: 'ID-porten' },
      clientId: 'by-key',
      authentication: { method: 'private_key_jwt', key: issuer.clientKey, madeOn: MADE_ON },
      acrValues: ['idporten-loa-substantial'],
      proof: { claim: 'acr', anyOf: ['idporten-loa-substantial', 'idporten-loa-high'] },
      for: ['participants'],
    },
    {
      ...common,
      id: 'kommunen',
      kind: 'entra',
      name: { nb: 'kommunen', nn: 'kommunen', en: 'the municipality' },
      clientId: 'by-secret',
      authentication: { method: 'client_secret', secret: CLIENT_SECRET, madeOn: MADE_ON },
      proof: { claim: 'amr', anyOf: ['mfa'] },
      for: ['workers'],
    },
  ];
  await asOwner(owner, 'browser tests bind identities', (client) =>
    client.query(
      `insert into app.login_identity (issuer, subject, provider, login_user_id, bound_by)
       values ($1, 'sub-siren', 'kommunen', $2, 'invitation'), ($1, 'sub-rune', 'id-porten', $3, 'invitation')`,
      [issuer.issuer, personas.siren.loginId, personas.rune.loginId],
    ),
  );
  return { relyingParty: openRelyingParty(providers, here), close: () => issuer.close() };
}
