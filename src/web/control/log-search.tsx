import { useState } from 'react';
import type { Control } from '#contract/control.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { BreachList } from './breach-list.tsx';
import { ByAccount, ByPerson } from './log-asks.tsx';
import { LogList } from './log-list.tsx';
import { type Period, PeriodFields, spanOf } from './period-fields.tsx';
import { RegisterList } from './register-list.tsx';

interface LogSearchProps {
  accounts: Control['accounts'];
  now: string;
}

/** What is asked of the log; changed when something new is asked, and shown anew. */
type Asked = { number: number } & (
  | { kind: 'log'; account?: string; person?: string; from: string; to: string }
  | { kind: 'breach'; account: string; name: string; from: string; to: string }
  | { kind: 'register'; person: string; name: string; at: string }
);

type WithoutNumber<T> = T extends unknown ? Omit<T, 'number'> : never;

/** The log of an account or about a person: looked up only when somebody asks, because each look is in the log too. */
export function LogSearch({ accounts, now }: LogSearchProps) {
  const [by, setBy] = useState('account');
  const [period, setPeriod] = useState<Period>({
    fromDay: weekBefore(now),
    fromTime: '00.00',
    toDay: dayOf(now),
    toTime: '23.59',
  });
  const [asked, setAsked] = useState<Asked>();
  const ask = (what: WithoutNumber<Asked>) =>
    setAsked({ ...what, number: (asked?.number ?? 0) + 1 } as Asked);
  const span = spanOf(period);
  return (
    <Card title={m.control_search()}>
      <ChoiceChips
        legend={m.control_search_by()}
        options={[
          { value: 'account', label: m.control_by_account() },
          { value: 'person', label: m.control_by_person() },
        ]}
        value={by}
        onChange={(next) => {
          setBy(next);
          setAsked(undefined);
        }}
      />
      <PeriodFields period={period} onChange={setPeriod} />
      {by === 'account' ? (
        <ByAccount
          accounts={accounts}
          onLog={(account) => span && ask({ kind: 'log', account, ...span })}
          onBreach={(account, name) => span && ask({ kind: 'breach', account, name, ...span })}
        />
      ) : (
        <ByPerson
          onLog={({ id }) => span && ask({ kind: 'log', person: id, ...span })}
          onRegister={({ id, name }) => span && ask({ kind: 'register', person: id, name, at: span.to })}
        />
      )}
      {asked?.kind === 'log' && <LogList key={asked.number} asked={asked} now={now} />}
      {asked?.kind === 'breach' && <BreachList key={asked.number} {...asked} now={now} />}
      {asked?.kind === 'register' && <RegisterList key={asked.number} {...asked} now={now} />}
    </Card>
  );
}

const weekBefore = (now: string): string =>
  dayOf(new Date(Date.parse(now) - 7 * 24 * 60 * 60 * 1000).toISOString());
