import { AddChild, AddChildStep, AskAboutChildren, RewriteChild } from '#contract/child.ts';
import { FactPath, ParticipantPath } from '#contract/shapes.ts';
import { refuseOthersWords } from '../db/versions.ts';
import { type App, changeRoute, type Shell, withdrawRoute } from '../http/shell.ts';
import { addChild, addChildStep, askAboutChildren, rewriteChild } from './children-commands.ts';

export function childrenRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'child-questions',
      purpose: 'child.ask',
      summary: 'Asked about minor children and siblings, with the answer',
      params: ParticipantPath,
      body: AskAboutChildren,
    },
    askAboutChildren,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'children',
      purpose: 'child.add',
      summary: 'A card for a child',
      params: ParticipantPath,
      body: AddChild,
    },
    addChild,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'children/:id/corrections',
      purpose: 'child.rewrite',
      summary: 'The card written anew, with the reason',
      params: FactPath,
      body: RewriteChild,
    },
    rewriteChild,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'child-steps',
      purpose: 'child.step',
      summary: 'What a child was told or offered, or what was done, and when it is taken up again',
      params: ParticipantPath,
      body: AddChildStep,
    },
    addChildStep,
  );
  for (const [path, table, summary] of [
    ['child-questions', 'child_question', 'It was not asked after all'],
    ['children', 'child', 'The card is taken away; it stays in the history'],
    ['child-steps', 'child_step', 'It was not so after all; it stays in the history'],
  ] as const) {
    withdrawRoute(app, shell, {
      path,
      purpose: 'child.withdraw',
      summary,
      table,
      unless: (tx, about, factId) => refuseOthersWords(tx, table, about, factId),
    });
  }
}
