import { type ComponentType, lazy } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { enrolmentWords } from '../my-plan/enrolment-words.ts';
import { dayOf, nearDay } from './dates.ts';
import { turnWhen } from './life-event.ts';

export interface PlanPart {
  /** Its word in the address: /min-plan/<id>. */
  id: string;
  title: () => string;
  /** One line of what stands there now. */
  summary: (plan: MyPlan) => string;
  View: ComponentType<{ plan: MyPlan }>;
  /** What it is about, where a weaker login does not open it. */
  topic?: 'life-areas' | 'children' | 'person-number';
  /** Whether there is anything to see; left out when there always is. */
  isThere?: (plan: MyPlan) => boolean;
  /** False for what is there to be done and not to be read on paper. */
  onPaper?: false;
}

const openGoals = (plan: MyPlan): number => plan.goals.filter((goal) => !goal.closed).length;

/**
 * What is in the plan besides what one needs today. Each has a page of its own, fetched when it is opened: on a phone
 * the home stays short, and an old phone loads little.
 */
export const planParts: readonly PlanPart[] = [
  {
    id: 'styrker',
    title: m.strengths_title,
    summary: ({ strengths: [one] }) =>
      one ? m.matters_quote({ words: one.words }) : m.part_strengths_none(),
    View: lazy(() =>
      import('../strengths/my-strengths.tsx').then(({ MyStrengths }) => ({ default: MyStrengths })),
    ),
  },
  {
    id: 'mal',
    title: m.goals_title,
    summary: (plan) =>
      openGoals(plan) === 0 ? m.part_goals_none() : m.part_goals({ count: openGoals(plan) }),
    View: lazy(() => import('../my-plan/my-goals.tsx').then(({ MyGoals }) => ({ default: MyGoals }))),
  },
  {
    id: 'omrader',
    topic: 'life-areas',
    title: m.wheel_title,
    summary: lastTalk,
    View: lazy(() => import('../wheel/my-wheel.tsx').then(({ MyWheel }) => ({ default: MyWheel }))),
  },
  {
    id: 'onsker',
    title: m.wishes_title,
    summary: wishesInShort,
    View: lazy(() => import('../wish/my-wishes.tsx').then(({ MyWishes }) => ({ default: MyWishes }))),
  },
  {
    id: 'hendelser',
    title: m.turns_title,
    summary: ({ lifeEvents: [next], now }) =>
      next && next.day >= dayOf(now) ? turnWhen(next, now) : m.turns_part(),
    View: lazy(() => import('../my-plan/turns-around.tsx').then(({ MyTurns }) => ({ default: MyTurns }))),
  },
  {
    id: 'uker',
    title: m.path_title,
    summary: (plan) => plan.enrolments.map(enrolmentWords).join(' · ') || m.part_path_none(),
    View: lazy(() => import('../my-plan/my-path.tsx').then(({ MyPath }) => ({ default: MyPath }))),
  },
  {
    id: 'tilbakeblikk',
    title: m.review_title,
    summary: () => m.review_part(),
    View: lazy(() => import('../review/own-review.tsx').then(({ OwnReview }) => ({ default: OwnReview }))),
    isThere: (plan) => plan.steps.length > 0,
  },
  {
    id: 'fatt-vite',
    title: m.told_part,
    summary: (plan) => {
      const owed = plan.informed.filter(({ state }) => state !== 'told').length;
      if (owed === 0) return m.told_part_all();
      return owed === 1 ? m.told_part_owed_one() : m.told_part_owed({ count: owed });
    },
    View: lazy(() => import('../told/my-told.tsx').then(({ MyTold }) => ({ default: MyTold }))),
  },
  {
    id: 'barn',
    topic: 'children',
    title: m.children_title,
    summary: ({ children: { asked, cards } }) =>
      cards.length > 0
        ? listOf(cards.map(({ name }) => name))
        : asked
          ? m.children_part_asked()
          : m.children_part_none(),
    View: lazy(() =>
      import('../children/my-children.tsx').then(({ MyChildren }) => ({ default: MyChildren })),
    ),
  },
  {
    id: 'skrevet-om-meg',
    title: m.confided_mine_title,
    summary: () => m.confided_mine_part(),
    View: lazy(() =>
      import('../letter/confided-of.tsx').then(({ ToldAboutMe }) => ({ default: ToldAboutMe })),
    ),
    isThere: ({ confided }) => confided !== undefined,
  },
  {
    id: 'moter',
    title: m.minutes_part,
    summary: (plan) => {
      const count = plan.minutes.length;
      if (count === 0) return m.minutes_part_none();
      return count === 1 ? m.minutes_part_one() : m.minutes_part_count({ count });
    },
    View: lazy(() => import('../my-plan/my-minutes.tsx').then(({ MyMinutes }) => ({ default: MyMinutes }))),
  },
  {
    id: 'deling',
    title: m.sharing_title,
    summary: (plan) =>
      plan.sharing.length === 0
        ? m.part_sharing_none()
        : m.part_sharing({ who: listOf([...new Set(plan.sharing.map(({ recipient }) => recipient))]) }),
    View: lazy(() =>
      import('../sharing/sharing-card.tsx').then(({ SharingCard }) => ({ default: SharingCard })),
    ),
  },
  {
    id: 'nodsituasjon',
    title: m.emergencies_title,
    summary: ({ emergencies: [last], now }) => (last ? nearDay(last.openedAt, now) : ''),
    View: lazy(() =>
      import('../emergency/my-emergencies.tsx').then(({ MyEmergencies }) => ({ default: MyEmergencies })),
    ),
    isThere: ({ emergencies }) => emergencies.length > 0,
  },
  {
    id: 'om-meg',
    topic: 'person-number',
    title: m.profile_title,
    summary: ({ profile }) => profile?.phone ?? m.profile_no_phone(),
    View: lazy(() => import('../profile/about-me.tsx').then(({ AboutMe }) => ({ default: AboutMe }))),
    isThere: ({ profile }) => profile !== undefined,
  },
  {
    id: 'alt-om-meg',
    title: m.copy_title,
    summary: () => m.copy_part(),
    View: lazy(() =>
      import('./everything-screen.tsx').then(({ EverythingScreen }) => ({ default: EverythingScreen })),
    ),
    onPaper: false,
  },
];

/** Those of the parts that somebody's plan has. */
export const partsOf = (plan: MyPlan): PlanPart[] =>
  planParts.filter((part) => !isClosed(part, plan) && (part.isThere?.(plan) ?? true));

/** There, but not for the weaker login: nothing of it was answered, and nothing may look as if it were empty. */
export const isClosed = ({ topic }: PlanPart, plan: MyPlan): boolean =>
  topic !== undefined && plan.closed.includes(topic);

function lastTalk({ lifeAreas, now }: MyPlan): string {
  const last = lifeAreas
    .map(({ first, latest }) => (latest ?? first).at)
    .toSorted()
    .at(-1);
  return last === undefined ? m.part_wheel_none() : m.part_wheel({ day: nearDay(last, now) });
}

function wishesInShort({ wishes }: MyPlan): string {
  if (wishes.length === 0) return m.part_wishes_none();
  const waiting = wishes.filter(({ answers }) => answers.length === 0).length;
  return waiting === 0 ? m.part_wishes() : m.part_wishes_waiting({ count: waiting });
}
