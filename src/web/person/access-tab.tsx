import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { lastDay } from '../app/dates.ts';
import { problemText } from '../app/problem.ts';
import { useAct } from '../app/queries.ts';
import { topicName } from '../app/topic-names.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useToast } from '../ui/toast.tsx';
import { may, type OtherCards, type TabProps } from './acts.ts';

type Sharing = NonNullable<PersonPage['sharing']>[number];

/** Who gets to see something and why: what the participant has said yes to, what was opened in an emergency, what was asked for, and the way in. */
export function AccessTab({ page, name, open, cards }: TabProps & { cards: OtherCards }) {
  return (
    <div className="mv-person-columns">
      {page.sharing && (
        <Card
          title={m.consents_title()}
          aside={
            may(page, 'sharing') && (
              <Button variant="secondary" onClick={() => open('papir')}>
                {m.consent_note()}
              </Button>
            )
          }
        >
          <p className="mv-meta">{m.consents_note({ name })}</p>
          {page.sharing.length === 0 && <EmptyState>{m.consents_none({ name })}</EmptyState>}
          <ul className="mv-consents">
            {page.sharing.map((sharing) => (
              <Consent key={sharing.id} sharing={sharing} page={page} />
            ))}
          </ul>
        </Card>
      )}
      <cards.Emergencies page={page} name={name} open={open} />
      <cards.WayIn page={page} name={name} open={open} />
      <cards.Rights page={page} name={name} open={open} />
    </div>
  );
}

function Consent({ sharing, page }: { sharing: Sharing; page: PersonPage }) {
  const act = useAct();
  const toast = useToast();
  // By promise: the row is gone when the answer comes, and a gone row’s callbacks are not called.
  const stop = () =>
    act
      .mutateAsync({
        path: `/api/people/${page.participantId}/consents/${sharing.id}/withdrawals`,
        body: { supersedes: sharing.id, reason: m.consent_stop_reason() },
      })
      .then(
        () => toast({ text: m.consent_stopped({ recipient: sharing.recipient }) }),
        (error: unknown) => toast({ text: problemText(error) }),
      );
  return (
    <li>
      <div>
        <p>
          <strong>{sharing.recipient}</strong>
        </p>
        <p className="mv-meta">
          {listOf(sharing.topics.map((topic) => topicName(topic)))}
          {' · '}
          {sharing.until
            ? m.team_until_day({ day: lastDay(sharing.until, page.now) })
            : m.consent_until_stop()}
        </p>
      </div>
      {may(page, 'sharing') && (
        <Button variant="tertiary" color="neutral" busy={act.isPending} onClick={stop}>
          {m.consent_stop()}
        </Button>
      )}
    </li>
  );
}
