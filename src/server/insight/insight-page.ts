import { legalBases } from '#domain/access/legal-basis.ts';
import { type LegalClass, legalClasses } from '#domain/fact/legal-class.ts';
import { withheldOf } from '#domain/insight/withheld.ts';
import { m } from '#text/generated/messages.js';
import { complaintMessages } from '#text/insight.ts';
import { purposeText } from '#text/purposes.ts';
import { type Locale, ruleText } from '#text/text.ts';
import type { Opening, Tx } from '../db/database.ts';
import type { NumberHouse } from '../db/person-number.ts';
import { openTally } from './insight-data.ts';
import {
  type Besides,
  besidesOf,
  countsOf,
  type FactVersion,
  factKinds,
  looksAt,
  type Voice,
  versionsOf,
  voicesOf,
  writersOf,
} from './insight-rows.ts';
import { pagePolicy, pageStyle } from './insight-style.ts';
import { classWords, labelOf, momentText, nameOfFact, purposeWords, valueText } from './insight-words.ts';

/** Text in a page: whatever somebody has written stays text. */
const safe = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');
const tag = (name: string, text: string): string => `<${name}>${safe(text)}</${name}>`;

interface Names {
  locale: Locale;
  about: readonly Opening[];
  /** What the participant is called. */
  own: string;
  voices: ReadonlyMap<string, Voice>;
  writers: ReadonlyMap<string, string>;
}

/** Everything about one participant as a page to read and to print, piece by piece. */
export async function* insightPage(
  tx: Tx,
  house: NumberHouse,
  about: readonly Opening[],
  locale: Locale,
): AsyncGenerator<string> {
  const kinds = await factKinds(tx);
  const counts = await countsOf(tx);
  const names: Names = {
    locale,
    about,
    own: tx.me.name,
    voices: await voicesOf(tx, about),
    writers: await writersOf(tx),
  };
  const tally = openTally();
  yield* head(tx, names);
  for (const kind of kinds) {
    let begun = false;
    for await (const version of versionsOf(tx, house, about, kind)) {
      if (!begun) yield `<section>${tag('h2', nameOfFact(kind.table, locale))}\n`;
      begun = true;
      tally.add(kind.table, version.legal_class);
      yield itemOf(kind.table, version, names);
    }
    if (begun) yield '</section>\n';
  }
  yield* besides(tx, names);
  const shown = tally.shown();
  yield withheldPart(withheldOf(counts, shown), locale);
  yield countsPart(shown, locale);
  yield lawPart(locale);
  yield `${tag('h2', m.copy_rights({}, { locale }))}${tag('p', m.copy_rights_words({}, { locale }))}</main></body></html>\n`;
}

function* head(tx: Tx, { locale, own }: Names): Generator<string> {
  const title = m.copy_of({ name: own }, { locale });
  yield `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${pagePolicy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">`;
  yield `${tag('title', title)}<style>${pageStyle}</style></head><body><main>${tag('h1', title)}`;
  yield tag('p', m.copy_made({ at: momentText(tx.now, locale) }, { locale }));
  yield `${tag('p', m.copy_intro({}, { locale }))}${tag('p', m.copy_care({}, { locale }))}\n`;
}

/** One version: when, what, whose words, who wrote it down, under which law, and what became of it. */
function itemOf(table: string, version: FactVersion, names: Names): string {
  const { locale } = names;
  const content = Object.entries(version)
    .filter(([, value]) => value !== null)
    .flatMap(([column, value]) => {
      const label = labelOf(column, locale);
      const known =
        typeof value === 'string' ? (names.voices.get(value)?.name ?? names.writers.get(value)) : undefined;
      return label === undefined
        ? []
        : [`<div>${tag('dt', label)}${tag('dd', known ?? valueText(table, column, value, locale))}</div>`];
    });
  const reason = version.correction_reason;
  const became = [
    ...(reason === null
      ? []
      : [
          version.withdrawn
            ? m.copy_taken_back({ reason }, { locale })
            : m.copy_corrected({ reason }, { locale }),
        ]),
    ...(version.superseded ? [m.copy_replaced({}, { locale })] : []),
  ];
  const [said, wrote] = [saidBy(version, names), names.writers.get(version.recorded_by)];
  const by = [
    `${m.copy_said({}, { locale })}: ${said}`,
    `${m.copy_written({}, { locale })}: ${wrote ?? m.copy_somebody({}, { locale })}, ${momentText(version.recorded_at, locale)}`,
    classWords[version.legal_class]({}, { locale }),
    // Registered twice: where it stood before the two were put together.
    ...(version.participant_id === names.about[0]?.participantId ? [] : [m.copy_other_row({}, { locale })]),
  ];
  return `<article${version.superseded || version.withdrawn ? ' class="old"' : ''}>${tag('h3', momentText(version.happened_at, locale))}${
    became.length === 0 ? '' : tag('p', became.join(' · '))
  }<dl>${content.join('')}</dl><p class="by">${safe(by.join(' · '))}</p></article>\n`;
}

function saidBy({ said_by }: FactVersion, { about, own, voices, locale }: Names): string {
  if (about.some(({ participantId }) => participantId === said_by)) return own;
  const voice = voices.get(said_by);
  if (voice === undefined) return m.copy_somebody({}, { locale });
  return voice.organisation === null ? voice.name : `${voice.name}, ${voice.organisation}`;
}

async function* besides(tx: Tx, { locale, about }: Names): AsyncGenerator<string> {
  yield `<section>${tag('h2', m.copy_looks({}, { locale }))}<ul>`;
  let any = false;
  for await (const look of looksAt(tx)) {
    any = true;
    const who = look.organisation === null ? look.who : `${look.who}, ${look.organisation}`;
    yield tag('li', `${momentText(look.at, locale)}: ${who} ${purposeText(look.purpose, locale)}`);
  }
  yield `</ul>${any ? '' : tag('p', m.copy_looks_none({}, { locale }))}</section>\n`;
  const { clocks, messages, sessions, devices, codes, invitations, holds, merges } = await besidesOf(
    tx,
    about,
  );
  yield listPart(
    m.copy_owed({}, { locale }),
    clocks.map(({ rule, opens_at }) => `${ruleText(rule, locale)}: ${momentText(opens_at, locale)}`),
  );
  yield listPart(
    m.copy_messages({}, { locale }),
    messages.map(({ code, created_at }) => `${momentText(created_at, locale)}: ${code}`),
  );
  yield listPart(
    m.copy_sessions({}, { locale }),
    sessions.map(({ created_at, ended_at }) =>
      [created_at, ended_at].flatMap((at) => (at === null ? [] : [momentText(at, locale)])).join(' – '),
    ),
  );
  yield listPart(
    m.passkeys_title({}, { locale }),
    devices.map(({ name, added_at, ended_at }) =>
      [name, momentText(added_at, locale), ended_at === null ? '' : `– ${momentText(ended_at, locale)}`]
        .join(' ')
        .trim(),
    ),
  );
  yield listPart(
    m.copy_holds({}, { locale }),
    holds.flatMap((hold) => holdLines(hold, locale)),
  );
  yield listPart(
    m.copy_merges({}, { locale }),
    merges.flatMap(({ at, by, reason, split }) => [
      `${momentText(at, locale)}: ${m.merge_said({ name: by, reason }, { locale })}`,
      ...(split === undefined
        ? []
        : [
            `${momentText(split.at, locale)}: ${
              split.by && split.reason
                ? m.split_said({ name: split.by, reason: split.reason }, { locale })
                : m.split_said_other({}, { locale })
            }`,
          ]),
    ]),
  );
  yield listPart(
    m.copy_invitations({}, { locale }),
    [...invitations.map(({ made_at }) => made_at), ...codes.map(({ at }) => at)]
      .sort()
      .map((at) => momentText(at, locale)),
  );
}

function holdLines(hold: Besides['holds'][number], locale: Locale): string[] {
  const { because, set_by: by, set_at, lifted_by, lifted_because, lifted_at } = hold;
  const set = `${momentText(set_at, locale)}: ${m.copy_hold_set({ by, because }, { locale })}`;
  if (lifted_at === null || lifted_by === null || lifted_because === null) return [set];
  const lifted = m.copy_hold_lifted({ by: lifted_by, because: lifted_because }, { locale });
  return [set, `${momentText(lifted_at, locale)}: ${lifted}`];
}

const listPart = (title: string, lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `<section>${tag('h2', title)}<ul>${lines.map((line) => tag('li', line)).join('')}</ul></section>\n`;

function withheldPart(withheld: ReturnType<typeof withheldOf>, locale: Locale): string {
  const lines = withheld.map(({ table, count, complaint }) =>
    m.copy_withheld_closed(
      { count, kind: nameOfFact(table, locale), to: complaintMessages[complaint]({}, { locale }) },
      { locale },
    ),
  );
  const told = lines.length === 0 ? [m.copy_withheld_none({}, { locale })] : lines;
  return `<section>${tag('h2', m.copy_withheld({}, { locale }))}${[
    ...told,
    m.copy_withheld_general({}, { locale }),
  ]
    .map((line) => tag('p', line))
    .join('')}</section>\n`;
}

function countsPart(shown: ReturnType<ReturnType<typeof openTally>['shown']>, locale: Locale): string {
  const rows = shown.map(
    ({ table, legalClass, count }) =>
      `<tr>${tag('td', nameOfFact(table, locale))}${tag('td', classWords[legalClass]({}, { locale }))}${tag('td', String(count))}</tr>`,
  );
  return `<section>${tag('h2', m.copy_counts({}, { locale }))}<table>${rows.join('')}</table></section>\n`;
}

/** The basis of every class, also of those there is nothing of: what may come to be there is no secret. */
function lawPart(locale: Locale): string {
  const part = (legalClass: LegalClass): string => {
    const { purpose, article6, article9, national, insight, complaint } = legalBases[legalClass];
    const lines: [string, string][] = [
      [m.copy_purpose({}, { locale }), purposeWords[purpose]({}, { locale })],
      [m.copy_basis({}, { locale }), `GDPR art. 6 (1) ${article6}, art. 9 (2) ${article9}; ${national}`],
      [m.copy_insight({}, { locale }), insight],
      [m.copy_complain({}, { locale }), complaintMessages[complaint]({}, { locale })],
    ];
    return `${tag('h3', classWords[legalClass]({}, { locale }))}<dl>${lines
      .map(([label, words]) => `<div>${tag('dt', label)}${tag('dd', words)}</div>`)
      .join('')}</dl>`;
  };
  return `<section>${tag('h2', m.copy_law({}, { locale }))}${legalClasses.map(part).join('')}</section>\n`;
}
