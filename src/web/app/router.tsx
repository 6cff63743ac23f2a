import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { ask } from './ask.ts';
import { homeAddress } from './navigation.ts';
import { NotFound } from './not-found.tsx';
import { periodSearch } from './period-search.ts';
import { personSearch } from './person-search.ts';
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
  loader: ask('/api/my-plan'),
  component: lazyRouteComponent(() => import('./participant-home.tsx'), 'ParticipantHome'),
});

const planPart = createRoute({
  getParentRoute: () => root,
  path: '/min-plan/$part',
  component: lazyRouteComponent(() => import('./plan-part-page.tsx'), 'PlanPartPage'),
});

const lookUps = createRoute({
  getParentRoute: () => root,
  path: '/oppslag',
  component: lazyRouteComponent(() => import('#web/sharing/look-ups-page.tsx'), 'LookUpsPage'),
});

const whoSees = createRoute({
  getParentRoute: () => root,
  path: '/deling',
  component: lazyRouteComponent(() => import('./who-sees-screen.tsx'), 'WhoSeesScreen'),
});

const myDay = createRoute({
  getParentRoute: () => root,
  path: '/min-dag',
  loader: ask('/api/my-day'),
  component: lazyRouteComponent(() => import('./worker-home.tsx'), 'WorkerHome'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/deltakere',
  component: lazyRouteComponent(() => import('./people-screen.tsx'), 'PeopleScreen'),
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/deltaker/$participantId',
  validateSearch: personSearch,
  component: lazyRouteComponent(() => import('./person-screen.tsx'), 'PersonScreen'),
});

const twoRows = createRoute({
  getParentRoute: () => root,
  path: '/samme-person/$one/$other',
  component: lazyRouteComponent(() => import('./two-rows-screen.tsx'), 'TwoRowsScreen'),
});

const meeting = createRoute({
  getParentRoute: () => root,
  path: '/mote/$participantId/$meetingId',
  component: lazyRouteComponent(() => import('./work-screens.tsx'), 'MeetingScreen'),
});

const minutes = createRoute({
  getParentRoute: () => root,
  path: '/referat/$participantId/$meetingId',
  component: lazyRouteComponent(() => import('./minutes-screen.tsx'), 'MinutesScreen'),
});

const enquiries = createRoute({
  getParentRoute: () => root,
  path: '/henvendelser',
  validateSearch: (search: Record<string, unknown>): { svar?: string } =>
    typeof search['svar'] === 'string' ? { svar: search['svar'] } : {},
  component: lazyRouteComponent(() => import('./work-screens.tsx'), 'EnquiriesScreen'),
});

const outreach = createRoute({
  getParentRoute: () => root,
  path: '/ute',
  component: lazyRouteComponent(() => import('#web/outreach/outreach-page.tsx'), 'OutreachPage'),
});

const coordination = createRoute({
  getParentRoute: () => root,
  path: '/koordinering',
  loader: ask('/api/coordination'),
  component: lazyRouteComponent(() => import('#web/coordination/coordination-page.tsx'), 'CoordinationPage'),
});

const emergency = createRoute({
  getParentRoute: () => root,
  path: '/nod',
  component: lazyRouteComponent(() => import('#web/emergency/emergency-page.tsx'), 'EmergencyPage'),
});

const myLogins = createRoute({
  getParentRoute: () => root,
  path: '/innlogginger',
  component: lazyRouteComponent(() => import('#web/login/my-logins-page.tsx'), 'MyLoginsPage'),
});

const staffLogins = createRoute({
  getParentRoute: () => root,
  path: '/innlogging-ansatte',
  loader: ask('/api/staff-logins'),
  component: lazyRouteComponent(() => import('#web/login/staff-logins-page.tsx'), 'StaffLoginsPage'),
});

/** Logged in, there is nothing to type a code for. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitasjon',
  beforeLoad: async () => {
    if (await queryClient.ensureQueryData(sessionQuery)) throw redirect({ to: '/' });
  },
});

/** The demonstration's made-up phone, open to everybody there. */
const demoPhone = createRoute({
  getParentRoute: () => root,
  path: '/demo-telefon',
  component: lazyRouteComponent(() => import('#web/login/demo-phone-page.tsx'), 'DemoPhonePage'),
});

const staff = createRoute({
  getParentRoute: () => root,
  path: '/ansatte',
  component: lazyRouteComponent(() => import('#web/staff/staff-page.tsx'), 'StaffPage'),
});

const sendEnquiry = createRoute({
  getParentRoute: () => root,
  path: '/ny-henvendelse',
  component: lazyRouteComponent(() => import('#web/enquiry/send-enquiry-page.tsx'), 'SendEnquiryPage'),
});

const groups = createRoute({
  getParentRoute: () => root,
  path: '/grupper',
  validateSearch: (search: Record<string, unknown>): { uke?: string } =>
    typeof search['uke'] === 'string' ? { uke: search['uke'] } : {},
  component: lazyRouteComponent(() => import('./work-screens.tsx'), 'GroupsScreen'),
});

const groupSession = createRoute({
  getParentRoute: () => root,
  path: '/gruppe/$municipalityId/$id',
  component: lazyRouteComponent(() => import('./work-screens.tsx'), 'SessionScreen'),
});

const shared = createRoute({
  getParentRoute: () => root,
  path: '/delt',
  loader: ask('/api/shared'),
  component: lazyRouteComponent(() => import('#web/shared/shared-page.tsx'), 'SharedPage'),
});

const close = createRoute({
  getParentRoute: () => root,
  path: '/delt-med-meg',
  loader: ask('/api/close-to-me'),
  component: lazyRouteComponent(() => import('#web/close/close-page.tsx'), 'ClosePage'),
});

const closePerson = createRoute({
  getParentRoute: () => root,
  path: '/delt-med-meg/$participantId',
  component: lazyRouteComponent(() => import('./close-screen.tsx'), 'ClosePersonScreen'),
});

/** Open to everybody, also without a login. */
const relatives = createRoute({
  getParentRoute: () => root,
  path: '/parorende',
  component: lazyRouteComponent(() => import('#web/close/relatives-page.tsx'), 'RelativesPage'),
});

const writeAbout = createRoute({
  getParentRoute: () => root,
  path: '/parorende/skriv',
  component: lazyRouteComponent(() => import('#web/close/write-about-page.tsx'), 'WriteAboutPage'),
});

const askHelp = createRoute({
  getParentRoute: () => root,
  path: '/parorende/snakke',
  component: lazyRouteComponent(() => import('#web/close/ask-help-page.tsx'), 'AskHelpPage'),
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/oversikten',
  loader: ask('/api/overview'),
  component: lazyRouteComponent(() => import('#web/overview/overview-page.tsx'), 'OverviewPage'),
});

const control = createRoute({
  getParentRoute: () => root,
  path: '/kontroll',
  loader: ask('/api/control', '/api/emergency/openings'),
  component: lazyRouteComponent(() => import('./control-screen.tsx'), 'ControlScreen'),
});

const retention = createRoute({
  getParentRoute: () => root,
  path: '/oppbevaring',
  loader: ask('/api/retention'),
  component: lazyRouteComponent(() => import('#web/retention/retention-page.tsx'), 'RetentionPage'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/seks-uker/$participantId',
  component: lazyRouteComponent(() => import('./work-screens.tsx'), 'ReviewScreen'),
});

const status = createRoute({
  getParentRoute: () => root,
  path: '/status/$municipalityId/$id',
  validateSearch: periodSearch,
  component: lazyRouteComponent(() => import('./work-screens.tsx'), 'StatusScreen'),
});

/** The one list of screens: a screen is a route above and its name here. */
const screens = [
  landing,
  myPlan,
  planPart,
  lookUps,
  whoSees,
  myDay,
  people,
  person,
  meeting,
  minutes,
  enquiries,
  outreach,
  staff,
  staffLogins,
  myLogins,
  invitation,
  demoPhone,
  sendEnquiry,
  groups,
  groupSession,
  shared,
  close,
  closePerson,
  relatives,
  writeAbout,
  askHelp,
  overview,
  status,
  control,
  retention,
  review,
  emergency,
  coordination,
  twoRows,
] as const;

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
