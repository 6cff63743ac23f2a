import { TakeTalkBack, TalkOverWheel } from '#contract/own-words.ts';
import { FactPath, ParticipantPath } from '#contract/shapes.ts';
import { type App, changeRoute, type Shell, withdrawRoute } from '../http/shell.ts';
import { takeTalkBack, talkOverWheel } from './wheel-commands.ts';

export function wheelRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'conversation-wheels',
      purpose: 'wheel.talk',
      summary:
        'One talk over the conversation wheel: the parts of life that were talked about, saved together',
      params: ParticipantPath,
      body: TalkOverWheel,
    },
    talkOverWheel,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'conversation-wheels/:id/withdrawals',
      purpose: 'wheel.withdraw',
      summary: 'Takes back what was said in one talk',
      params: FactPath,
      body: TakeTalkBack,
    },
    takeTalkBack,
  );
  withdrawRoute(app, shell, {
    path: 'life-area-ratings',
    purpose: 'wheel.withdraw',
    summary: 'Takes back what was said of one part of life',
    table: 'life_area_rating',
  });
}
