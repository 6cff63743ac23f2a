import { useState } from 'react';
import type { GroupSessionPage } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { answerText } from '#text/text.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';

type Person = GroupSessionPage['people'][number];

interface AttendanceRowProps {
  person: Person;
  session: GroupSessionPage['session']['session'];
  onNotToday: () => void;
}

const answers = ['came', 'said-no', 'did-not-come'] as const;

/** One tap says it, another tap changes it. What is tapped shows at once. */
export function AttendanceRow({ person, session, onNotToday }: AttendanceRowProps) {
  const { send, busy, error } = useSend();
  const [tapped, setTapped] = useState<{ answer: string; over: string | undefined }>();
  const pending = tapped && tapped.over === person.attendanceId && !error ? tapped.answer : undefined;
  const answer = pending ?? person.answer;
  const say = (chosen: (typeof answers)[number]) => {
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
        {person.name} {answer === 'coming' && <Tag tone="sand">{m.attendance_coming()}</Tag>}
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
            {answerText(value)}
          </label>
        ))}
      </fieldset>
      <Button quiet onClick={onNotToday} aria-label={m.not_today_title({ name: person.name })}>
        {m.not_today()}
      </Button>
      {error && <ProblemNotice error={error} />}
    </li>
  );
}
