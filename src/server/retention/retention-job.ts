import type pg from 'pg';
import { nextStep } from '#domain/retention/run.ts';
import { asOwner } from '../db/owner.ts';
import { startRounds } from '../jobs/rounds.ts';
import { carryOut, inOne, letGo, ONE_AT_A_TIME, workOut } from './going.ts';
import { type OwnersRun, readRuns } from './run-rows.ts';

/** Does what has been asked for, now and then and when somebody asks. In how many servers it runs, one of them works at a time. */
export const startRetention = (owner: pg.ClientConfig, failed: (error: unknown) => void) =>
  startRounds(() => workOnRuns(owner), failed);

/** One round: what is asked for is worked out, what two people stand behind is carried out, what is stale is let go. */
export const workOnRuns = (owner: pg.ClientConfig): Promise<void> =>
  asOwner(owner, 'work out and carry out what is to go', async (client) => {
    // Held by the connection: whoever dies lets go of it, and the next round begins the same step anew.
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      ONE_AT_A_TIME,
    ]);
    if (rows[0]?.mine !== true) return;
    const failures: unknown[] = [];
    for (const run of await readRuns(client))
      await takeStep(client, run).catch((error: unknown) => failures.push(error));
    // One municipality's failure stops no other's, and is told to whoever runs the server too.
    if (failures.length > 0) throw failures[0];
  });

async function takeStep(client: pg.Client, { municipality, id, run, now }: OwnersRun): Promise<void> {
  const step = nextStep(run, now);
  if (step === undefined) return;
  // Said before it is done, so that it can be seen while it goes on.
  await client.query(
    'update retention_run set begun_at = app.now() where municipality_id = $1 and id = $2 and ended_at is null',
    [municipality, id],
  );
  try {
    await inOne(client, async () => {
      const [locked] = await readRuns(client, id, 'for update of r');
      // Somebody may have said no meanwhile.
      if (locked === undefined || nextStep(locked.run, locked.now) !== step) return;
      if (step === 'work-out') await workOut(client, municipality, id);
      else if (step === 'carry-out') await carryOut(client, municipality, id);
      else await letGo(client, municipality, id);
    });
  } catch (error) {
    await client.query(
      'update retention_run set begun_at = null, failed_at = app.now(), failure = $3 where municipality_id = $1 and id = $2 and ended_at is null',
      [municipality, id, codeOf(error)],
    );
    throw error;
  }
}

/** What went wrong, without a word that could be somebody's. */
const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[0-9A-Za-z-]{1,40}$/.test(code) ? code : 'unexpected';
};
