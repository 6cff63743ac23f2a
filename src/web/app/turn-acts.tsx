import type { LifeEvent } from '#contract/turn.ts';
import { m } from '#text/generated/messages.js';
import { EndForm } from '#web/enrolment/end-form.tsx';
import { HoldForm, ReturnForm } from '#web/enrolment/turn-forms.tsx';
import { type ActProps, may, type OtherActs } from '#web/person/acts.ts';
import { LifeEventForm } from '#web/turn/life-event-form.tsx';
import { LifeEventVersionList } from '#web/turn/life-event-versions.tsx';
import { TakeBack } from '#web/turn/take-back.tsx';
import { WriteTelling } from '#web/turn/write-telling.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { turnWhen } from './life-event.ts';

type TurnAct =
  | 'hendelse'
  | 'flytt'
  | 'ta-bort'
  | 'utgaver'
  | 'fortalt'
  | 'ta-tilbake'
  | 'vent'
  | 'tilbake'
  | 'avslutt'
  | 'apne';

const eventOf = ({ page, about }: ActProps): LifeEvent | undefined =>
  page.lifeEvents?.find(({ id }) => id === about);
const Gone = () => <EmptyState>{m.turn_gone()}</EmptyState>;

/** What one does about turns in life and about an enrolment that is there. */
export const turnActs: Pick<OtherActs, TurnAct> = {
  hendelse: ({ page, name, done }) => (
    <LifeEventForm participantId={page.participantId} name={name} now={page.now} onSaved={done} />
  ),
  flytt: (props) => {
    const event = eventOf(props);
    if (!event) return <Gone />;
    const { page, name, done } = props;
    return (
      <LifeEventForm
        participantId={page.participantId}
        name={name}
        now={page.now}
        event={event}
        onSaved={done}
      />
    );
  },
  'ta-bort': (props) => {
    const event = eventOf(props);
    if (!event) return <Gone />;
    return (
      <TakeBack
        participantId={props.page.participantId}
        what="life-events"
        factId={event.id}
        versionId={event.versionId}
        words={turnWhen(event, props.page.now)}
        onSaved={props.done}
      />
    );
  },
  utgaver: ({ page, about = '' }) => (
    <LifeEventVersionList participantId={page.participantId} factId={about} now={page.now} />
  ),
  fortalt: ({ page, name, done }) => (
    <WriteTelling participantId={page.participantId} name={name} now={page.now} onSaved={done} />
  ),
  'ta-tilbake': ({ page, about, done }) => {
    const told = page.events?.find(({ kind, factId }) => kind === 'relapse_note' && factId === about);
    if (!told) return <Gone />;
    return (
      <TakeBack
        participantId={page.participantId}
        what="tellings"
        factId={told.factId}
        versionId={told.id}
        words={told.words ?? ''}
        onSaved={done}
      />
    );
  },
  vent: (props) => {
    const enrolment = enrolmentOf(props);
    return enrolment ? <HoldForm {...enrolment} mayWriteWhy={mayWriteWhy(props)} /> : <Gone />;
  },
  tilbake: (props) => <Return {...props} how="returns" />,
  apne: (props) => <Return {...props} how="reopenings" />,
  avslutt: (props) => {
    const enrolment = enrolmentOf(props);
    if (!enrolment) return <Gone />;
    const onHold = enrolment.state === 'paused' ? undefined : () => props.open('vent', props.about);
    return <EndForm {...enrolment} onHold={onHold} />;
  },
};

/** Why somebody is on hold is written by those who may also read it. */
const mayWriteWhy = ({ page }: ActProps): boolean => page.roles.includes('contact-person');

function Return({ how, ...props }: ActProps & { how: 'returns' | 'reopenings' }) {
  const enrolment = enrolmentOf(props);
  return enrolment ? (
    <ReturnForm {...enrolment} how={how} mayWelcome={may(props.page, 'follow-up')} />
  ) : (
    <Gone />
  );
}

function enrolmentOf({ page, name, about, done }: ActProps) {
  const standing = page.standings?.find(({ enrolmentId }) => enrolmentId === about);
  if (!standing) return undefined;
  const { enrolmentId, service, state } = standing;
  return { participantId: page.participantId, enrolmentId, service, state, name, onSaved: done };
}
