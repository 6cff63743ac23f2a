import type { Static } from 'typebox';
import type { SetRule } from '#contract/control.ts';
import { lookRules } from '#domain/audit/rules.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { found, Refused } from '../refused.ts';
import { refuseOthers } from './control-queries.ts';

const refusals = ['not-found', 'not-yours-to-do', 'already-answered'] as const;

/** What was found out about a case, by somebody it is not about. */
export async function closeCase(tx: Tx, id: string, words: string): Promise<string> {
  refuseOthers(tx);
  const [row] = await tx.rows(
    raw(sql<{ said: string }>`select app.close_look_up_case(${id}, ${words.trim()}) as said`),
  );
  const refusal = refusals.find((code) => code === row?.said);
  if (refusal !== undefined) throw new Refused(refusal);
  return id;
}

/** How a rule is set from now on; what was set before stays to be seen. */
export async function setRule(tx: Tx, body: Static<typeof SetRule>): Promise<string> {
  refuseOthers(tx);
  const { rule, on, limit, within } = body;
  if (!(lookRules as readonly string[]).includes(rule)) throw new Refused('not-found');
  if (rule === 'night' && (limit > 23 || within > 23)) throw new Refused('hour-out-of-range');
  const [row] = await tx.rows(
    raw(sql<{ id: string }>`select app.set_control_rule(${rule}, ${on}, ${limit}, ${within}) as id`),
  );
  return found(row).id;
}
