import { CodeSettings, MunicipalityPath, SetCodeWay } from '#contract/code.ts';
import { Created } from '#contract/shapes.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { found, Refused } from '../refused.ts';

/** What a municipality has decided about codes, and what did not reach a phone: for those who look after logins. */
export function codeSettingsRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/code-settings',
    {
      schema: {
        summary: 'What is decided about codes where I look after logins, and messages that were not sent',
        response: { 200: CodeSettings, ...problems },
      },
    },
    (request) => asReader(shell, request, 'nobody', (tx) => settings(shell, tx)),
  );
  app.post(
    '/api/code-settings/:municipalityId',
    {
      schema: {
        summary: 'Decides whether participants may come by this kind of code',
        params: MunicipalityPath,
        body: SetCodeWay,
        response: { 201: Created, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const { municipalityId } = request.params;
      const { way, on, because } = request.body;
      const [made] = await asReader(shell, request, 'nobody', (tx) =>
        tx.rows(
          raw(
            sql<{ id: string }>`select app.set_code_way(${municipalityId}, ${way}, ${on}, ${because}) as id`,
          ),
        ),
      );
      return reply.status(201).send(found(made));
    },
  );
}

interface WayRow {
  municipalityId: string;
  municipality: string;
  way: string;
  on: boolean;
  because: string | null;
  setBy: string | null;
  setAt: string | null;
}

async function settings(shell: Shell, tx: Tx): Promise<CodeSettings> {
  if (!tx.me.workers.some(({ roles }) => roles.includes('system-administrator')))
    throw new Refused('not-found');
  const [ways, unsent] = await Promise.all([
    tx.rows(
      raw(sql<WayRow>`
        select municipality_id as "municipalityId", municipality, way, is_on as on, because, set_by as "setBy", set_at as "setAt" from app.code_ways()`),
    ),
    tx.rows(
      raw(sql<CodeSettings['unsent'][number]>`select at, code, tries, because from app.unsent_messages()`),
    ),
  ]);
  return {
    now: tx.now,
    gateway: shell.post !== undefined,
    ways: ways.map(({ because, setBy, setAt, ...way }) => ({
      ...way,
      ...(because === null ? {} : { because }),
      ...(setBy === null ? {} : { setBy }),
      ...(setAt === null ? {} : { setAt }),
    })),
    unsent,
  };
}
