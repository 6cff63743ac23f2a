import type { App, Shell } from '../http/shell.ts';
import { codeRoutes } from './code-routes.ts';
import { codeSettingsRoutes } from './code-settings-routes.ts';
import { demoRoutes } from './demo-routes.ts';
import { givenCodeRoutes } from './given-code-routes.ts';
import { myLoginRoutes } from './my-login-routes.ts';
import { openidRoutes } from './openid-routes.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { staffLoginRoutes } from './staff-login-routes.ts';

export function loginRoutes(app: App, shell: Shell): void {
  sessionRoutes(app, shell);
  openidRoutes(app, shell);
  myLoginRoutes(app, shell);
  passkeyRoutes(app, shell);
  staffLoginRoutes(app, shell);
  organisationRoutes(app, shell);
  codeRoutes(app, shell);
  givenCodeRoutes(app, shell);
  codeSettingsRoutes(app, shell);
  if (shell.mode === 'demo') demoRoutes(app, shell);
}
