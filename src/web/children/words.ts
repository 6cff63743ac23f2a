import type { Child, Children } from '#contract/child.ts';
import { m } from '#text/generated/messages.js';

type Answer = NonNullable<Children['asked']>['children'];

const answers: Record<Answer, () => string> = {
  yes: m.child_answer_yes,
  no: m.child_answer_no,
  unknown: m.child_answer_unknown,
  'not-said': m.child_answer_not_said,
};
export const answerOptions = (Object.keys(answers) as Answer[]).map((value) => ({
  value,
  label: () => answers[value](),
}));

export const answersText = ({ children, siblings }: NonNullable<Children['asked']>): string =>
  m.children_answers({
    children: answers[children]().toLowerCase(),
    siblings: answers[siblings]().toLowerCase(),
  });

/** What stands on a card besides the name, a line each; what is not known has no line. */
export const cardLines = ({ caredBy, safeAdult, followedBy }: Child): string[] =>
  [
    caredBy && m.child_cared_by_is({ who: caredBy }),
    safeAdult &&
      m.child_safe_adult_is({
        who: [safeAdult.name, safeAdult.relation].filter(Boolean).join(', '),
      }),
    followedBy && m.child_followed_by_is({ who: followedBy }),
  ].filter((line) => line !== undefined);
