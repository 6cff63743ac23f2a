// A house with the demonstration in it and a real issuer beside it, which vouches for some of the personas.
import { afterAll } from 'vitest';
import type { Invited, StaffLogins, WorkerLogin } from '#contract/login.ts';
import { personas, type WorkerName } from '#db/demo/people.ts';
import { type Body, type House, openHouse, workerRef } from '../test-house.ts';
import type { Provider } from './provider.ts';
import { openRelyingParty } from './relying-party.ts';
import { type Answered, type Browser, openBrowser, placeOf } from './test-browser.ts';
import { CLIENT_SECRET, MADE_ON, openTestIssuer, type Person, type TestIssuer } from './test-issuer.ts';

export const HERE = 'http://localhost';
const PROVIDERS = ['id-porten', 'arbeid', 'begge', 'virksomhet', 'borte'];

export const siren: Person = { subject: 'sub-siren', amr: ['mfa'] };
export const rune: Person = { subject: 'sub-rune', acr: 'idporten-loa-high' };
const PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36';

/** Somebody who has proved two factors at work. */
export const person = (subject: string): Person => ({ subject, amr: ['mfa'] });

/** What is done at the desk for logins, by its address. */
export const desk = (who: WorkerName, part: string): string => {
  const { municipalityId, id } = workerRef(who);
  return `/api/staff-logins/${municipalityId}/${id}/${part}`;
};

export interface OpenidHouse extends House {
  /** Terje makes a code for a worker. */
  codeFor(who: WorkerName): Promise<string>;
  issuer: TestIssuer;
  providers: Provider[];
  /** A phone with nothing in it. */
  browser(userAgent?: string): Browser;
  /** From the button to where one lands. */
  logIn(browser: Browser, provider: string, person: Person, back?: string): Promise<Answered>;
  /** The issuer's answer, on its way back to a browser that was sent there. */
  answerTo(begun: Answered, person: Person): Promise<string>;
  /** A worker as Terje sees them at the desk for logins. */
  deskOf(name: string): Promise<WorkerLogin | undefined>;
  /** Somebody's sessions that are alive. */
  sessionsOf(login: string): Promise<{ strength: string; method: string; issuer_session: string | null }[]>;
}

/** One for the tests of a file, closed after them. */
export async function houseForTests(): Promise<OpenidHouse> {
  const house = await openOpenidHouse();
  afterAll(() => house.close());
  return house;
}

async function openOpenidHouse(): Promise<OpenidHouse> {
  const issuer = await openTestIssuer({
    redirectUris: PROVIDERS.map((id) => `${HERE}/api/login/${id}/callback`),
    postLogoutUris: [`${HERE}/`],
  });
  const providers = providersOf(issuer);
  const house = await openHouse({ relyingParty: openRelyingParty(providers, HERE) });
  for (const [subject, login, provider] of [
    ['sub-siren', personas.siren.loginId, 'arbeid'],
    ['sub-rune', personas.rune.loginId, 'id-porten'],
    ['sub-kari', personas.kari.loginId, 'virksomhet'],
  ])
    await house.owner(
      `insert into login_identity (issuer, subject, provider, login_user_id, bound_by) values ($1, $2, $3, $4, 'invitation')`,
      [issuer.issuer, subject, provider, login],
    );
  const answerTo = async (begun: Answered, person: Person) => {
    issuer.logsIn(person);
    return placeOf(await issuer.follow(String(begun.body['address'])));
  };
  return {
    ...house,
    issuer,
    providers,
    browser: (userAgent = PHONE) => openBrowser(house.app, userAgent),
    logIn: async (browser, provider, person, back) => {
      const begun = await browser.post('/api/login/attempts', {
        provider,
        ...(back === undefined ? {} : { back }),
      });
      return begun.said === '201' ? browser.get(await answerTo(begun, person)) : begun;
    },
    answerTo,
    codeFor: async (who) => {
      const invited = await house.as('terje').post<Invited & Body>(desk(who, 'invitations'), { days: 7 });
      return invited.body.code;
    },
    deskOf: async (name) => {
      const { body } = await house.as('terje').get<StaffLogins & Body>('/api/staff-logins');
      return body.workers.find((worker) => worker.name === name);
    },
    sessionsOf: (login) =>
      house.owner(
        'select strength, method, issuer_session from login_session where login_user_id = $1 and ended_at is null and app.now() < idle_until order by created_at',
        [login],
      ),
    close: async () => {
      await house.close();
      await issuer.close();
    },
  };
}

const named = (name: string) => ({ nb: name, nn: name, en: name });
function providersOf(issuer: TestIssuer): Provider[] {
  const common = {
    issuer: issuer.issuer,
    scope: 'openid',
    dpop: false,
    algorithms: ['ES256'],
  };
  const bySecret = {
    ...common,
    clientId: 'by-secret',
    authentication: { method: 'client_secret' as const, secret: CLIENT_SECRET, madeOn: MADE_ON },
  };
  const strong = { proof: { claim: 'amr', anyOf: ['mfa'] } };
  return [
    {
      ...common,
      id: 'id-porten',
      kind: 'id-porten',
      name: named('ID-porten'),
      clientId: 'by-key',
      authentication: { method: 'private_key_jwt', key: issuer.clientKey, madeOn: MADE_ON },
      acrValues: ['idporten-loa-substantial'],
      proof: { claim: 'acr', anyOf: ['idporten-loa-substantial', 'idporten-loa-high'] },
      for: ['participants'],
    },
    { ...bySecret, ...strong, id: 'arbeid', kind: 'entra', name: named('Kommunen'), for: ['workers'] },
    {
      ...bySecret,
      ...strong,
      id: 'begge',
      kind: 'other',
      name: named('Begge'),
      for: ['participants', 'workers'],
    },
    {
      ...bySecret,
      ...strong,
      id: 'virksomhet',
      kind: 'ansattporten',
      name: named('Ansattporten'),
      for: ['workers'],
      representation: { type: 'ansattporten:orgno' },
    },
    {
      ...bySecret,
      id: 'borte',
      kind: 'other',
      name: named('Borte'),
      for: ['participants'],
      issuer: 'http://127.0.0.1:9',
    },
  ];
}
