import type { MyDay, Need } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { stepText } from '#text/steps.ts';
import { ruleText } from '#text/text.ts';
import { between, dayOf, lengthOf, nearDay, nearMoment, timeOf } from '../app/dates.ts';
import { given } from '../app/given-name.ts';
import { turnWhen } from '../app/life-event.ts';

type WithName = (words: { name: string }) => string;

const owedSteps: Record<string, WithName> = {
  mapping: m.owed_mapping,
  'rules-explained': m.owed_rules_explained,
  'group-set-up': m.owed_group_set_up,
  'follow-up-talk': m.owed_follow_up_talk,
  'crisis-plan': m.owed_crisis_plan,
  'individual-talk': m.owed_individual_talk,
  'call-consultant': m.owed_call_consultant,
  'meeting-called': m.owed_meeting_called,
  'evaluation-talk': m.owed_evaluation_talk,
  'meeting-prepared': m.owed_meeting_prepared,
  'meeting-held': m.owed_meeting_held,
};

const stepActs: Record<string, () => string> = {
  mapping: m.act_mapping,
  'rules-explained': m.act_explain_rules,
  'group-set-up': m.act_group_set_up,
  'crisis-plan': m.act_crisis_plan,
  'meeting-called': m.act_call_meeting,
  'meeting-prepared': m.act_prepare_meeting,
  'meeting-held': m.act_open_meeting,
};

const ruleActs: Record<string, () => string> = {
  'enquiry-unanswered': m.act_answer,
  'contact-person-missing': m.act_contact_person,
  'promise-overdue': m.act_remind,
  'action-overdue': m.act_remind,
  'relapse-contact': m.act_call,
  'discharge-unmet': m.act_meet_today,
  'wish-unanswered': m.act_answer_wish,
  'children-not-asked': m.act_ask_children,
  'child-next': m.act_open_child,
  'rights-unanswered': m.act_decide_right,
};

/** What we owe somebody, said as that; what is only coming is named as the step it is. */
export function needLead(need: Need, now: string): { lead: string; rest?: string } {
  const { rule, detail = '', name, open } = need;
  const first = { name: given(name) };
  if (rule === 'step-due') {
    const owed = open ? owedSteps[detail] : undefined;
    return { lead: owed ? owed(first) : stepText(detail) };
  }
  if (rule === 'enquiry-unanswered') return { lead: m.owed_answer(first), rest: m.owed_answer_rest() };
  if (rule === 'contact-person-missing') return { lead: m.owed_contact_person(first) };
  if (rule === 'promise-overdue' || rule === 'action-overdue')
    return { lead: m.owed_promise(first), rest: m.quote({ words: detail }) };
  if (rule === 'wish-unanswered') return { lead: m.owed_wish(first), rest: m.quote({ words: detail }) };
  if (rule === 'rights-unanswered') return { lead: m.owed_rights(first), rest: m.quote({ words: detail }) };
  if (rule === 'children-not-asked')
    return { lead: open ? m.owed_children(first) : m.owed_children_ahead(first) };
  if (rule === 'emergency-talk') return { lead: m.owed_emergency_talk(first) };
  if (rule === 'child-next') return { lead: m.owed_child_next({ child: detail }) };
  if (rule === 'relapse-contact')
    return {
      lead: m.owed_call_back(first),
      rest: m.owed_call_back_rest({ ...first, moment: nearMoment(need.showsAt, now) }),
    };
  if (rule === 'discharge-unmet') {
    const home = turnWhen(homecomingOf(detail, dayBefore(need.opensAt)), now);
    return open
      ? { lead: m.owed_at_the_door(first), rest: `${home}.` }
      : { lead: `${home}.`, rest: m.owed_at_the_door_ahead(first) };
  }
  return { lead: ruleText(rule) };
}

/** The day that is over when a clock that opens at midnight opens. */
const dayBefore = (opensAt: string): string => dayOf(new Date(Date.parse(opensAt) - 1000).toISOString());

/** @param from the setting somebody comes home from, or the kind of event when that is not known */
const homecomingOf = (from: string, day: string) =>
  from === 'prison' || from === 'release'
    ? { kind: 'release', day }
    : { kind: 'discharge', day, ...(from === 'discharge' ? {} : { setting: from }) };

/** What kind of need it is, in two words. */
export function needTag({ rule, open }: Need): { tone: 'sun' | 'accent' | 'berry'; text: string } {
  if (rule === 'relapse-contact') return { tone: 'berry', text: m.tag_told_us() };
  if (rule === 'emergency-talk') return { tone: 'sun', text: m.tag_emergency_talk() };
  if (open) return { tone: 'sun', text: m.tag_gap() };
  return { tone: 'accent', text: rule === 'discharge-unmet' ? m.tag_comes_home() : m.tag_step() };
}

/** How long, and who said they would. */
export function needMeta({ open, opensAt, doer, reminded }: Need, now: string): string {
  const length = open
    ? m.need_open_for({ length: lengthOf(roughly(between(opensAt, now))) })
    : dueWords(opensAt, now);
  return [doer && m.need_promised_by({ name: doer }), reminded && remindedWords(reminded, now), length]
    .filter((words) => words !== undefined)
    .reduce((first, second) => m.joined_by_dot({ first, second }));
}

const remindedWords = ({ at, by }: NonNullable<Need['reminded']>, now: string): string => {
  const moment = nearMoment(at, now);
  return by ? m.need_reminded_by({ moment, name: by }) : m.need_reminded({ moment });
};

const hourMs = 3_600_000;

/** Nobody needs the minutes of nine hours. */
const roughly = (milliseconds: number): number =>
  milliseconds < 2 * hourMs ? milliseconds : milliseconds - (milliseconds % hourMs);

/** A need that opens at midnight is due the day before. */
function dueWords(opensAt: string, now: string): string {
  const justBefore = new Date(Date.parse(opensAt) - 1000).toISOString();
  const wholeDay = dayOf(justBefore) !== dayOf(opensAt);
  return m.need_due({ moment: wholeDay ? nearDay(justBefore, now) : nearMoment(opensAt, now) });
}

/** A need that is met by writing a contact, and which kind. */
export const contactToLog = ({ act, contactKind }: Need): { kind: string | undefined } | undefined => {
  if (!act.startsWith('log-')) return undefined;
  return { kind: contactKind ?? kindOfAct[act] };
};

const kindOfAct: Record<string, string> = {
  'log-talk': 'talk',
  'log-phone': 'phone',
  'log-consultant-call': 'consultant-call',
};

const logActs: Record<string, () => string> = { talk: m.act_log_talk, 'consultant-call': m.act_log_call };

export function needAct(need: Need): string {
  if (need.act === 'open-person') return m.act_open();
  const log = contactToLog(need);
  const words = need.rule === 'step-due' ? stepActs[need.detail ?? ''] : ruleActs[need.rule];
  if (words) return words();
  return log ? (logActs[log.kind ?? ''] ?? m.act_log_contact)() : m.act_open();
}

interface Place {
  fane?: string;
  gjor?: string;
  om?: string;
}

/** Where on the person page the next step is. */
export function needPlace({ act, rule, detail, subjectId }: Need): Place {
  if (act === 'remind') return { fane: 'plan', gjor: 'purr', om: subjectId };
  if (act === 'open-goals') return rule === 'step-due' ? { fane: 'plan', gjor: 'mal' } : { fane: 'plan' };
  if (act === 'open-team')
    return { fane: 'nettverk', gjor: rule === 'contact-person-missing' ? 'kontaktperson' : 'team' };
  if (act === 'open-crisis-plan') return { gjor: 'kriseplan' };
  if (act === 'answer-wish') return { fane: 'plan', gjor: 'svar-onske', om: subjectId };
  if (act === 'decide-right') return { fane: 'tilgang', gjor: 'svar-krav', om: subjectId };
  if (act === 'ask-children') return { fane: 'nettverk', gjor: 'barn-spor' };
  if (act === 'open-child') return { fane: 'nettverk', gjor: 'barn-steg', om: subjectId };
  if (act === 'explain-rules') return { gjor: 'regler' };
  if (act === 'open-meeting') {
    if (detail === 'meeting-called') return { fane: 'forlop', gjor: 'mote' };
    if (detail === 'meeting-prepared') return { fane: 'forlop', gjor: 'forbered' };
    return { fane: 'forlop' };
  }
  return {};
}

type WentWell = MyDay['wentWell'][number];
export type Row = { need: Need } | { well: WentWell };

const needsBetween = 4;

/** What went well stands among what we owe, not after it. */
export function rowsOf(needs: readonly Need[], wentWell: readonly WentWell[]): Row[] {
  const rows: Row[] = [];
  const rest = [...wentWell];
  needs.forEach((need, place) => {
    rows.push({ need });
    const well = (place + 1) % needsBetween === 0 ? rest.shift() : undefined;
    if (well) rows.push({ well });
  });
  return [...rows, ...rest.map((well) => ({ well }))];
}

export const timeSpan = (startsAt: string, endsAt: string | undefined): string =>
  endsAt ? `${timeOf(startsAt)}–${timeOf(endsAt)}` : timeOf(startsAt);
