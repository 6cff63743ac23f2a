import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { stepText } from '#text/steps.ts';
import { Card } from '../ui/card.tsx';
import { enrolmentWords, holdWords } from './enrolment-words.ts';

type Step = MyPlan['steps'][number];

/** The weeks as a path. Nothing in it is late: what is not done yet simply lies ahead. */
export function MyPath({ plan }: { plan: MyPlan }) {
  const running = plan.enrolments.find((enrolment) => enrolment.week !== undefined);
  const weeks = [...new Set(plan.steps.map((step) => step.week))].sort((a, b) => a - b);
  return (
    <Card title={m.path_title()}>
      <ul className="mv-stack plan-tight">
        {plan.enrolments.map((enrolment) => (
          <li key={enrolment.service} className="mv-row mv-spread">
            <span>
              {enrolmentWords(enrolment)} {holdWords(enrolment, plan.now)}
            </span>
            {enrolment.phone && (
              <a
                className="plan-call"
                data-number={enrolment.phone}
                href={`tel:${enrolment.phone.replaceAll(' ', '')}`}
              >
                {m.path_call({ service: enrolment.service })}
              </a>
            )}
          </li>
        ))}
      </ul>
      {weeks.length > 0 && (
        <ol className="plan-path">
          {weeks.map((week) => (
            <Week
              key={week}
              week={week}
              now={running?.week}
              steps={plan.steps.filter((step) => step.week === week)}
            />
          ))}
        </ol>
      )}
      {weeks.length > 0 && <p className="mv-meta">{m.path_unhurried()}</p>}
    </Card>
  );
}

function Week({ week, now, steps }: { week: number; now: number | undefined; steps: Step[] }) {
  const done = steps.every((step) => step.doneAt);
  return (
    <li
      data-done={done ? '' : undefined}
      data-now={week === now ? '' : undefined}
      aria-current={week === now ? 'step' : undefined}
    >
      <p className="plan-path-week">
        {m.path_week({ week })}
        {week === now && <span className="mv-visually-hidden"> ({m.path_now()})</span>}
      </p>
      <ul>
        {steps.map((step) => (
          <li key={step.code}>
            {stepText(step.code)}
            {step.doneAt && (
              <>
                <span aria-hidden="true"> ✓</span>
                <span className="mv-visually-hidden"> ({m.path_done()})</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
