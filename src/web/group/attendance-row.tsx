import { m } from '#text/generated/messages.js';
import { refusalText } from '#text/refusals.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { type Answer, type Attendance, answersFrom, type Person } from './attendance.ts';

interface AttendanceRowProps {
  person: Person;
  attendance: Attendance;
  answers: readonly Answer[];
  onNotToday: () => void;
}

const words: Record<Answer, () => string> = {
  coming: m.attend_coming,
  came: m.attend_came,
  'said-no': m.attend_said_no,
  'did-not-come': m.attend_did_not_come,
};

/** One tap says it, another tap changes it, and it can be taken back. What is tapped shows at once. */
export function AttendanceRow({ person, attendance, answers, onNotToday }: AttendanceRowProps) {
  const { answer, waits, refused } = attendance.tapped(person);
  return (
    <li className="mv-attendance">
      <Avatar name={person.name} />
      <p className="mv-group-title">
        {person.name}{' '}
        {answer === 'coming' && !answers.includes('coming') && <Tag tone="sand">{m.attendance_coming()}</Tag>}
        {waits && attendance.stuck && <Tag tone="sun">{m.act_waits()}</Tag>}
      </p>
      <fieldset className="mv-answers" data-of={answers.length}>
        <legend className="mv-visually-hidden">{person.name}</legend>
        {answers.map((value) => (
          <label key={value} className="mv-chip">
            <input
              type="radio"
              name={`answer-${person.participantId}`}
              checked={answer === value}
              onChange={() => attendance.say(person, value)}
            />
            {words[value]()}
          </label>
        ))}
      </fieldset>
      <div className="mv-attendance-more">
        {answers === answersFrom && (
          <Button quiet onClick={onNotToday} aria-label={m.not_today_title({ name: person.name })}>
            {m.not_today()}
          </Button>
        )}
        {person.attendanceId && !waits && answer !== 'coming' && (
          <Button
            quiet
            onClick={() => attendance.takeBack(person, m.attendance_undo_reason())}
            aria-label={m.attendance_undo_named({ name: person.name })}
          >
            {m.undo()}
          </Button>
        )}
      </div>
      {refused?.refused && (
        <p className="mv-problem-line" role="alert">
          {refusalText(refused.refused)}{' '}
          <Button quiet onClick={() => attendance.forget(refused)}>
            {m.refused_seen()}
          </Button>
        </p>
      )}
    </li>
  );
}
