import { AddStrength, RewriteStrength } from '#contract/own-words.ts';
import {
  AddAction,
  AddGoal,
  AddRating,
  AddStatement,
  CloseGoal,
  CompleteAction,
  RewriteAction,
  RewriteGoal,
  WriteCrisisPlan,
} from '#contract/plan.ts';
import { FactPath, ParticipantPath as params } from '#contract/shapes.ts';
import { type App, changeRoute, type Shell, withdrawRoute } from '../http/shell.ts';
import * as actions from './action-commands.ts';
import { historyRoutes } from './history-routes.ts';
import * as commands from './plan-commands.ts';
import { addStrength, rewriteStrength } from './strength-commands.ts';

export function planRoutes(app: App, shell: Shell): void {
  ownWords(app, shell);
  strengths(app, shell);
  goals(app, shell);
  whoDoesWhat(app, shell);
  historyRoutes(app, shell);
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
  withdrawRoute(app, shell, {
    path: 'statements',
    purpose: 'statement.add',
    summary: 'It was not meant like that',
    table: 'statement',
  });
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
      path: 'crisis-plans',
      purpose: 'crisis-plan.write',
      summary: 'The crisis plan, written or rewritten',
      params,
      body: WriteCrisisPlan,
    },
    commands.writeCrisisPlan,
  );
}

function strengths(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'strengths',
      purpose: 'strength.add',
      summary: 'What somebody is good at, what has helped, who is there, how to meet them',
      params,
      body: AddStrength,
    },
    addStrength,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'strengths/:id/corrections',
      purpose: 'strength.rewrite',
      summary: 'The same in other words',
      params: FactPath,
      body: RewriteStrength,
    },
    rewriteStrength,
  );
  withdrawRoute(app, shell, {
    path: 'strengths',
    purpose: 'strength.withdraw',
    summary: 'It is not so, or not so any more',
    table: 'strength',
  });
}

function goals(app: App, shell: Shell): void {
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
      path: 'goals/:id/corrections',
      purpose: 'goal.rewrite',
      summary: 'A goal in other words, with the reason',
      params: FactPath,
      body: RewriteGoal,
    },
    commands.rewriteGoal,
  );
  withdrawRoute(app, shell, {
    path: 'goals',
    purpose: 'goal.withdraw',
    summary: 'A goal that was not meant to be there',
    table: 'goal',
    unless: commands.goalIsFree,
  });
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
}

function whoDoesWhat(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    { path: 'actions', purpose: 'action.add', summary: 'Who does what, by when', params, body: AddAction },
    actions.addAction,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'actions/:id/corrections',
      purpose: 'action.rewrite',
      summary: 'Other words, somebody else, or another day, with the reason',
      params: FactPath,
      body: RewriteAction,
    },
    actions.rewriteAction,
  );
  withdrawRoute(app, shell, {
    path: 'actions',
    purpose: 'action.withdraw',
    summary: 'It is not to be done after all',
    table: 'action',
    unless: actions.actionIsOpenToMe,
  });
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
    actions.completeAction,
  );
  withdrawRoute(app, shell, {
    path: 'action-completions',
    purpose: 'action.complete',
    summary: 'It was not done after all',
    table: 'action_completion',
  });
}
