import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { useToast } from '../ui/toast.tsx';
import { type ActProps, may } from './acts.ts';

export interface Promised {
  words: string;
  doerName: string;
  doerOrganisation?: string | undefined;
  dueDay?: string | undefined;
  /** What is written when it turns out to be done. */
  keep: { path: string; body: object; topic: string };
}

/** What somebody promised, from a goal or from a meeting. */
export function promisedIn(
  { goals = [], meetings = [] }: PersonPage,
  id: string | undefined,
): Promised | undefined {
  const action = goals.flatMap((goal) => goal.actions ?? []).find((it) => it.id === id);
  if (action)
    return {
      ...action,
      words: action.title,
      keep: { path: 'action-completions', body: { actionId: action.id }, topic: 'actions' },
    };
  const decision = meetings.flatMap((meeting) => meeting.decisions).find((it) => it.id === id);
  return (
    decision && {
      ...decision,
      keep: { path: 'promise-keepings', body: { decisionId: decision.id }, topic: 'meeting' },
    }
  );
}

/** The professional is reminded, never the participant: a number to call, and a line about it. */
export function Remind({ page, name, about, open, done }: ActProps) {
  const { send, busy, error } = useSend();
  const toast = useToast();
  const promised = promisedIn(page, about);
  if (!promised) return <EmptyState>{m.remind_gone()}</EmptyState>;
  const { words, doerName, doerOrganisation, dueDay, keep } = promised;
  const phone = page.team?.find((member) => member.name === doerName)?.phone;
  const isDone = async () => {
    if (!(await send(`/api/people/${page.participantId}/${keep.path}`, keep.body))) return;
    toast({ text: m.remind_done_saved({ name }) });
    done();
  };
  return (
    <div className="mv-stack">
      <p className="mv-words">{m.quote({ words })}</p>
      <p>
        {m.remind_promised_by({
          name: doerOrganisation ? `${doerName}, ${doerOrganisation}` : doerName,
        })}
        {dueDay && ` ${m.remind_due({ day: nearDay(dueDay, page.now) })}`}
      </p>
      {phone && (
        <p>
          {m.remind_call({ name: doerName })}{' '}
          <PhoneLink phone={phone} label={m.call_someone({ name: doerName, phone })} />
        </p>
      )}
      {error && <ProblemNotice error={error} />}
      <div className="mv-row">
        {may(page, 'follow-up') && <Button onClick={() => open('purret', about)}>{m.remind_write()}</Button>}
        {may(page, keep.topic) && (
          <Button variant="secondary" busy={busy} onClick={isDone}>
            {m.remind_is_done()}
          </Button>
        )}
      </div>
    </div>
  );
}
