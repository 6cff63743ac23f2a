import { useState } from 'react';
import type { Control, FoundForControl } from '#contract/control.ts';
import { m } from '#text/generated/messages.js';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';

interface ByAccountProps {
  accounts: Control['accounts'];
  onLog: (account: string) => void;
  onBreach: (account: string, name: string) => void;
}

export function ByAccount({ accounts, onLog, onBreach }: ByAccountProps) {
  const [account, setAccount] = useState('');
  const [tried, setTried] = useState(false);
  const name = accounts.find(({ id }) => id === account)?.name ?? '';
  const ask = (what: () => void) => (account ? what() : setTried(true));
  return (
    <>
      <SelectField
        label={m.control_account()}
        placeholder={m.sharing_choose()}
        value={account}
        onChange={setAccount}
        error={tried && !account ? m.control_account_needed() : undefined}
        options={accounts.map(({ id, name: who, organisation }) => ({
          value: id,
          label: organisation ? `${who}, ${organisation}` : who,
        }))}
      />
      <div className="mv-row">
        <Button onClick={() => ask(() => onLog(account))}>{m.control_show_log()}</Button>
        <Button variant="secondary" onClick={() => ask(() => onBreach(account, name))}>
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

export function ByPerson({ onLog, onRegister }: ByPersonProps) {
  const [who, setWho] = useState({ givenName: '', familyName: '', birthDay: '' });
  const [none, setNone] = useState(false);
  const [tried, setTried] = useState(false);
  const { send, busy, error } = useSend<FoundForControl>();
  const needed = (text: string) => (tried && !text.trim() ? m.field_needed() : undefined);
  const find = async (show: (person: Found) => void) => {
    setTried(true);
    if (Object.values(who).some((text) => !text.trim())) return;
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
          error={needed(who.givenName)}
        />
        <TextField
          label={m.control_family_name()}
          value={who.familyName}
          maxLength={100}
          onChange={(familyName) => setWho({ ...who, familyName })}
          error={needed(who.familyName)}
        />
        <TextField
          label={m.control_birth_day()}
          type="date"
          value={who.birthDay}
          onChange={(birthDay) => setWho({ ...who, birthDay })}
          error={needed(who.birthDay)}
        />
      </div>
      <p className="mv-meta">{m.control_exact()}</p>
      <div className="mv-row">
        <Button busy={busy} onClick={() => find(onLog)}>
          {m.control_show_log()}
        </Button>
        <Button variant="secondary" busy={busy} onClick={() => find(onRegister)}>
          {m.control_show_register()}
        </Button>
      </div>
      {none && <p role="status">{m.control_not_found()}</p>}
      {error && <ProblemNotice error={error} />}
    </>
  );
}
