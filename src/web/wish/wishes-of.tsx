import type { PersonPage } from '#contract/person.ts';
import type { Wish, WishAnswer } from '#contract/wish.ts';
import { m } from '#text/generated/messages.js';
import { lifeAreaText } from '#text/life-areas.ts';
import { dayOf, nearDay, shortDay } from '../app/dates.ts';
import { WordsBefore } from '../app/words-before.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Judge } from './judge.tsx';
import { answeredText, becauseText, judged, somethingCame } from './wish-words.ts';
import './wish.css';

interface WishesOfProps {
  page: PersonPage;
  name: string;
  onWish: () => void;
  onAnswer: (wishId: string) => void;
}

/** Wished for and unanswered, wished for and not given with the reason, and given: in that order. */
export function WishesOf({ page, name, onWish, onAnswer }: WishesOfProps) {
  const { wishes } = page;
  if (!wishes) return null;
  const mayWrite = page.may.includes('wishes');
  const add = mayWrite && (
    <Button quiet onClick={onWish}>
      {m.add()}
    </Button>
  );
  return (
    <Card title={m.wishes_of({ name })} aside={wishes.length > 0 && add}>
      {wishes.length === 0 && <EmptyState action={add}>{m.wishes_none_of({ name })}</EmptyState>}
      {groupsOf(wishes).map(({ title, those }) => (
        <section key={title} className="wish-group">
          <h3 className="mv-h3">{title}</h3>
          <ul className="wishes">
            {those.map((wish) => (
              <WishRow
                key={wish.id}
                wish={wish}
                page={page}
                name={name}
                onAnswer={mayWrite ? onAnswer : undefined}
              />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

function groupsOf(wishes: readonly Wish[]): { title: string; those: Wish[] }[] {
  const group = ({ answers: [standing] }: Wish) =>
    standing === undefined ? 'waiting' : standing.outcome === 'given' ? 'given' : 'not';
  return [
    { title: m.wishes_waiting(), those: wishes.filter((wish) => group(wish) === 'waiting') },
    { title: m.wishes_not_given(), those: wishes.filter((wish) => group(wish) === 'not') },
    { title: m.wishes_given(), those: wishes.filter((wish) => group(wish) === 'given') },
  ].filter(({ those }) => those.length > 0);
}

interface WishRowProps {
  wish: Wish;
  page: PersonPage;
  name: string;
  onAnswer: ((wishId: string) => void) | undefined;
}

function WishRow({ wish, page, name, onAnswer }: WishRowProps) {
  const { now, participantId } = page;
  const [standing, ...earlier] = wish.answers;
  return (
    <li>
      <p>{m.quote({ words: wish.words })}</p>
      <p className="mv-meta">
        {[
          wish.workerName && m.wish_person_title({ name: wish.workerName }),
          wish.lifeArea && lifeAreaText(wish.lifeArea),
          m.wish_wished({ day: shortDay(wish.wishedAt, now) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {standing ? <Answer answer={standing} name={name} now={now} /> : <Owed wish={wish} now={now} />}
      {standing && somethingCame(standing) && !standing.view && onAnswer && (
        <Judge participantId={participantId} answer={standing} legend={m.wish_judge_for({ name })} />
      )}
      {earlier.length > 0 && (
        <Details summary={m.wish_earlier_answers()}>
          {earlier.map((answer) => (
            <Answer key={answer.id} answer={answer} name={name} now={now} />
          ))}
        </Details>
      )}
      {wish.versionId !== wish.id && (
        <WordsBefore path={`/api/people/${participantId}/wishes/${wish.id}`} now={now} />
      )}
      {onAnswer && standing?.outcome !== 'given' && (
        <div className="mv-no-print">
          <Button
            variant="secondary"
            onClick={() => onAnswer(wish.id)}
            aria-label={`${standing ? m.wish_answer_anew() : m.wish_answer_do()}: ${wish.words}`}
          >
            {standing ? m.wish_answer_anew() : m.wish_answer_do()}
          </Button>
        </div>
      )}
    </li>
  );
}

function Owed({ wish: { owedBy = '' }, now }: { wish: Wish; now: string }) {
  const day = nearDay(owedBy, now);
  return owedBy < dayOf(now) ? (
    <p className="wish-owed">{m.wish_owed_since({ day })}</p>
  ) : (
    <p className="mv-meta">{m.wish_owed_by({ day })}</p>
  );
}

const outcomes: Record<WishAnswer['outcome'], (answer: WishAnswer, now: string) => string> = {
  given: () => m.wish_said_given(),
  'other-instead': ({ instead = '' }) => m.wish_instead({ words: instead }),
  'not-given': () => m.wish_said_not(),
  later: ({ untilDay = '' }, now) => m.wish_said_later({ day: nearDay(untilDay, now) }),
};

function Answer({ answer, name, now }: { answer: WishAnswer; name: string; now: string }) {
  const because = becauseText(answer);
  return (
    <div className="wish-answer">
      <p>{outcomes[answer.outcome](answer, now)}</p>
      {because && <p>{because}</p>}
      {answer.view && <p>{m.wish_judged_of({ name, answer: judged[answer.view.wanted]().toLowerCase() })}</p>}
      <p className="mv-meta">{answeredText(answer, now)}</p>
    </div>
  );
}
