import {
  Acknowledge,
  AddAction,
  AddGoal,
  AddRating,
  AddStatement,
  CloseGoal,
  CompleteAction,
  WriteCrisisPlan,
} from '#contract/plan.ts';
import { ParticipantPath as params } from '#contract/shapes.ts';
import { rulesText } from '#text/text.ts';
import { type App, changeRoute, type Shell, withdrawRoute } from '../http/shell.ts';
import * as commands from './plan-commands.ts';

export function planRoutes(app: App, shell: Shell): void {
  ownWords(app, shell);
  whoDoesWhat(app, shell);
}

function ownWords(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'statements',
      purpose: 'statement.add',
      summary: 'What matters, in own words',
      params,
      body: AddStatement,
    },
    commands.addStatement,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'statement-ratings',
      purpose: 'statement.rate',
      summary: 'How it is going, 0 to 10',
      params,
      body: AddRating,
    },
    commands.addRating,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'acknowledgements',
      purpose: 'rules.explain',
      summary: 'Confidentiality and group rules explained and agreed to',
      params,
      body: Acknowledge,
    },
    (tx, about, body) => commands.acknowledge(tx, about, rulesText(body.language)),
  );
  changeRoute(
    app,
    shell,
    {
      path: 'crisis-plans',
      purpose: 'crisis-plan.write',
      summary: 'The crisis plan, written or rewritten',
      params,
      body: WriteCrisisPlan,
    },
    commands.writeCrisisPlan,
  );
}

function whoDoesWhat(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'goals',
      purpose: 'goal.add',
      summary: 'A goal: wanted, present, ways between',
      params,
      body: AddGoal,
    },
    commands.addGoal,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'goal-closures',
      purpose: 'goal.close',
      summary: 'A goal is reached, or wanted no longer',
      params,
      body: CloseGoal,
    },
    commands.closeGoal,
  );
  withdrawRoute(app, shell, {
    path: 'goal-closures',
    purpose: 'goal.close',
    summary: 'It goes on after all',
    table: 'goal_closure',
  });
  changeRoute(
    app,
    shell,
    { path: 'actions', purpose: 'action.add', summary: 'Who does what, by when', params, body: AddAction },
    commands.addAction,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'action-completions',
      purpose: 'action.complete',
      summary: 'An action is done',
      params,
      body: CompleteAction,
    },
    commands.completeAction,
  );
  withdrawRoute(app, shell, {
    path: 'action-completions',
    purpose: 'action.complete',
    summary: 'It was not done after all',
    table: 'action_completion',
  });
}
