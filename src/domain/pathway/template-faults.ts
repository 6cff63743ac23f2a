import { actKinds, owingRoles, type PathwayTemplate, type StepTemplate, spansOf } from './template.ts';

/** What is wrong with a template, and where: `steps[3].due.after`. */
export interface TemplateFault {
  at: string;
  fault:
    | 'nothing-in-it'
    | 'code-twice'
    | 'unknown-step'
    | 'counted-from-itself'
    | 'no-whole-days'
    | 'too-far-away'
    | 'unknown-role'
    | 'never-completed'
    | 'unknown-completion'
    | 'repeats-never';
}

/** Ten years, either way: what lies further away is a slip of the finger. */
const FARTHEST = 3_660;
const MOST_TIMES = 520;

/**
 * Everything that is wrong with a template, in the order of its steps, so that all of it can be shown at once.
 *
 * @param template as somebody has put it together: kinds and roles may be any text
 * @returns nothing when it can be run
 */
export function templateFaults(template: PathwayTemplate): TemplateFault[] {
  if (template.steps.length === 0) return [{ at: 'steps', fault: 'nothing-in-it' }];
  const spans = spansOf(template.steps);
  return template.steps.flatMap((step, place) => {
    const at = `steps[${place}]`;
    return [
      ...(template.steps.findIndex(({ code }) => code === step.code) < place
        ? [{ at: `${at}.code`, fault: 'code-twice' as const }]
        : []),
      ...dueFaults(template, step, at, spans.get(step.code)),
      ...whoAndWhatFaults(step, at),
      ...repeatFaults(step, at),
    ];
  });
}

function dueFaults(
  { steps }: PathwayTemplate,
  { code, due }: StepTemplate,
  at: string,
  span: { first: number; last: number } | undefined,
): TemplateFault[] {
  if (due.after !== undefined && !steps.some(({ code }) => code === due.after))
    return [{ at: `${at}.due.after`, fault: 'unknown-step' }];
  if (!Number.isInteger(due.from)) return [{ at: `${at}.due.from`, fault: 'no-whole-days' }];
  if (!Number.isInteger(due.days) || due.days < 1) return [{ at: `${at}.due.days`, fault: 'no-whole-days' }];
  // One that has no place because the step before it has none is in order itself.
  if (span === undefined)
    return comesBack(steps, code) ? [{ at: `${at}.due.after`, fault: 'counted-from-itself' }] : [];
  return Math.abs(span.first) > FARTHEST || Math.abs(span.last) > FARTHEST
    ? [{ at: `${at}.due`, fault: 'too-far-away' }]
    : [];
}

/** Whether the way from a step to what it is counted from leads to the step itself again. */
function comesBack(steps: readonly StepTemplate[], code: string): boolean {
  const before = new Map(steps.map((step) => [step.code, step.due.after]));
  const seen = new Set<string>();
  for (let next = before.get(code); next !== undefined && !seen.has(next); next = before.get(next)) {
    if (next === code) return true;
    seen.add(next);
  }
  return false;
}

function whoAndWhatFaults({ role, completedBy }: StepTemplate, at: string): TemplateFault[] {
  const acts = [completedBy].flat();
  return [
    ...(owingRoles.some((one) => one === role) ? [] : [{ at: `${at}.role`, fault: 'unknown-role' as const }]),
    ...(acts.length === 0 ? [{ at: `${at}.completedBy`, fault: 'never-completed' as const }] : []),
    ...acts.flatMap(({ kind }, place) =>
      actKinds.some((one) => one === kind)
        ? []
        : [{ at: `${at}.completedBy[${place}].kind`, fault: 'unknown-completion' as const }],
    ),
  ];
}

function repeatFaults({ repeats }: StepTemplate, at: string): TemplateFault[] {
  if (repeats === undefined) return [];
  const { everyDays, times } = repeats;
  const isRight =
    Number.isInteger(everyDays) &&
    everyDays >= 1 &&
    Number.isInteger(times) &&
    times >= 2 &&
    times <= MOST_TIMES &&
    everyDays * times <= FARTHEST;
  return isRight ? [] : [{ at: `${at}.repeats`, fault: 'repeats-never' }];
}
