import type { MyControl, WhyCase } from '#contract/look-up.ts';
import { m } from '#text/generated/messages.js';
import { purposeText } from '#text/purposes.ts';
import { lastDay, nearMoment } from '../app/dates.ts';
import { Card } from '../ui/card.tsx';

/** What one has asked, the newest first, with the answer or when it is owed. */
export function WhyCases({ cases, now }: Pick<MyControl, 'cases' | 'now'>) {
  if (cases.length === 0) return null;
  return (
    <Card title={m.why_cases()}>
      <ul className="share-looks">
        {cases.toReversed().map((one) => (
          <Case key={one.id} one={one} now={now} />
        ))}
      </ul>
    </Card>
  );
}

function Case({ one, now }: { one: WhyCase; now: string }) {
  const { who, purpose, lookedAt, words, dueAt, answer } = one;
  return (
    <li className="share-case">
      <p>{m.look_up_sentence({ who, what: purposeText(purpose), moment: nearMoment(lookedAt, now) })}</p>
      {words && <p className="mv-meta">{m.why_you_said({ words })}</p>}
      {answer && (
        <div className="share-answer">
          <p className="mv-meta">
            {answer.asAuditor
              ? m.why_answer_auditor({ who: answer.by, moment: nearMoment(answer.at, now) })
              : m.why_answer_from({ who: answer.by, moment: nearMoment(answer.at, now) })}
          </p>
          <p>{answer.words}</p>
        </div>
      )}
      {!answer && dueAt && (
        <p>
          <strong>
            {dueAt <= now
              ? m.why_late({ day: lastDay(dueAt, now) })
              : m.why_due({ day: lastDay(dueAt, now) })}
          </strong>
        </p>
      )}
    </li>
  );
}
