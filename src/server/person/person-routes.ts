import { RewriteProfile } from '#contract/profile.ts';
import { FactPath } from '#contract/shapes.ts';
import { type App, changeRoute, type Shell } from '../http/shell.ts';
import { numberRoutes } from './number-routes.ts';
import { rewriteProfile } from './person-commands.ts';

export function personRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'profiles/:id/corrections',
      purpose: 'profile.rewrite',
      summary: 'What somebody is called and how to reach them, written anew',
      params: FactPath,
      body: RewriteProfile,
    },
    rewriteProfile,
  );
  numberRoutes(app, shell);
}
