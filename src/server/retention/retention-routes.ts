import type { FastifyRequest } from 'fastify';
import type { Static, TObject } from 'typebox';
import {
  ApproveDryRun,
  AskDryRun,
  HoldSomebody,
  Retention,
  RetentionHolds,
  RetentionMunicipalityPath,
  RetentionPath,
  RetentionReason,
  SetRetentionPeriod,
} from '#contract/retention.ts';
import { Created } from '#contract/shapes.ts';
import type { Tx } from '../db/database.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, ChangeHeaders, once, problems, type Shell } from '../http/shell.ts';
import { accept } from '../refused.ts';
import {
  approveDryRun,
  askDryRun,
  holdSomebody,
  liftHold,
  setPeriod,
  turnDownDryRun,
} from './retention-commands.ts';
import { holds, retention } from './retention-queries.ts';

/** «Hva vi tar vare på»: for those who look after the installation, and those who check the log. */
export function retentionRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/retention',
    {
      schema: {
        summary: '«Hva vi tar vare på»: what is decided for each class, the dry runs and the holds',
        response: { 200: Retention, ...problems },
      },
    },
    (request) => asReader(shell, request, 'nobody', retention),
  );
  app.get(
    '/api/retention/holds',
    {
      schema: {
        summary: 'The holds: with whom and why to an auditor, who stands in the log of those named',
        response: { 200: RetentionHolds, ...problems },
      },
    },
    (request) => asReader(shell, request, 'nobody', holds),
  );
  const act = actRoute(app, shell);
  act(
    'periods',
    'Decides how long a record class is kept',
    RetentionMunicipalityPath,
    SetRetentionPeriod,
    (tx, { municipalityId }, body) => setPeriod(tx, municipalityId, body),
  );
  act(
    'dry-runs',
    'Asks what would go; a job works it out',
    RetentionMunicipalityPath,
    AskDryRun,
    (tx, { municipalityId }) => askDryRun(tx, municipalityId),
  );
  act(
    'dry-runs/:id/approvals',
    'Says yes to exactly what was shown, as another person',
    RetentionPath,
    ApproveDryRun,
    (tx, { municipalityId, id }, { proof }) => approveDryRun(tx, municipalityId, id, proof),
  );
  act(
    'dry-runs/:id/refusals',
    'Says no to a dry run, with the reason',
    RetentionPath,
    RetentionReason,
    (tx, { municipalityId, id }, { because }) => turnDownDryRun(tx, municipalityId, id, because),
  );
  act(
    'holds/:id/liftings',
    'Lifts a hold, with the reason',
    RetentionPath,
    RetentionReason,
    (tx, { municipalityId, id }, { because }) => liftHold(tx, municipalityId, id, because),
  );
  holdRoute(app, shell);
}

/** Not undone by its refusal: whom an auditor searched for stays in the log, and a hold is put on once however often it is sent. */
function holdRoute(app: App, shell: Shell): void {
  app.post(
    '/api/retention/:municipalityId/holds',
    {
      schema: {
        summary: 'Holds everything of the one by exactly this name and birth day',
        params: RetentionMunicipalityPath,
        body: HoldSomebody,
        headers: ChangeHeaders,
        response: { 201: Created, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const { municipalityId } = request.params;
      const held = await asReader(shell, request, 'nobody', (tx) =>
        holdSomebody(tx, municipalityId, request.body),
      );
      return reply.status(201).send({ id: accept(held) });
    },
  );
}

/** All acts live the same life: forgery refused, done once however often it is sent, and the job is told that there may be work. */
const actRoute =
  (app: App, shell: Shell) =>
  <Path extends TObject, Body extends TObject>(
    path: string,
    summary: string,
    params: Path,
    body: Body,
    work: (tx: Tx, path: Static<Path>, body: Static<Body>) => Promise<string>,
  ): void => {
    app.route({
      method: 'POST',
      url: `/api/retention/:municipalityId/${path}`,
      schema: { summary, params, body, headers: ChangeHeaders, response: { 201: Created, ...problems } },
      handler: async (request: FastifyRequest, reply) => {
        refuseForgery(request);
        const said = request.body as Static<Body>;
        const id = await asReader(shell, request, 'nobody', (tx) =>
          once(shell, tx, request, said, () => work(tx, request.params as Static<Path>, said)),
        );
        shell.retention?.soon();
        return reply.status(201).send({ id } as never);
      },
    });
  };
