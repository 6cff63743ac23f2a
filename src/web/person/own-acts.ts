import { ActionForm, ChangeActionForm } from './action-form.tsx';
import type { ActForm } from './acts.ts';
import { ContactPersonForm } from './contact-person-form.tsx';
import { CrisisPlanForm } from './crisis-plan-form.tsx';
import { EndMembershipForm } from './end-membership-form.tsx';
import { GoalForm } from './goal-form.tsx';
import { JoinTeamForm } from './join-team-form.tsx';
import { NumberForm } from './number-form.tsx';
import { Remind } from './remind.tsx';
import { StatementForm } from './statement-form.tsx';
import { TwiceForm } from './twice-form.tsx';

/** What one does on a person’s page, by its word in the address. */
export const ownActs: Record<string, ActForm> = {
  viktig: StatementForm,
  mal: GoalForm,
  tiltak: ActionForm,
  'endre-mal': GoalForm,
  'endre-tiltak': ChangeActionForm,
  team: JoinTeamForm,
  slutt: EndMembershipForm,
  kontaktperson: ContactPersonForm,
  purr: Remind,
  kriseplan: CrisisPlanForm,
  nummer: NumberForm,
  'to-ganger': TwiceForm,
};
