import { useState } from 'react';
import type { Control, FoundForControl } from '#contract/control.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { instantAt } from '../app/oslo-time.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { BreachList } from './breach-list.tsx';
import { LogList } from './log-list.tsx';
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
  const [period, setPeriod] = useState({
    from: `${weekBefore(now)}T00:00`,
    to: `${dayOf(now)}T23:59`,
  });
  const [asked, setAsked] = useState<Asked>();
  const ask = (what: WithoutNumber<Asked>) =>
    setAsked({ ...what, number: (asked?.number ?? 0) + 1 } as Asked);
  const span = { from: instantOf(period.from), to: instantOf(period.to) };
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
      <div className="control-period">
        <TextField
          label={m.control_from()}
          type="datetime-local"
          value={period.from}
          onChange={(from) => setPeriod({ ...period, from })}
        />
        <TextField
          label={m.control_to()}
          type="datetime-local"
          value={period.to}
          onChange={(to) => setPeriod({ ...period, to })}
        />
      </div>
      {by === 'account' ? (
        <ByAccount
          accounts={accounts}
          onLog={(account) => ask({ kind: 'log', account, ...span })}
          onBreach={(account, name) => ask({ kind: 'breach', account, name, ...span })}
        />
      ) : (
        <ByPerson
          onLog={({ id }) => ask({ kind: 'log', person: id, ...span })}
          onRegister={({ id, name }) => ask({ kind: 'register', person: id, name, at: span.to })}
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

/** From a field for day and time; what is left empty is no moment. */
const instantOf = (field: string): string => {
  const [day = '', time = ''] = field.split('T');
  return day === '' || time === '' ? '' : instantAt(day, time.slice(0, 5));
};

interface ByAccountProps {
  accounts: Control['accounts'];
  onLog: (account: string) => void;
  onBreach: (account: string, name: string) => void;
}

function ByAccount({ accounts, onLog, onBreach }: ByAccountProps) {
  const [account, setAccount] = useState('');
  const name = accounts.find(({ id }) => id === account)?.name ?? '';
  return (
    <>
      <SelectField
        label={m.control_account()}
        placeholder={m.sharing_choose()}
        value={account}
        onChange={setAccount}
        options={accounts.map(({ id, name: who, organisation }) => ({
          value: id,
          label: organisation ? `${who}, ${organisation}` : who,
        }))}
      />
      <div className="mv-row">
        <Button disabled={!account} onClick={() => onLog(account)}>
          {m.control_show_log()}
        </Button>
        <Button variant="secondary" disabled={!account} onClick={() => onBreach(account, name)}>
          {m.control_show_breach()}
        </Button>
      </div>
    </>
  );
}

type Found = FoundForControl['people'][number];

interface ByPersonProps {
  onLog: (person: Found) => void;
  onRegister: (person: Found) => void;
}

function ByPerson({ onLog, onRegister }: ByPersonProps) {
  const [who, setWho] = useState({ givenName: '', familyName: '', birthDay: '' });
  const [none, setNone] = useState(false);
  const { send, busy, error } = useSend<FoundForControl>();
  const ready = who.givenName.trim() !== '' && who.familyName.trim() !== '' && who.birthDay !== '';
  const find = async (show: (person: Found) => void) => {
    const found = await send('/api/control/people/search', who);
    const person = found?.people[0];
    setNone(found !== undefined && person === undefined);
    if (person) show(person);
  };
  return (
    <>
      <div className="control-period">
        <TextField
          label={m.control_given_name()}
          value={who.givenName}
          maxLength={100}
          onChange={(givenName) => setWho({ ...who, givenName })}
        />
        <TextField
          label={m.control_family_name()}
          value={who.familyName}
          maxLength={100}
          onChange={(familyName) => setWho({ ...who, familyName })}
        />
        <TextField
          label={m.control_birth_day()}
          type="date"
          value={who.birthDay}
          onChange={(birthDay) => setWho({ ...who, birthDay })}
        />
      </div>
      <p className="mv-meta">{m.control_exact()}</p>
      <div className="mv-row">
        <Button disabled={!ready} busy={busy} onClick={() => find(onLog)}>
          {m.control_show_log()}
        </Button>
        <Button variant="secondary" disabled={!ready} busy={busy} onClick={() => find(onRegister)}>
          {m.control_show_register()}
        </Button>
      </div>
      {none && <p role="status">{m.control_not_found()}</p>}
      {error && <ProblemNotice error={error} />}
    </>
  );
}
