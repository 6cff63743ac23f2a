import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useToast } from '../ui/toast.tsx';
import { DecideForm } from './decide-form.tsx';
import type { MeetingProps } from './meeting-props.ts';
import { PromiseList } from './promise-list.tsx';
import type { Promised } from './table.ts';

/** Typed while people talk, by anyone at the table; each stands with its name. */
export function Decisions({ page, table, onRead }: MeetingProps & { onRead: () => void }) {
  const { send } = useSend();
  const toast = useToast();
  const [again, setAgain] = useState<Promised>();
  const takeBack = async ({ saved }: Promised) => {
    if (!saved) return;
    const undone = await send(`/api/people/${page.participantId}/decisions/${saved.id}/withdrawals`, {
      supersedes: saved.versionId,
      reason: m.decision_undo_reason(),
    });
    if (undone) toast({ text: m.decision_undone() });
  };
  const rewrite = (promise: Promised) => {
    if (promise.waiting) table.drop(promise.waiting);
    setAgain(promise);
  };
  return (
    <Card title={m.meeting_decisions()}>
      {table.promises.length === 0 && <EmptyState>{m.meeting_decisions_none()}</EmptyState>}
      <PromiseList
        promises={table.promises}
        now={page.now}
        stuck={table.stuck}
        {...(page.mayWrite ? { acts: { takeBack, rewrite, another: table.another, drop: table.drop } } : {})}
      />
      {page.mayWrite && <DecideForm key={again?.key ?? ''} page={page} table={table} again={again} />}
      <div className="mv-row">
        <Button variant={page.mayWrite ? 'secondary' : 'primary'} onClick={onRead}>
          {table.endedAt ? m.meeting_read_back() : m.meeting_read_back_and_end()}
        </Button>
      </div>
    </Card>
  );
}
