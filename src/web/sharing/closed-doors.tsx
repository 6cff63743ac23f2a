import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { listOf, topicText } from '#text/text.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { takingBack } from '../app/undo.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useToast } from '../ui/toast.tsx';

type Door = MyPlan['closedDoors'][number];

export function ClosedDoors({ plan, onOther }: { plan: MyPlan; onOther: () => void }) {
  return (
    <Card title={m.doors_title()}>
      {plan.closedDoors.length === 0 && <EmptyState>{m.doors_none()}</EmptyState>}
      <ul className="share-list">
        {plan.closedDoors.map((door) => (
          <DoorRow key={door.id} plan={plan} door={door} />
        ))}
      </ul>
      <div className="mv-no-print">
        <Button variant="secondary" color="neutral" onClick={onOther}>
          {m.door_other()}
        </Button>
      </div>
      <p className="mv-meta">{m.doors_emergency()}</p>
    </Card>
  );
}

function DoorRow({ plan, door }: { plan: MyPlan; door: Door }) {
  const { send, busy, error } = useSend();
  const toast = useToast();
  const who = door.to ?? m.door_everyone();
  const openAgain = async () => {
    const { path, body } = takingBack(
      `/api/people/${plan.participantId}/closed-doors`,
      door.id,
      m.door_open_reason(),
    );
    if (await send(path, body)) toast({ text: m.door_opened({ name: who }) });
  };
  return (
    <li>
      <div>
        <p>
          {who} <span className="mv-meta">{door.organisation}</span>
        </p>
        <p className="mv-meta">
          {door.topics ? listOf(door.topics.map((topic) => topicText(topic))) : m.door_everything()}
        </p>
      </div>
      <Button
        variant="secondary"
        color="neutral"
        busy={busy}
        onClick={openAgain}
        aria-label={m.door_open_for({ name: who })}
      >
        {m.door_open()}
      </Button>
      {error && <ProblemNotice error={error} />}
    </li>
  );
}
