import { useState } from 'react';
import type { LookUpQuestion } from '#contract/control.ts';
import { m } from '#text/generated/messages.js';
import { lastDay, nearMoment } from '../app/dates.ts';
import { ExplainForm } from '../app/explain-card.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';

interface QuestionsProps {
  questions: readonly LookUpQuestion[];
  now: string;
}

/** What participants have asked that the one who looked has not answered, or may not. */
export function Questions({ questions, now }: QuestionsProps) {
  const [answering, setAnswering] = useState<LookUpQuestion>();
  return (
    <Card title={m.control_questions()}>
      {questions.length === 0 && <EmptyState>{m.control_questions_none()}</EmptyState>}
      <ul className="control-list">
        {questions.map((question) => (
          <li key={question.id}>
            <p>{questionWords(question, now)}</p>
            {question.words && <p>{m.quote({ words: question.words })}</p>}
            <Tag tone={question.late ? 'sun' : 'sand'}>
              {question.late
                ? m.explain_late({ day: lastDay(question.dueAt, now) })
                : m.explain_due({ day: lastDay(question.dueAt, now) })}
            </Tag>
            {question.aboutMe ? (
              <p className="mv-meta">{m.case_about_me()}</p>
            ) : (
              <div>
                <Button
                  onClick={() => setAnswering(question)}
                  aria-label={`${m.control_answer()}: ${question.person?.name ?? m.control_someone()}`}
                >
                  {m.control_answer()}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {answering && (
        <Dialog title={m.control_answer()} closeLabel={m.close()} onClose={() => setAnswering(undefined)}>
          <ExplainForm id={answering.id} onSaved={() => setAnswering(undefined)}>
            {questionWords(answering, now)}
          </ExplainForm>
        </Dialog>
      )}
    </Card>
  );
}

function questionWords(
  { person, who, organisation, lookedAt, refused }: LookUpQuestion,
  now: string,
): string {
  const words = {
    person: person?.name ?? m.control_someone(),
    who: organisation ? `${who} (${organisation})` : who,
    moment: nearMoment(lookedAt, now),
  };
  return refused ? m.control_question_refused(words) : m.control_question(words);
}
