import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import type { Wish, WishAnswer } from '#contract/wish.ts';
import { m } from '#text/generated/messages.js';
import { dayOf, nearDay } from '../app/dates.ts';
import { DoesNotFit } from '../app/does-not-fit.tsx';
import { useSend } from '../app/sending.tsx';
import { WordsBefore } from '../app/words-before.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useToast } from '../ui/toast.tsx';
import { Judge } from './judge.tsx';
import { WishForm } from './wish-form.tsx';
import { answeredText, becauseText, outcomeText, somethingCame } from './wish-words.ts';
import './wish.css';

/** What one has wished for and what came of it: an answer is owed, also when it is no. */
export function MyWishes({ plan }: { plan: MyPlan }) {
  const [open, setOpen] = useState<'new' | Wish>();
  const close = () => setOpen(undefined);
  const add = (
    <Button variant="secondary" onClick={() => setOpen('new')}>
      {m.wish_add()}
    </Button>
  );
  return (
    <Card title={m.wishes_title()}>
      {plan.wishes.length === 0 ? (
        <EmptyState action={add}>{m.wishes_empty()}</EmptyState>
      ) : (
        <>
          <ul className="wishes">
            {plan.wishes.map((wish) => (
              <MyWish key={wish.id} wish={wish} plan={plan} onChange={() => setOpen(wish)} />
            ))}
          </ul>
          <div className="mv-no-print">{add}</div>
        </>
      )}
      {open && (
        <Dialog
          title={open === 'new' ? m.wish_add() : m.wish_change()}
          closeLabel={m.close()}
          onClose={close}
        >
          <WishForm
            participantId={plan.participantId}
            label={m.wish_words()}
            note={m.wish_words_note()}
            savedText={open === 'new' ? m.wish_saved() : m.wish_changed()}
            {...(open === 'new' ? {} : { wish: open })}
            onSaved={close}
          />
        </Dialog>
      )}
    </Card>
  );
}

function MyWish({ wish, plan, onChange }: { wish: Wish; plan: MyPlan; onChange: () => void }) {
  const [standing, ...earlier] = wish.answers;
  return (
    <li>
      <p className="wish-words">{m.matters_quote({ words: wish.words })}</p>
      {standing ? (
        <Answer answer={standing} wish={wish} now={plan.now} />
      ) : (
        <Owed wish={wish} now={plan.now} />
      )}
      {standing && somethingCame(standing) && (
        <Judge participantId={plan.participantId} answer={standing} legend={m.wish_judge_ask()} />
      )}
      {earlier.length > 0 && (
        <Details summary={m.wish_earlier_answers()}>
          {earlier.map((answer) => (
            <Answer key={answer.id} answer={answer} wish={wish} now={plan.now} />
          ))}
        </Details>
      )}
      {wish.versionId !== wish.id && (
        <WordsBefore path={`/api/people/${plan.participantId}/wishes/${wish.id}`} now={plan.now} />
      )}
      {!standing && (
        <div className="mv-row mv-no-print">
          <Button quiet onClick={onChange} aria-label={m.wish_change_named({ words: wish.words })}>
            {m.change()}
          </Button>
          <TakeBack wish={wish} participantId={plan.participantId} />
        </div>
      )}
      {standing && (
        <DoesNotFit
          participantId={plan.participantId}
          about={{ table: 'wish', id: wish.id }}
          named={wish.words}
        />
      )}
    </li>
  );
}

function Owed({ wish: { owedBy = '' }, now }: { wish: Wish; now: string }) {
  const day = nearDay(owedBy, now);
  return <p className="mv-meta">{owedBy < dayOf(now) ? m.wish_late({ day }) : m.wish_waiting({ day })}</p>;
}

function Answer({ answer, wish, now }: { answer: WishAnswer; wish: Wish; now: string }) {
  const because = becauseText(answer);
  return (
    <div className="wish-answer">
      <p>{outcomeText(answer, wish, now)}</p>
      {because && <p>{because}</p>}
      <p className="mv-meta">{answeredText(answer, now)}</p>
    </div>
  );
}

function TakeBack({ wish, participantId }: { wish: Wish; participantId: string }) {
  const { send, busy } = useSend();
  const toast = useToast();
  const takeBack = async () => {
    const body = { supersedes: wish.versionId, reason: m.remove_reason() };
    if (await send(`/api/people/${participantId}/wishes/${wish.id}/withdrawals`, body))
      toast({ text: m.removed() });
  };
  return (
    <Button
      quiet
      busy={busy}
      onClick={() => void takeBack()}
      aria-label={m.wish_remove_named({ words: wish.words })}
    >
      {m.remove()}
    </Button>
  );
}
