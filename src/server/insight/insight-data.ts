import { legalBases } from '#domain/access/legal-basis.ts';
import { topicsIn } from '#domain/access/topics.ts';
import type { LegalClass } from '#domain/fact/legal-class.ts';
import { type Tally, withheldOf } from '#domain/insight/withheld.ts';
import type { Opening, Tx } from '../db/database.ts';
import type { NumberHouse } from '../db/person-number.ts';
import { besidesOf, countsOf, factKinds, looksAt, versionsOf, voicesOf, writersOf } from './insight-rows.ts';

/** Counts what was shown, by kind and class, so that what was not is told. */
export function openTally(): { add(table: string, legalClass: LegalClass): void; shown(): Tally[] } {
  const tallies = new Map<string, Tally>();
  return {
    add: (table, legalClass) => {
      const key = `${table} ${legalClass}`;
      tallies.set(key, { table, legalClass, count: (tallies.get(key)?.count ?? 0) + 1 });
    },
    shown: () => [...tallies.values()],
  };
}

/** Everything about one participant as one JSON document, piece by piece; on all of their rows, when there are several. */
export async function* insightData(
  tx: Tx,
  house: NumberHouse,
  about: readonly Opening[],
): AsyncGenerator<string> {
  const [kinds, counts, voices, writers] = [
    await factKinds(tx),
    // Before anything is read: what is written meanwhile is never taken for withheld.
    await countsOf(tx),
    await voicesOf(tx, about),
    await writersOf(tx),
  ];
  const tally = openTally();
  const spoken = new Set<string>();
  yield `{"format":"medvandrer-everything-about-me/1","madeAt":${JSON.stringify(tx.now)},"participantId":${JSON.stringify(about[0]?.participantId)},"rows":${JSON.stringify(about.map(({ participantId }) => participantId))},`;
  yield `"legalBases":${JSON.stringify(legalBases)},"facts":{`;
  for (const [place, kind] of kinds.entries()) {
    yield `${place === 0 ? '' : ','}\n${JSON.stringify(kind.table)}:[`;
    let before = '';
    for await (const version of versionsOf(tx, house, about, kind)) {
      tally.add(kind.table, version.legal_class);
      for (const value of Object.values(version)) if (typeof value === 'string') spoken.add(value);
      yield `${before}\n${JSON.stringify(version)}`;
      before = ',';
    }
    yield ']';
  }
  yield '},\n"lookUps":[';
  let before = '';
  for await (const { number: _, topics, ...look } of looksAt(tx)) {
    yield `${before}\n${JSON.stringify({ ...look, topics: topicsIn(topics) })}`;
    before = ',';
  }
  const besides = await besidesOf(tx, about);
  const names = [...voices.values()].filter(({ id }) => spoken.has(id));
  const wrote = [...writers].filter(([id]) => spoken.has(id)).map(([id, name]) => ({ id, name }));
  const withheld = { items: withheldOf(counts, tally.shown()), confidedByRelativesIsNeverTold: true };
  yield `],\n"clocks":${JSON.stringify(besides.clocks)},"messages":${JSON.stringify(besides.messages)},"logins":${JSON.stringify(besides.sessions)},"devices":${JSON.stringify(besides.devices)},"codes":${JSON.stringify(besides.codes)},"invitations":${JSON.stringify(besides.invitations)},"holds":${JSON.stringify(besides.holds)},"merges":${JSON.stringify(besides.merges)},`;
  yield `\n"names":${JSON.stringify(names)},"writers":${JSON.stringify(wrote)},"counts":${JSON.stringify(tally.shown())},"withheld":${JSON.stringify(withheld)}}\n`;
}
