import type { Day } from '../time/day.ts';
import type { ActKind, CompletingAct, PathwayTemplate } from './template.ts';

export interface RunStep {
  id: string;
  code: string;
  dueFrom: Day;
}

export interface Act {
  kind: ActKind;
  id: string;
  detail?: string;
  day: Day;
  /** When it happened (RFC 3339): acts are taken in this order. */
  at: string;
  by: string;
}

/**
 * Which act completes which step: the earliest act that fits the earliest step it fits, each act at most one step.
 * Pure: the same facts give the same answer, so a withdrawn act opens its step again.
 * @param kept completions that stand; a step keeps its act as long as the act is there and, corrected perhaps, still fits.
 */
export function completeSteps(
  template: PathwayTemplate,
  steps: readonly RunStep[],
  acts: readonly Act[],
  kept: ReadonlyMap<string, string>,
): Map<string, Act> {
  const actById = new Map(acts.map((act) => [act.id, act]));
  const completed = new Map<string, Act>();
  for (const step of steps) {
    const act = actById.get(kept.get(step.id) ?? '');
    if (act !== undefined && fits(template, step, act)) completed.set(step.id, act);
  }
  const used = new Set([...completed.values()].map((act) => act.id));
  const inOrder = steps.toSorted((a, b) => compare(a.dueFrom, b.dueFrom));
  for (const act of acts.toSorted((a, b) => compare(a.at, b.at))) {
    if (used.has(act.id)) continue;
    const step = inOrder.find((open) => !completed.has(open.id) && fits(template, open, act));
    if (step === undefined) continue;
    completed.set(step.id, act);
    used.add(act.id);
  }
  return completed;
}

function fits(template: PathwayTemplate, step: RunStep, act: Act): boolean {
  const wanted = template.steps.find(({ code }) => code === step.code)?.completedBy ?? [];
  return [wanted]
    .flat()
    .some(
      ({ kind, details, notBefore }: CompletingAct) =>
        kind === act.kind &&
        (details === undefined || details.includes(act.detail ?? '')) &&
        (notBefore === undefined || act.day >= step.dueFrom),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
