import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Staff } from '#contract/staff.ts';
import { m } from '#text/generated/messages.js';
import { personaRoleText } from '#text/persona-roles.ts';
import { listOf } from '#text/text.ts';
import { lastDay } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Heading } from '../ui/heading.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import { LastDayForm } from './last-day-form.tsx';
import './staff.css';

type Worker = Staff['workers'][number];

/** Those who work here, and who leaves; how many that concerns, never whom. */
export function StaffPage() {
  const query = useQuery(addressQuery<Staff>('/api/staff'));
  const [leaving, setLeaving] = useState<Worker>();
  return (
    <div className="mv-narrow mv-stack">
      <Heading level={1}>{m.nav_staff()}</Heading>
      <p>{m.staff_lead()}</p>
      <QueryView query={query}>
        {({ workers, now }) => (
          <>
            <Card>
              <ul className="mv-staff">
                {workers.map((worker) => (
                  <Row key={worker.id} worker={worker} now={now} onSet={() => setLeaving(worker)} />
                ))}
              </ul>
            </Card>
            {leaving && (
              <Dialog
                title={m.staff_set_title({ name: leaving.name })}
                closeLabel={m.close()}
                onClose={() => setLeaving(undefined)}
              >
                <LastDayForm worker={leaving} now={now} onSaved={() => setLeaving(undefined)} />
              </Dialog>
            )}
          </>
        )}
      </QueryView>
    </div>
  );
}

function Row({ worker, now, onSet }: { worker: Worker; now: string; onSet: () => void }) {
  const { name, roles, until, needNext, municipalityId, id } = worker;
  const sending = useSend<Staff>();
  const toast = useToast();
  const stay = async () => {
    if (await sending.send(`/api/staff/${municipalityId}/${id}/last-days`, { lastDay: 'none' }))
      toast({ text: m.staff_stays_saved({ name }) });
  };
  return (
    <li>
      <Avatar name={name} />
      <div>
        <p>
          <strong>{name}</strong>{' '}
          {until && <Tag tone="sun">{m.staff_leaves({ day: lastDay(until, now) })}</Tag>}
        </p>
        <p className="mv-meta">{listOf(roles.map((role) => personaRoleText(role)))}</p>
        {until && <p>{needWords(needNext)}</p>}
      </div>
      <div className="mv-row">
        <Button variant="secondary" onClick={onSet} aria-label={`${m.staff_set()}: ${name}`}>
          {m.staff_set()}
        </Button>
        {until && (
          <Button quiet busy={sending.busy} onClick={stay}>
            {m.staff_stays()}
          </Button>
        )}
      </div>
    </li>
  );
}

function needWords(needNext: Worker['needNext']): string {
  if (needNext === null || needNext === undefined) return m.staff_need_few();
  return needNext === 0 ? m.staff_need_none() : m.staff_need_next({ count: needNext });
}
