import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CodesOf } from '#contract/code.ts';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { shownPhone } from '../app/phone.ts';
import { addressQuery } from '../app/queries.ts';
import { ProblemNotice, QueryView } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useToast } from '../ui/toast.tsx';
import { AgreePhone } from './agree-phone.tsx';
import { GivenList } from './given-list.tsx';

/** A participant's own: the number for codes, and who has made codes for them. */
export function MyCodes() {
  const query = useQuery(addressQuery<CodesOf>('/api/my-login-codes'));
  return (
    <QueryView query={query}>
      {(codes) => (
        <>
          {(codes.bySms || codes.phone !== undefined) && <MyPhone codes={codes} />}
          <Card title={m.given_title_mine()}>
            {codes.given.length === 0 ? (
              <p>{m.given_none_mine()}</p>
            ) : (
              <GivenList given={codes.given} now={codes.now} />
            )}
          </Card>
        </>
      )}
    </QueryView>
  );
}

function MyPhone({ codes }: { codes: CodesOf }) {
  const [agreeing, setAgreeing] = useState(false);
  const { participantId, phone, now, mayAgree } = codes;
  return (
    <Card title={m.my_phone_title()}>
      <p>{m.my_phone_lead()}</p>
      {phone === undefined ? (
        <p>{m.my_phone_none()}</p>
      ) : (
        <p>
          <strong>{shownPhone(phone.phone)}</strong>{' '}
          <span className="mv-meta">
            {(phone.together ? m.my_phone_since_together : m.my_phone_since)({
              day: nearDay(phone.since, now),
            })}
          </span>
        </p>
      )}
      {!mayAgree && <p>{m.my_phone_stronger()}</p>}
      {mayAgree && agreeing && (
        <AgreePhone
          participantId={participantId}
          onSaved={() => setAgreeing(false)}
          onCancel={() => setAgreeing(false)}
        />
      )}
      {mayAgree && !agreeing && <Choices codes={codes} onAgree={() => setAgreeing(true)} />}
    </Card>
  );
}

function Choices({ codes, onAgree }: { codes: CodesOf; onAgree: () => void }) {
  const { participantId, phone, bySms } = codes;
  const sending = useSend();
  const toast = useToast();
  const all = `/api/people/${participantId}`;
  return (
    <>
      {phone !== undefined && (
        <Checkbox
          checked={phone.notices}
          disabled={sending.busy}
          onChange={(notices) =>
            void sending.send(`${all}/login-phone-notices`, { supersedes: phone.id, notices })
          }
          label={m.my_phone_notices()}
          note={m.my_phone_notices_note()}
        />
      )}
      {sending.error && <ProblemNotice error={sending.error} />}
      <div className="mv-row">
        {bySms && (
          <Button variant="secondary" onClick={onAgree}>
            {phone === undefined ? m.phone_agree() : m.phone_change()}
          </Button>
        )}
        {phone !== undefined && (
          <Button
            variant="tertiary"
            color="neutral"
            busy={sending.busy}
            onClick={async () => {
              const ended = await sending.send(`${all}/login-phones/${phone.factId}/withdrawals`, {
                supersedes: phone.id,
                reason: m.my_phone_end_reason(),
              });
              if (ended) toast({ text: m.my_phone_ended() });
            }}
          >
            {m.my_phone_end()}
          </Button>
        )}
      </div>
    </>
  );
}
