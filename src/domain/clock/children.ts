import { isGrownUp } from '../children/child.ts';
import { addDays, type Day, dayOf, endOf, startOf } from '../time/day.ts';
import type { Clock } from './clock.ts';

/** Turns in a life after which the answer about children, or who sees to them, may be another. */
export const childTurns = ['admission', 'imprisonment', 'moved-home', 'eviction-notice'] as const;

const DAYS_TO_ASK = 14;
/** An answer is asked for anew after a year; where somebody did not know or did not say, after a season. */
const ASKED_ANEW_DAYS = { answered: 365, open: 90 };

export interface ChildFacts {
  /** Services they are in, not only asked about: when each began. */
  episodes: readonly { id: string; since: string }[];
  /** Each time they were asked; `answered` when both questions got a yes or a no. */
  childQuestions: readonly { at: string; answered: boolean }[];
  /** Days of `childTurns`, behind or ahead. */
  childTurns: readonly Day[];
  /** The cards, each with the day on which we have said that we take it up again. */
  children: readonly { id: string; birthDay: Day | null; nextDay: Day | null }[];
}

export const childClocks = (facts: ChildFacts): Clock[] => [
  ...notAsked(facts),
  ...facts.children.flatMap(childNext),
];

/**
 * Everyone who is followed up is asked about minor children and siblings (hpl § 10 a): from the day they are taken in, and
 * anew when the answer has grown old or life has changed. A hole after two weeks.
 */
function notAsked({ episodes, childQuestions, childTurns: turns }: ChildFacts): Clock[] {
  const [first] = episodes.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  if (first === undefined) return [];
  const last = childQuestions.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  const showsAt =
    last === undefined || last.at < first.since
      ? first.since
      : askedAnew(dayOf(last.at), last.answered, turns);
  return [
    {
      rule: 'children-not-asked',
      subjectId: first.id,
      showsAt,
      opensAt: endOf(addDays(dayOf(showsAt), DAYS_TO_ASK)),
      ownerRole: 'contact-person',
      topic: 'children',
    },
  ];
}

function askedAnew(asked: Day, answered: boolean, turns: readonly Day[]): string {
  const old = addDays(asked, answered ? ASKED_ANEW_DAYS.answered : ASKED_ANEW_DAYS.open);
  const turned = turns.filter((day) => day > asked).toSorted();
  return startOf([old, ...turned].toSorted()[0] ?? old);
}

/** The day on which we said that we would take it up again; nothing is owed a child who has grown up by then. */
const childNext = ({ id, birthDay, nextDay }: ChildFacts['children'][number]): Clock[] =>
  nextDay === null || isGrownUp(birthDay, nextDay)
    ? []
    : [
        {
          rule: 'child-next',
          subjectId: id,
          showsAt: startOf(nextDay),
          opensAt: endOf(nextDay),
          ownerRole: 'contact-person',
          topic: 'children',
        },
      ];
