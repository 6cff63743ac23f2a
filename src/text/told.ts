import { m } from './generated/messages.js';
import type { Locale } from './generated/runtime.js';
import { lookUp, type Message } from './look-up.ts';
import { listTags } from './text.ts';

export const toldTitles = {
  'confidentiality-and-group-rules': m.told_title_rules,
  offers: m.told_title_offers,
  rights: m.told_title_rights,
  'treatment-choice': m.told_title_treatment_choice,
  expectations: m.told_title_expectations,
} satisfies Record<string, Message>;

export const toldTitle = lookUp(toldTitles);

/** What is open in a service: its name, its phone, and the lines of its week. */
export interface OpenIn {
  service: string;
  phone: string | null;
  lines: readonly { weekday: number; from: string; to: string; title: string; place: string }[];
}

const texts: Readonly<Record<string, Message>> = {
  'confidentiality-and-group-rules': m.rules_text,
  rights: m.told_text_rights,
  'treatment-choice': m.told_text_treatment_choice,
  expectations: m.told_text_expectations,
};

/** The text as it is read, and kept with the fact. One line is one thing. */
export const toldText = (code: string, open: readonly OpenIn[], locale: Locale): string =>
  texts[code]?.({}, { locale }) ?? offersText(open, locale);

// The first was a Monday.
const mondayOfTheWeek = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;
const LONGEST = 3900;

function offersText(open: readonly OpenIn[], locale: Locale): string {
  if (open.length === 0) return m.told_offers_none({}, { locale });
  const weekdays = new Intl.DateTimeFormat(listTags[locale], { weekday: 'long', timeZone: 'UTC' });
  const weekdayOf = (weekday: number) => {
    const name = weekdays.format(mondayOfTheWeek + (weekday - 1) * DAY_MS);
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  const written = open.flatMap(({ service, phone, lines }) => [
    lines.length > 0
      ? m.told_offers_lead({ service }, { locale })
      : m.told_offers_lead_plain({ service }, { locale }),
    ...lines.map(({ weekday, ...line }) =>
      m.told_offers_line({ ...line, weekday: weekdayOf(weekday) }, { locale }),
    ),
    ...(phone === null ? [] : [m.told_offers_phone({ phone }, { locale })]),
  ]);
  // A fact holds four thousand characters: a very long week is cut after a whole line.
  let text = '';
  for (const line of written)
    if (text.length + line.length < LONGEST) text += text === '' ? line : `\n${line}`;
  return text;
}
