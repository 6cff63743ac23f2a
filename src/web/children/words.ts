import type { Children } from '#contract/child.ts';
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
