import { useQuery } from '@tanstack/react-query';
import type { Confided, ConfidedAbout } from '#contract/letter.ts';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { shortDay } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { useSend } from '../app/sending.tsx';
import { takingBack } from '../app/undo.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import './letter.css';

/**
 * What those who are close have told the service about somebody, for those who may read it. Asked for on its own, whether
 * there is anything or not: the log then says the same of both.
 */
export function ConfidedOf({ page, name }: { page: PersonPage; name: string }) {
  const { participantId } = page;
  const query = useQuery({
    ...addressQuery<ConfidedAbout>(`/api/people/${participantId}/letters`),
    enabled: page.related !== undefined,
  });
  if (!query.data?.letters.length) return null;
  const { letters, now } = query.data;
  return (
    <Card title={m.confided_of({ name })}>
      <p className="mv-meta">{m.confided_note({ name })}</p>
      <ul className="confided">
        {letters.map((one) => (
          <li key={one.id}>
            <Told one={one} now={now} />
            <div className="mv-row">
              {one.confidence === 'kept' && <Tag tone="berry">{m.confided_kept({ name })}</Tag>}
              {page.may.includes('confided') && (
                <Return participantId={participantId} id={one.id} name={name} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What the writer said that the person may read, in the person's own plan. */
export const ToldAboutMe = ({ plan: { confided, now } }: { plan: MyPlan }) => (
  <Card title={m.confided_mine_title()}>
    <p>{m.confided_mine_lead()}</p>
    <ul className="confided">
      {confided?.map((one) => (
        <li key={one.id}>
          <Told one={one} now={now} />
        </li>
      ))}
    </ul>
  </Card>
);

const Told = ({ one: { words, writer, receivedAt }, now }: { one: Confided; now: string }) => (
  <>
    <p>{m.quote({ words })}</p>
    <p className="mv-meta">
      {[writer.name, writer.relation, shortDay(receivedAt, now)].filter(Boolean).join(' · ')}{' '}
      {writer.phone && <PhoneLink phone={writer.phone} />}
    </p>
  </>
);

function Return({ participantId, id, name }: { participantId: string; id: string; name: string }) {
  const { send, busy } = useSend();
  const toast = useToast();
  const back = async () => {
    const act = takingBack(`/api/people/${participantId}/letters`, id, m.confided_back_reason());
    if (await send(act.path, act.body)) toast({ text: m.confided_returned() });
  };
  return (
    <Button quiet busy={busy} onClick={() => void back()}>
      {m.confided_back({ name })}
    </Button>
  );
}
