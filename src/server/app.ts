import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyError, LogController } from 'fastify';
import Type from 'typebox';
import { childrenRoutes } from './children/children-routes.ts';
import { contactRoutes } from './contact/contact-routes.ts';
import { controlRoutes } from './control/control-routes.ts';
import { coordinationRoutes } from './coordination/coordination-routes.ts';
import type { Database } from './db/database.ts';
import type { NumberKeys } from './db/number-keys.ts';
import { emergencyRoutes } from './emergency/emergency-routes.ts';
import { enquiryRoutes } from './enquiry/enquiry-routes.ts';
import { enrolmentRoutes } from './enrolment/enrolment-routes.ts';
import { figureRoutes } from './figure/figure-routes.ts';
import { groupRoutes } from './group/group-routes.ts';
import { guardianRoutes } from './guardian/guardian-routes.ts';
import { homeRoutes } from './homes/home-routes.ts';
import { writeAnswers } from './http/answers.ts';
import { tellBrowsers } from './http/browser-policy.ts';
import { sendProblem } from './http/problem.ts';
import { type App, problems } from './http/shell.ts';
import { serveWeb } from './http/web-files.ts';
import { insightRoutes } from './insight/insight-routes.ts';
import { letterRoutes } from './letter/letter-routes.ts';
import { loginRoutes } from './login/login-routes.ts';
import type { RelyingParty } from './login/relying-party.ts';
import { meetingRoutes } from './meeting/meeting-routes.ts';
import { mergeRoutes } from './merge/merge-routes.ts';
import type { Post } from './outbox/post.ts';
import { outreachRoutes } from './outreach/outreach-routes.ts';
import { personRoutes } from './person/person-routes.ts';
import { planRoutes } from './plan/plan-routes.ts';
import { Refused } from './refused.ts';
import { relatedRoutes } from './related/related-routes.ts';
import { retentionRoutes } from './retention/retention-routes.ts';
import { reviewRoutes } from './review/review-routes.ts';
import { rightsRoutes } from './rights/rights-routes.ts';
import { sharingRoutes } from './sharing/consent-routes.ts';
import { lookUpRoutes } from './sharing/look-up-routes.ts';
import { staffRoutes } from './staff/staff-routes.ts';
import { teamRoutes } from './team/team-routes.ts';
import { toldRoutes } from './told/told-routes.ts';
import { turnRoutes } from './turn/turn-routes.ts';
import { wheelRoutes } from './wheel/wheel-routes.ts';
import { wishRoutes } from './wish/wish-routes.ts';

export interface Parts {
  database: Database;
  mode: 'demo' | 'production';
  numbers: NumberKeys;
  /** Letters from one address in ten minutes, to services by those who are not logged in; ten when left out. */
  letterLimit?: number;
  /** Requests a minute from one address, and to what lets somebody in. */
  rateLimit: number;
  loginLimit: number;
  /** The issuers people may come through. */
  relyingParty: RelyingParty;
  /** Messages to phones; left out where there is nothing to send them by. */
  post?: Post;
  /** What is told that there may be something to work out or carry out. */
  retention?: { soon(): void };
  /** Whose word on where a request comes from is taken: proxies in front, by address or network. */
  trustedProxies: string[];
  logLevel: string;
  /** Where the log goes instead of to standard output. */
  logStream?: { write(line: string): void };
  /** The built web app; left out in API tests. */
  webDir?: string;
}

const LARGEST_BODY = 64 * 1024;
const LETTERS = 10;

/** The whole server as a function of its parts: no globals, so a test gives it others. */
export async function buildApp(parts: Parts): Promise<App> {
  const app: App = Fastify({
    logger: {
      level: parts.logLevel,
      serializers: { req: () => ({}), res: () => ({}) },
      ...(parts.logStream === undefined ? {} : { stream: parts.logStream }),
    },
    // A line a request would carry its address; the audit row is the record of who asked for what.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY,
    routerOptions: { maxParamLength: 100 },
    return503OnClosing: true,
    trustProxy: parts.trustedProxies,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  writeAnswers(app);
  app.setErrorHandler<FastifyError | Refused>(sendProblem);
  app.setNotFoundHandler((request, reply) => sendProblem(new Refused('not-found'), request, reply));
  await tellBrowsers(app);
  await app.register(rateLimit, {
    max: parts.rateLimit,
    timeWindow: '1 minute',
    allowList: (request) => request.url === '/healthz',
  });
  await app.register(cookie);
  await app.register(swagger, {
    openapi: openapi(),
    hideUntagged: false,
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `def-${i}`) },
  });
  await app.register(async (routes) => register(routes.withTypeProvider<TypeBoxTypeProvider>(), parts));
  await serveWeb(app, parts.webDir);
  return app;
}

function register(app: App, shell: Parts): void {
  app.get(
    '/healthz',
    {
      schema: {
        summary: 'Healthy when the database answers too',
        response: { 200: Type.Object({ healthy: Type.Boolean() }), ...problems },
      },
    },
    async () => {
      await shell.database.ping();
      return { healthy: true };
    },
  );
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  loginRoutes(app, shell);
  homeRoutes(app, shell);
  figureRoutes(app, shell);
  personRoutes(app, shell);
  mergeRoutes(app, shell);
  enquiryRoutes(app, shell);
  outreachRoutes(app, shell);
  planRoutes(app, shell);
  wheelRoutes(app, shell);
  wishRoutes(app, shell);
  contactRoutes(app, shell);
  groupRoutes(app, shell);
  meetingRoutes(app, shell);
  reviewRoutes(app, shell);
  teamRoutes(app, shell);
  staffRoutes(app, shell);
  toldRoutes(app, shell);
  turnRoutes(app, shell);
  enrolmentRoutes(app, shell);
  sharingRoutes(app, shell);
  lookUpRoutes(app, shell);
  controlRoutes(app, shell);
  relatedRoutes(app, shell);
  emergencyRoutes(app, shell);
  coordinationRoutes(app, shell);
  guardianRoutes(app, shell);
  insightRoutes(app, shell);
  rightsRoutes(app, shell);
  retentionRoutes(app, shell);
  childrenRoutes(app, shell);
  letterRoutes(app, shell, shell.letterLimit ?? LETTERS);
}

const openapi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Medvandrer',
    version: '0.1.0',
    description:
      'Every route. Errors are RFC 9457 problem details with a code. Changes carry X-CSRF-Token from /api/session.',
  },
  components: {
    securitySchemes: {
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: '__Host-medvandrer' },
    },
  },
});
