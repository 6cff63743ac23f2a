import { Withdraw } from '#contract/contact.ts';
import { AskAboutRelated, DecideParentalInsight, NameRelated, RewriteRelated } from '#contract/related.ts';
import { FactPath, ParticipantPath } from '#contract/shapes.ts';
import { refuseOthersWords } from '../db/versions.ts';
import { type App, changeRoute, type Shell, withdrawRoute } from '../http/shell.ts';
import {
  askAboutRelated,
  decideInsight,
  nameRelated,
  rewriteRelated,
  takeRelatedBack,
} from './related-commands.ts';

export function relatedRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'related-persons',
      purpose: 'related.name',
      summary: 'Somebody who is close; being named opens nothing',
      params: ParticipantPath,
      body: NameRelated,
    },
    nameRelated,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'related-persons/:id/corrections',
      purpose: 'related.rewrite',
      summary: 'Name, relation or phone written anew',
      params: FactPath,
      body: RewriteRelated,
    },
    rewriteRelated,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'related-persons/:id/withdrawals',
      purpose: 'related.take-back',
      summary: 'Named no longer; what was shared with them is stopped with it',
      params: FactPath,
      body: Withdraw,
    },
    takeRelatedBack,
  );
  askingRoutes(app, shell);
  parentRoutes(app, shell);
}

function askingRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'related-questions',
      purpose: 'related.ask',
      summary: 'Asked whom we may talk with, and whether it was told what a yes and a no mean',
      params: ParticipantPath,
      body: AskAboutRelated,
    },
    askAboutRelated,
  );
  withdrawRoute(app, shell, {
    path: 'related-questions',
    purpose: 'related.ask',
    summary: 'It was not asked after all',
    table: 'related_question',
    unless: (tx, about, factId) => refuseOthersWords(tx, 'related_question', about, factId),
  });
}

function parentRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'related-persons/:id/insights',
      purpose: 'related.parent',
      summary:
        'What a parent of a minor is shown without consent, as far as the law goes; ends on the birthday',
      params: FactPath,
      body: DecideParentalInsight,
    },
    decideInsight,
  );
  withdrawRoute(app, shell, {
    path: 'parental-insights',
    purpose: 'related.parent',
    summary: 'It is not needed any more',
    table: 'parental_insight',
    unless: (tx, about, factId) => refuseOthersWords(tx, 'parental_insight', about, factId),
  });
}
