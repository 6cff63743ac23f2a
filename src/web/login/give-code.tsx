import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CodesOf, LoginCodeMade } from '#contract/code.ts';
import { m } from '#text/generated/messages.js';
import { nearDay, nearMoment } from '../app/dates.ts';
import { shownPhone } from '../app/phone.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm, useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Details } from '../ui/details.tsx';
import { AgreePhone } from './agree-phone.tsx';
import { GivenList } from './given-list.tsx';
import './given-code.css';

interface GiveCodeProps {
  participantId: string;
  name: string;
  done: () => void;
}

/** Beside somebody who cannot get in: a code to read aloud, and a new number, in one place. */
export function GiveCode(props: GiveCodeProps) {
  const query = useQuery(addressQuery<CodesOf>(`/api/people/${props.participantId}/login-codes`));
  return <QueryView query={query}>{(codes) => <Giving {...props} codes={codes} />}</QueryView>;
}

function Giving({ codes, ...props }: GiveCodeProps & { codes: CodesOf }) {
  const [made, setMade] = useState<LoginCodeMade>();
  const [agreeing, setAgreeing] = useState(false);
  const { participantId, name, done } = props;
  if (!codes.mayGive) return <p>{m.give_code_not_yours({ name })}</p>;
  if (agreeing)
    return (
      <AgreePhone
        participantId={participantId}
        beside={name}
        onSaved={() => setAgreeing(false)}
        onCancel={() => setAgreeing(false)}
      />
    );
  return (
    <div className="mv-stack">
      {made === undefined ? (
        <Make {...props} codes={codes} onMade={setMade} />
      ) : (
        <Made made={made} name={name} now={codes.now} onDone={done} />
      )}
      <Phone codes={codes} name={name} onAgree={() => setAgreeing(true)} />
      {codes.given.length > 0 && (
        <Details summary={m.given_title()}>
          <GivenList given={codes.given} now={codes.now} />
        </Details>
      )}
    </div>
  );
}

interface MakeProps extends GiveCodeProps {
  codes: CodesOf;
  onMade: (made: LoginCodeMade) => void;
}

function Make({ participantId, name, codes, onMade }: MakeProps) {
  const sending = useSend<LoginCodeMade>();
  const [lost, setLost] = useState(false);
  const make = async () => {
    const made = await sending.send(`/api/people/${participantId}/login-codes`, {
      because: lost ? 'lost-phone' : 'no-way-in',
    });
    if (made) onMade(made);
  };
  if (!codes.byWorker) return <p>{m.give_code_off()}</p>;
  return (
    <SendForm sending={sending} submit={m.give_code_make()} onSubmit={make}>
      <p>{m.give_code_text({ name })}</p>
      <Checkbox
        checked={lost}
        onChange={setLost}
        label={m.give_code_lost()}
        note={
          <>
            {codes.loggedIn > 0
              ? m.give_code_lost_note({ name, count: codes.loggedIn })
              : m.give_code_lost_note_none({ name })}{' '}
            {codes.phone && m.give_code_lost_phone({ phone: shownPhone(codes.phone.phone) })}
          </>
        }
      />
    </SendForm>
  );
}

interface MadeProps {
  made: LoginCodeMade;
  name: string;
  now: string;
  onDone: () => void;
}

/** Shown here, once; closing the dialog is the last anybody sees of it. */
const Made = ({ made, name, now, onDone }: MadeProps) => (
  <div className="mv-stack">
    <p className="mv-code" role="status">
      {made.code}
    </p>
    <p>{m.give_code_made({ name, time: nearMoment(made.expiresAt, now) })}</p>
    <ol className="mv-code-steps">
      <li>{m.give_code_step_open()}</li>
      <li>{m.give_code_step_press()}</li>
      <li>{m.give_code_step_type()}</li>
    </ol>
    {made.sessionsEnded > 0 && (
      <p>{made.sessionsEnded === 1 ? m.given_ended_one() : m.given_ended({ count: made.sessionsEnded })}</p>
    )}
    <div>
      <Button onClick={onDone}>{m.give_code_done()}</Button>
    </div>
  </div>
);

interface PhoneProps {
  codes: CodesOf;
  name: string;
  onAgree: () => void;
}

/** The number that codes may be sent to, where the municipality has said yes to that. */
function Phone({ codes: { phone, bySms, now }, name, onAgree }: PhoneProps) {
  if (!bySms) return null;
  return (
    <section className="mv-stack">
      <h3 className="mv-h3">{m.my_phone_title()}</h3>
      <p>
        {phone === undefined
          ? m.phone_none_of({ name })
          : m.phone_agreed_since({ phone: shownPhone(phone.phone), day: nearDay(phone.since, now) })}
      </p>
      <div>
        <Button variant="secondary" onClick={onAgree}>
          {phone === undefined ? m.phone_agree() : m.phone_change()}
        </Button>
      </div>
    </section>
  );
}
