import type { LegalBasis } from '#domain/access/legal-basis.ts';
import type { LegalClass } from '#domain/fact/legal-class.ts';
import {
  codeText,
  columnMessages,
  factMessages,
  legalClassMessages,
  legalPurposeMessages,
} from '#text/insight.ts';
import { lifeAreaText } from '#text/life-areas.ts';
import type { Message } from '#text/look-up.ts';
import { numberKindText } from '#text/numbers.ts';
import { stepText } from '#text/steps.ts';
import {
  answerText,
  contactKindText,
  type Locale,
  listOf,
  relationshipText,
  roleText,
  sourceText,
  stateText,
  topicText,
} from '#text/text.ts';
import { toldTitle } from '#text/told.ts';
import type { FactTable, FactTables } from '../db/fact.ts';
import type { Fact } from '../db/schema.ts';

/** A new table of facts without a name in everybody's copy does not compile: add it to src/text/insight.ts. */
const names: Record<FactTable, Message> = factMessages;

type ColumnsOf<Row> = Exclude<keyof Row, keyof Fact | 'topic'>;
type Column = { [Table in FactTable]: ColumnsOf<FactTables[Table]> }[FactTable];
/** What only the data has: references between facts, and what a name stands for already. */
type OnlyData =
  | `${string}municipality_id`
  | 'about_fact_id'
  | 'asked_id'
  | 'action_id'
  | 'act_id'
  | 'act_kind'
  | 'child_id'
  | 'decision_id'
  | 'enquiry_id'
  | 'enrolment_id'
  | 'goal_id'
  | 'meeting_id'
  | 'membership_id'
  | 'opening_id'
  | 'reminds_of'
  | 'request_id'
  | 'letter_id'
  | 'run_id'
  | 'statement_id'
  | 'step_id'
  | 'substitute_for'
  | 'talk_id'
  | 'wish_answer_id'
  | 'wish_id'
  | 'sealed'
  | 'sealed_with'
  | 'mark'
  | 'marked_with';
/** A new column without a word beside its value does not compile either. */
const labels: Record<Exclude<Column, OnlyData>, Message> & Record<'number', Message> = columnMessages;

export const classWords: Record<LegalClass, Message> = legalClassMessages;
export const purposeWords: Record<LegalBasis['purpose'], Message> = legalPurposeMessages;

/** What a kind of fact is called; its table's name where a newer database has one that this program does not know. */
export const nameOfFact = (table: string, locale: Locale): string =>
  Object.hasOwn(names, table) ? names[table as FactTable]({}, { locale }) : table;

/** What stands beside a value, or undefined where only the data has it. */
export const labelOf = (column: string, locale: Locale): string | undefined =>
  Object.hasOwn(labels, column) ? labels[column as keyof typeof labels]({}, { locale }) : undefined;

type Words = (code: string, locale: Locale) => string;
const ofColumn: Readonly<Record<string, Words>> = {
  'contact.kind': contactKindText,
  'enquiry.source': sourceText,
  'enrolment_state.state': stateText,
  'attendance.answer': answerText,
  'team_membership.role': roleText,
  'life_area_rating.area': lifeAreaText,
  'goal.life_area': lifeAreaText,
  'wish.life_area': lifeAreaText,
  'related_person.relationship': relationshipText,
  'person_number.kind': numberKindText,
  'acknowledgement.code': toldTitle,
  'rights_request.about_table': nameOfFact,
  'rights_request.about_class': (code, locale) =>
    Object.hasOwn(classWords, code) ? classWords[code as LegalClass]({}, { locale }) : code,
  'pathway_step.code': stepText,
};

const CODE = /^[a-z]+(-[a-z]+)*$/;
/** Columns that somebody writes in freely: what stands there is never taken for a code. */
const FREE =
  /^(words|note|title|name|given_name|family_name|preferred_name|signed_name|place|next_place|next_step|call|signs|helps)$/;

/** A value as it is read: a code as its word, a day or an instant as the reader writes it. */
export function valueText(table: string, column: string, value: unknown, locale: Locale): string {
  if (Array.isArray(value))
    return listOf(
      value.map((one) =>
        column === 'topics' ? topicText(String(one), locale) : codeText(String(one), locale),
      ),
      locale,
    );
  if (typeof value === 'boolean') return codeText(value ? 'yes' : 'no', locale);
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return momentText(text, locale);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayText(text, locale);
  const words = ofColumn[`${table}.${column}`];
  if (words !== undefined) return words(text, locale);
  return CODE.test(text) && !FREE.test(column) ? codeText(text, locale) : text;
}

const tags: Record<Locale, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
export const momentText = (instant: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Oslo',
  }).format(new Date(instant));
const dayText = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
