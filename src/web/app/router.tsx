import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { homeAddress } from './navigation.ts';
import { NotFound } from './not-found.tsx';
import { queryClient, sessionQuery } from './queries.ts';
import { RouteProblem } from './route-problem.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: RouteProblem });

const landing = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    const home = session?.homes[0];
    if (home) throw redirect({ to: homeAddress[home] });
  },
});

const myPlan = createRoute({
  getParentRoute: () => root,
  path: '/min-plan',
  component: lazyRouteComponent(() => import('./participant-home.tsx'), 'ParticipantHome'),
});

const lookUps = createRoute({
  getParentRoute: () => root,
  path: '/oppslag',
  component: lazyRouteComponent(() => import('#web/sharing/look-ups-page.tsx'), 'LookUpsPage'),
});

/** The one list of screens: a screen is a route above and its name here. */
const screens = [landing, myPlan, lookUps] as const;

export const router = createRouter({
  routeTree: root.addChildren(screens),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
