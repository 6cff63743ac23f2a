// A house with the demonstration in it and a made-up phone beside it, for tests of logging in by code.
import type pg from 'pg';
import type { LoginCodeMade } from '#contract/code.ts';
import { participants } from '#db/demo/people.ts';
import { testNumbers } from '../db/test-keys.ts';
import { deliverMessages } from '../outbox/deliver.ts';
import { type Gateway, NotTaken } from '../outbox/gateway.ts';
import { type Answer, type Body, type House, openHouse, pageOf } from '../test-house.ts';
import { type Browser, openBrowser } from './test-browser.ts';

const PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36';
/** What the demonstration has agreed on with Rune. */
export const RUNES_PHONE = '900 00 101';

export interface CodeHouse extends House {
  browser(): Browser;
  /** A code for somebody, made by a worker beside them. */
  codeFor(worker: string, who: keyof typeof participants, lost?: boolean): Promise<Answer<LoginCodeMade>>;
  use(browser: Browser, code: string): Promise<string>;
  /** One round of sending. */
  deliver(): Promise<void>;
  /** What has come to a phone, the newest first. */
  received(phone?: string): string[];
  /** The digits of the newest message to a phone. */
  digits(phone?: string): string;
  /** Whether the gateway takes anything. */
  away(is: boolean): void;
  sessionsOf(who: keyof typeof participants): Promise<{ strength: string; method: string }[]>;
}

export async function openCodeHouse(): Promise<CodeHouse> {
  const messages: { phone: string; text: string }[] = [];
  let isAway = false;
  const gateway: Gateway = {
    send: async ({ phone, text }) => {
      if (isAway) throw new NotTaken('answered 503');
      messages.unshift({ phone, text });
    },
  };
  const house = await openHouse({ post: { soon: () => undefined } });
  // One statement at a time, as over a connection of one's own.
  const client = {
    query: async (text: string, values: unknown[]) => ({ rows: await house.owner(text, values) }),
  } as unknown as pg.ClientBase;
  const received = (phone = RUNES_PHONE) => {
    const whole = `+47${phone.replaceAll(' ', '')}`;
    return messages.filter((one) => one.phone === whole).map(({ text }) => text);
  };
  return {
    ...house,
    browser: () => openBrowser(house.app, PHONE),
    codeFor: (worker, who, lost = false) =>
      house.as(worker).post<LoginCodeMade & Body>(pageOf(who, 'login-codes'), {
        because: lost ? 'lost-phone' : 'no-way-in',
      }) as Promise<Answer<LoginCodeMade>>,
    use: async (browser, code) => (await browser.post('/api/login/code-uses', { code })).said,
    deliver: () => deliverMessages(client, { numbers: testNumbers, gateway }),
    received,
    digits: (phone) => /[0-9]{6}/.exec(received(phone)[0] ?? '')?.[0] ?? '',
    away: (is) => {
      isAway = is;
    },
    sessionsOf: (who) =>
      house.owner(
        `select s.strength, s.method from login_session s join login_user u on u.id = s.login_user_id
          where u.participant_id = $1 and s.ended_at is null and app.now() < least(s.idle_until, s.expires_at) order by s.created_at`,
        [participants[who].participantId],
      ),
  };
}
