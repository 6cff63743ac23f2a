import type { Event } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { lifeAreaText } from '#text/life-areas.ts';
import { outreachText } from '#text/outreach.ts';
import { answerText, contactKindText, sourceText, stateText } from '#text/text.ts';
import { toldTitle } from '#text/told.ts';

export type { Event };
export type Filter = 'all' | 'contact' | 'group' | 'plan' | 'meeting' | 'other';

const groups: Record<string, Filter> = {
  contact: 'contact',
  outreach: 'contact',
  attendance: 'group',
  statement: 'plan',
  statement_rating: 'plan',
  goal: 'plan',
  action_completion: 'plan',
  crisis_plan: 'plan',
  strength: 'plan',
  life_area_rating: 'plan',
  wish: 'plan',
  wish_answer: 'plan',
  meeting: 'meeting',
  decision: 'meeting',
  decision_kept: 'meeting',
  review: 'meeting',
};

export const filterOf = ({ kind }: Event): Filter => groups[kind] ?? 'other';

const relapseTitles: Record<string, () => string> = {
  'came-intoxicated': m.event_not_today,
  'on-hold': m.event_on_hold,
  'hard-time': m.event_told_hard_time,
};

const titles: Record<string, (event: Event) => string> = {
  contact: ({ detail = '' }) => contactKindText(detail),
  attendance: ({ words, detail = '' }) =>
    m.event_attendance({ group: words ?? m.filter_group(), answer: answerText(detail) }),
  statement: () => m.event_statement(),
  statement_rating: ({ detail = '' }) => m.event_rating({ rating: detail }),
  goal: () => m.event_goal(),
  strength: () => m.event_strength(),
  life_area_rating: ({ detail = '' }) => m.event_life_area({ area: lifeAreaText(detail) }),
  wish: () => m.event_wish(),
  wish_answer: () => m.event_wish_answer(),
  action_completion: () => m.event_action_done(),
  crisis_plan: () => m.event_crisis_plan(),
  meeting: ({ detail }) => (detail === 'held' ? m.event_meeting_held() : m.event_meeting_called()),
  review: () => m.event_review(),
  decision: () => m.event_decision(),
  decision_kept: () => m.event_promise_kept(),
  outreach: ({ detail = '' }) => m.event_outreach({ outcome: outreachText(detail) }),
  enquiry: ({ detail = '' }) => m.event_enquiry({ source: sourceText(detail) }),
  enquiry_answer: () => m.event_enquiry_answer(),
  enrolment_state: ({ detail = '' }) => m.event_state({ state: stateText(detail) }),
  acknowledgement: ({ detail = '' }) => m.event_told({ what: toldTitle(detail) }),
  consent: () => m.event_consent(),
  relapse_note: ({ detail }) => relapseTitles[detail ?? '']?.() ?? m.event_relapse(),
};

export const eventTitle = (event: Event): string => titles[event.kind]?.(event) ?? event.kind;

const ownWords = ['statement', 'relapse_note', 'strength', 'wish', 'review'];
const saidInTitle = ['attendance'];

/** The words of an event; a person’s own stand in quotation marks. */
export function eventWords({ kind, words, by }: Event, name: string): string | undefined {
  if (!words || saidInTitle.includes(kind)) return undefined;
  if (kind === 'life_area_rating') return saidOfArea(words);
  const own = kind === 'enquiry' || (ownWords.includes(kind) && by === name);
  return own ? m.quote({ words }) : words;
}

/** «6 av 10 · «Sara svarer når jeg ringer»», or only one of them. */
function saidOfArea(words: string): string {
  const [, rating, said = rating === undefined ? words : ''] = /^(\d+)(?:: (.+))?$/s.exec(words) ?? [];
  return [rating && m.rating_of_ten({ rating }), said && m.quote({ words: said })]
    .filter(Boolean)
    .join(' · ');
}

/** Berry is for what is the person’s own and tender, sun for what stands open; everything else is green. */
export function eventTone({ kind, detail }: Event): 'accent' | 'berry' | 'sand' {
  if (kind === 'relapse_note' || kind === 'crisis_plan') return 'berry';
  const quiet = detail === 'missed' || detail === 'did-not-come' || detail === 'said-no';
  return quiet || kind === 'consent' || kind === 'acknowledgement' ? 'sand' : 'accent';
}
