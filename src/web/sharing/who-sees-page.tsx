import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ComponentType, useState } from 'react';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { ClosePerson } from '#contract/related.ts';
import type { AskPreview, WhoSees } from '#contract/sharing.ts';
import { m } from '#text/generated/messages.js';
import { listOf, roleText, topicText } from '#text/text.ts';
import { capital } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { CloseDoor, type Closing } from './close-door.tsx';
import { CloseForOther } from './close-for-other.tsx';
import { ClosedDoors } from './closed-doors.tsx';
import { GiveConsent } from './give-consent.tsx';
import { Preview } from './preview.tsx';
import { Seer } from './seer.tsx';
import { SharingRow } from './sharing-card.tsx';
import './sharing.css';

/** Whose eyes the page is seen with, and what they are called. */
interface Looking {
  ask: AskPreview;
  name: string;
}
type Doing = { kind: 'give' } | { kind: 'other' } | { kind: 'close'; closing: Closing } | undefined;

interface WhoSeesPageProps {
  /** The page of a person as others get it; it belongs to another noun, so it is handed in. */
  Page: ComponentType<{ page: PersonPage }>;
  /** The page of one who is close, likewise. */
  Close: ComponentType<{ close: ClosePerson }>;
}

/** «Hvem ser hva»: everyone who sees anything, what each sees, and the way to open, to close and to look with their eyes. */
export function WhoSeesPage({ Page, Close }: WhoSeesPageProps) {
  const plan = useQuery(addressQuery<MyPlan>('/api/my-plan'));
  const [looking, setLooking] = useState<Looking>();
  const [doing, setDoing] = useState<Doing>();
  const [asking, setAsking] = useState(false);
  if (looking && plan.data) {
    const back = () => {
      setLooking(undefined);
      if (asking) setDoing({ kind: 'give' });
      setAsking(false);
    };
    return (
      <Preview participantId={plan.data.participantId} {...looking} Page={Page} Close={Close} onBack={back} />
    );
  }
  return (
    <div className="mv-narrow mv-stack">
      <p className="mv-no-print">
        <Link to="/min-plan" className="share-back">
          <span aria-hidden="true">←</span> {m.look_ups_back()}
        </Link>
      </p>
      <Heading level={1}>{m.who_sees_title()}</Heading>
      <p>{m.who_sees_lead()}</p>
      <QueryView query={plan}>
        {(data) => (
          <>
            <Parts plan={data} onLook={setLooking} onDo={setDoing} />
            {doing?.kind === 'give' && (
              <GiveConsent
                participantId={data.participantId}
                related={data.related}
                now={data.now}
                onClose={() => setDoing(undefined)}
                onPreview={(ask, name) => {
                  setAsking(true);
                  setDoing(undefined);
                  setLooking({ ask, name });
                }}
              />
            )}
            {doing?.kind === 'other' && (
              <CloseForOther
                participantId={data.participantId}
                onClose={() => setDoing(undefined)}
                onChoose={(closing) => setDoing({ kind: 'close', closing })}
              />
            )}
            {doing?.kind === 'close' && (
              <CloseDoor
                participantId={data.participantId}
                closing={doing.closing}
                onClose={() => setDoing(undefined)}
              />
            )}
          </>
        )}
      </QueryView>
    </div>
  );
}

interface PartsProps {
  plan: MyPlan;
  onLook: (looking: Looking) => void;
  onDo: (doing: Doing) => void;
}

function Parts({ plan, onLook, onDo }: PartsProps) {
  const seers = useQuery(addressQuery<WhoSees>(`/api/people/${plan.participantId}/who-sees`));
  return (
    <QueryView query={seers}>
      {({ people, byDuty }) => (
        <>
          <Card title={m.who_sees_now()}>
            {people.length === 0 && <EmptyState>{m.who_sees_nobody()}</EmptyState>}
            <ul className="share-seers">
              {people.map((seer) => (
                <Seer
                  key={JSON.stringify(seer.to)}
                  seer={seer}
                  now={plan.now}
                  onLook={() => onLook({ ask: { ...seer.to, topics: [] }, name: seer.name })}
                  onClose={() => onDo({ kind: 'close', closing: seer })}
                />
              ))}
            </ul>
            {plan.closed.length > 0 && <p>{m.sharing_give_stronger()}</p>}
            <div className="mv-row mv-no-print">
              {plan.closed.length === 0 && (
                <Button onClick={() => onDo({ kind: 'give' })}>{m.sharing_give()}</Button>
              )}
              <Button
                variant="secondary"
                color="neutral"
                onClick={() => onDo({ kind: 'close', closing: { topics: topicsOf(people) } })}
              >
                {m.door_close_all()}
              </Button>
            </div>
          </Card>
          <Said plan={plan} />
          <ClosedDoors plan={plan} onOther={() => onDo({ kind: 'other' })} />
          <Card title={m.who_sees_duty()}>
            <p className="mv-meta">{m.who_sees_duty_lead()}</p>
            <ul className="share-seers">
              {byDuty.map(({ role, topics }) => (
                <li key={role}>
                  <p>
                    <b>{capital(dutyText(role))}</b>
                  </p>
                  <p className="mv-meta">{capital(listOf(topics.map((topic) => topicText(topic))))}</p>
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
    </QueryView>
  );
}

const topicsOf = (people: WhoSees['people']): string[] => [
  ...new Set(people.flatMap(({ topics }) => topics)),
];

const dutyWords: Record<string, () => string> = {
  intake: m.duty_intake,
  outreach: m.duty_outreach,
  'group-leader': m.duty_group_leader,
  'coordinating-unit': m.duty_coordinating_unit,
  emergency: m.duty_emergency,
};
const dutyText = (role: string): string => dutyWords[role]?.() ?? roleText(role);

function Said({ plan }: { plan: MyPlan }) {
  return (
    <Card title={m.sharing_said_yes()}>
      {plan.sharing.length === 0 && <EmptyState>{m.sharing_none()}</EmptyState>}
      <ul className="share-list">
        {plan.sharing.map((sharing) => (
          <SharingRow key={sharing.id} plan={plan} sharing={sharing} />
        ))}
      </ul>
      <p className="mv-meta">{m.sharing_no_means()}</p>
    </Card>
  );
}
