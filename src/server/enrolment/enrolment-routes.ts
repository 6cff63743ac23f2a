import { End, Hold, Return } from '#contract/enrolment.ts';
import { FactPath } from '#contract/shapes.ts';
import { type App, changeRoute, type Shell } from '../http/shell.ts';
import { comeBack, end, hold, reopen } from './enrolment-commands.ts';

/** What can be done with an enrolment that is there. The id in the address is the enrolment's. */
export function enrolmentRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'enrolments/:id/holds',
      purpose: 'enrolment.hold',
      summary: 'On hold: the place stands and the steps wait',
      params: FactPath,
      body: Hold,
    },
    hold,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'enrolments/:id/returns',
      purpose: 'enrolment.return',
      summary: 'Welcome back, with the steps that are left moved by the days on hold',
      params: FactPath,
      body: Return,
    },
    comeBack,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'enrolments/:id/endings',
      purpose: 'enrolment.end',
      summary: 'The follow-up ends, for a reason that is never a relapse or a missed meeting',
      params: FactPath,
      body: End,
    },
    end,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'enrolments/:id/reopenings',
      purpose: 'enrolment.reopen',
      summary: 'Opened again after an end',
      params: FactPath,
      body: Return,
    },
    reopen,
  );
}
