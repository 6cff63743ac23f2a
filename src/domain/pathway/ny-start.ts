import { type Day, dayOf, daysBetween } from '../time/day.ts';
import { type OwingRole, type PathwayTemplate, weeksOf } from './template.ts';

const inWeek = (week: number): { due: { from: number; days: number }; role: OwingRole } => ({
  due: { from: 7 * (week - 1), days: 7 },
  role: 'contact-person',
});

/** Ny Start Jæren's published six-week scheme for those who wait: waiting becomes mapping. */
export const nyStartSixWeeks = {
  code: 'ny-start-six-weeks',
  version: 1,
  steps: [
    { code: 'mapping', ...inWeek(1), completedBy: { kind: 'goal' }, act: 'open-goals' },
    {
      code: 'rules-explained',
      ...inWeek(1),
      completedBy: { kind: 'acknowledgement', details: ['confidentiality-and-group-rules'] },
      act: 'explain-rules',
    },
    {
      code: 'group-set-up',
      ...inWeek(2),
      completedBy: { kind: 'team_membership', details: ['coordinator', 'nav', 'dps', 'gp'] },
      act: 'open-team',
    },
    {
      code: 'follow-up-talk',
      ...inWeek(2),
      completedBy: { kind: 'contact', details: ['talk'], notBefore: true },
      act: 'log-talk',
    },
    { code: 'crisis-plan', ...inWeek(2), completedBy: { kind: 'crisis_plan' }, act: 'open-crisis-plan' },
    {
      code: 'individual-talk',
      ...inWeek(3),
      completedBy: { kind: 'contact', details: ['talk'], notBefore: true },
      act: 'log-talk',
    },
    {
      code: 'call-consultant',
      ...inWeek(4),
      completedBy: { kind: 'contact', details: ['consultant-call'], notBefore: true },
      act: 'log-consultant-call',
    },
    { code: 'meeting-called', ...inWeek(4), completedBy: { kind: 'meeting-called' }, act: 'open-meeting' },
    {
      code: 'evaluation-talk',
      ...inWeek(5),
      // Looking back together is that talk. Written by the participant alone it is not: then we still owe them one.
      completedBy: [
        { kind: 'contact', details: ['talk'], notBefore: true },
        { kind: 'review', details: ['together'], notBefore: true },
      ],
      act: 'log-talk',
    },
    {
      code: 'meeting-prepared',
      ...inWeek(5),
      completedBy: { kind: 'meeting-prepared' },
      act: 'open-meeting',
    },
    { code: 'meeting-held', ...inWeek(6), completedBy: { kind: 'meeting-held' }, act: 'open-meeting' },
  ],
} as const satisfies PathwayTemplate;

/** Every template that ships, by code. */
export const pathwayTemplates: Readonly<Record<string, PathwayTemplate>> = {
  [nyStartSixWeeks.code]: nyStartSixWeeks,
};

/** Which week of how many a run is in on a day; undefined before it begins and after it has ended. */
export function weekOf(
  template: string | null,
  anchor: Day | null,
  today: Day,
): { week: number; of: number } | undefined {
  const known = pathwayTemplates[template ?? ''];
  if (known === undefined || anchor === null) return undefined;
  const weeks = weeksOf(known);
  const week = Math.floor(daysBetween(anchor, today) / 7) + 1;
  return week < 1 || week > weeks ? undefined : { week, of: weeks };
}

/** As weekOf, for one person: the week stands still while they are on hold, and there is none after an end. */
export function weekOfRun(
  template: string | null,
  anchor: Day | null,
  { state, since }: { state: string | null; since: string | null },
  today: Day,
): { week: number; of: number } | undefined {
  if (state === 'ended') return undefined;
  return weekOf(template, anchor, state === 'paused' && since !== null ? dayOf(since) : today);
}
