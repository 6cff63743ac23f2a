import { OrganisationPath, Organisations, SetOrganisationNumber } from '#contract/organisation.ts';
import { readOrganisationNumber } from '#domain/identifier/other-numbers.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { accept, Refused } from '../refused.ts';

/** For system administrators: which organisations may be acted for when somebody logs in by representation. */
export function organisationRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/organisation-numbers',
    {
      schema: {
        summary: 'The organisations of my municipality, and their numbers in the register of units',
        response: { 200: Organisations, ...problems },
      },
    },
    (request) => asReader(shell, request, 'nobody', organisations),
  );
  app.post(
    '/api/organisation-numbers/:municipalityId/:id',
    {
      schema: {
        summary: 'Says what number an organisation has; what was said before stays',
        params: OrganisationPath,
        body: SetOrganisationNumber,
        response: { 201: Organisations, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const { municipalityId, id } = request.params;
      const { number, because } = request.body;
      const typed = number.replaceAll(/\s/g, '');
      const read = typed === '' ? null : accept(numberTyped(typed));
      const after = await asReader(shell, request, 'nobody', async (tx) => {
        const [row] = await tx.rows(
          raw(sql<{ id: string | null }>`
            select app.set_organisation_number(${municipalityId}, ${id}, ${read}, ${because}) as id`),
        );
        if (row?.id == null) throw new Refused('already-done');
        return organisations(tx);
      });
      return reply.status(201).send(after);
    },
  );
}

/** The shape of other numbers is told of elsewhere. */
function numberTyped(typed: string) {
  const read = readOrganisationNumber(typed);
  return read.ok || read.refusal !== 'number-shape'
    ? read
    : { ok: false as const, refusal: 'organisation-number-shape' as const };
}

interface Row {
  municipalityId: string;
  id: string;
  name: string;
  number: string | null;
  said: { number: string | null; at: string; who: string | null; because: string }[];
}

async function organisations(tx: Tx): Promise<Organisations> {
  if (!tx.me.workers.some(({ roles }) => roles.includes('system-administrator')))
    throw new Refused('not-found');
  const rows = await tx.rows(
    raw(sql<Row>`
      select municipality_id as "municipalityId", organisation_id as id, name, number, said from app.organisation_numbers()`),
  );
  return {
    now: tx.now,
    organisations: rows.map(({ number, said, ...organisation }) => ({
      ...organisation,
      ...(number === null ? {} : { number }),
      said: said.map(({ number: before, who, at, because }) => ({
        at: new Date(at).toISOString(),
        because,
        ...(before === null ? {} : { number: before }),
        ...(who === null ? {} : { who }),
      })),
    })),
  };
}
