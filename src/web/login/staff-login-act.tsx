import { useState } from 'react';
import type { Invited, WorkerLogin } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { nearMoment } from '../app/dates.ts';
import { ReasonForm } from '../app/reason.tsx';
import { SendForm, useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField } from '../ui/fields.tsx';
import './given-code.css';

export type What = 'invite' | 'withdraw' | 'close' | 'reopen' | 'end';
export interface Act {
  what: What;
  worker: WorkerLogin;
}

interface ActProps {
  act: Act;
  now: string;
  nameOf: (provider: string) => string;
  onClose: () => void;
}

/** What is done to somebody's login, in a dialog of its own. */
export function StaffLoginAct({ act, now, nameOf, onClose }: ActProps) {
  const { what, worker } = act;
  const { name } = worker;
  if (what === 'invite') return <Invite worker={worker} now={now} nameOf={nameOf} onClose={onClose} />;
  const { path, title, text, submit, saved } = {
    withdraw: {
      path: 'invitation-withdrawals',
      title: m.staff_login_withdraw_title({ name }),
      text: undefined,
      submit: m.staff_login_withdraw(),
      saved: m.staff_login_withdrawn_saved({ name }),
    },
    close: {
      path: 'closures',
      title: m.staff_login_close_title({ name }),
      text: m.staff_login_close_text({ name }),
      submit: m.staff_login_close(),
      saved: m.staff_login_closed_saved({ name }),
    },
    reopen: {
      path: 'reopenings',
      title: m.staff_login_reopen_title({ name }),
      text: undefined,
      submit: m.staff_login_reopen(),
      saved: m.staff_login_reopened_saved({ name }),
    },
    end: {
      path: 'session-endings',
      title: m.staff_login_end_title({ name }),
      text: m.staff_login_end_text({ name }),
      submit: m.staff_login_end(),
      saved: m.staff_login_ended_saved({ name }),
    },
  }[what];
  return (
    <Dialog title={title} closeLabel={m.close()} onClose={onClose}>
      <ReasonForm
        draft={`login ${what} ${worker.id}`}
        label={m.staff_login_because()}
        description={m.staff_login_because_note()}
        maxLength={200}
        submit={submit}
        savedText={saved}
        path={`${addressOf(worker)}/${path}`}
        bodyOf={(because) => ({ because })}
        onSaved={onClose}
      >
        {text !== undefined && <p>{text}</p>}
      </ReasonForm>
    </Dialog>
  );
}

const addressOf = ({ municipalityId, id }: WorkerLogin) => `/api/staff-logins/${municipalityId}/${id}`;
const DAYS = ['1', '3', '7', '14'];

/** The code is shown here, once; closing the dialog is the last one sees of it. */
function Invite({ worker, now, nameOf, onClose }: Omit<ActProps, 'act'> & { worker: WorkerLogin }) {
  const { name, waysIn } = worker;
  const sending = useSend<Invited>();
  const [days, setDays] = useState('7');
  const [made, setMade] = useState<Invited>();
  const make = async () =>
    setMade(await sending.send(`${addressOf(worker)}/invitations`, { days: Number(days) }));
  if (made !== undefined)
    return (
      <Dialog title={m.staff_login_code({ name })} closeLabel={m.close()} onClose={onClose}>
        <div className="mv-stack">
          <p className="mv-code">{made.code}</p>
          <p>{m.staff_login_code_text({ name, time: nearMoment(made.expiresAt, now) })}</p>
          <div>
            <Button onClick={onClose}>{m.staff_login_code_done()}</Button>
          </div>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={m.staff_login_invite_title({ name })} closeLabel={m.close()} onClose={onClose}>
      <SendForm sending={sending} submit={m.staff_login_make_code()} onSubmit={make}>
        <p>
          {waysIn.length === 0
            ? m.staff_login_invite_text({ name })
            : m.staff_login_invite_replaces({ name, ways: listOf(waysIn.map(nameOf)) })}
        </p>
        <SelectField
          label={m.staff_login_days()}
          value={days}
          onChange={setDays}
          options={DAYS.map((count) => ({ value: count, label: count }))}
        />
      </SendForm>
    </Dialog>
  );
}
