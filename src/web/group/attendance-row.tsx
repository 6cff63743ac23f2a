import { useState } from 'react';
import type { GroupSessionPage } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';

type Person = GroupSessionPage['people'][number];

interface AttendanceRowProps {
  person: Person;
  session: GroupSessionPage['session']['session'];
  answers: readonly Answer[];
  onNotToday: () => void;
}

type Answer = 'coming' | 'came' | 'said-no' | 'did-not-come';

/** Who came is known when it begins; until then one can only say whether one is coming. */
export const answersBefore: readonly Answer[] = ['coming', 'said-no'];
export const answersFrom: readonly Answer[] = ['came', 'said-no', 'did-not-come'];

const words: Record<Answer, () => string> = {
  coming: m.attend_coming,
  came: m.attend_came,
  'said-no': m.attend_said_no,
  'did-not-come': m.attend_did_not_come,
};

/** One tap says it, another tap changes it. What is tapped shows at once. */
export function AttendanceRow({ person, session, answers, onNotToday }: AttendanceRowProps) {
  const { send, busy, error } = useSend();
  const [tapped, setTapped] = useState<{ answer: string; over: string | undefined }>();
  const pending = tapped && tapped.over === person.attendanceId && !error ? tapped.answer : undefined;
  const answer = pending ?? person.answer;
  const say = (chosen: Answer) => {
    if (busy || chosen === answer) return;
    setTapped({ answer: chosen, over: person.attendanceId });
    void send(`/api/people/${person.participantId}/attendances`, {
      session,
      answer: chosen,
      ...(person.attendanceId ? { supersedes: person.attendanceId } : {}),
    });
  };
  return (
    <li className="mv-attendance">
      <Avatar name={person.name} />
      <p className="mv-group-title">
        {person.name}{' '}
        {answer === 'coming' && !answers.includes('coming') && <Tag tone="sand">{m.attendance_coming()}</Tag>}
      </p>
      <fieldset className="mv-answers">
        <legend className="mv-visually-hidden">{person.name}</legend>
        {answers.map((value) => (
          <label key={value} className="mv-chip">
            <input
              type="radio"
              name={`answer-${person.participantId}`}
              checked={answer === value}
              onChange={() => say(value)}
            />
            {words[value]()}
          </label>
        ))}
      </fieldset>
      {answers === answersFrom && (
        <Button quiet onClick={onNotToday} aria-label={m.not_today_title({ name: person.name })}>
          {m.not_today()}
        </Button>
      )}
      {error && <ProblemNotice error={error} />}
    </li>
  );
}
