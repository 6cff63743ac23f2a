import { Temporal } from 'temporal-polyfill';
import { by, type File, fact, toldTo, type Voice, versionAfter } from './file.ts';
import { services, type WorkerName, workers } from './people.ts';
import { doing } from './planning.ts';
import { type Samling, sessionIdAt } from './sessions.ts';

export type ContactKind =
  | 'home'
  | 'phone'
  | 'walk'
  | 'accompaniment'
  | 'talk'
  | 'message'
  | 'missed'
  | 'consultant-call';

export interface Contact {
  at: string;
  by: WorkerName;
  kind: ContactKind;
  note: string;
  next?: string;
}

export function meet(file: File, contacts: readonly Contact[]): void {
  for (const { at, by: worker, kind, note, next } of contacts) {
    file.book.add('contact', {
      ...fact(file, 'contact', at, file.calendar.at(at), by(worker), 'health-record'),
      kind,
      note,
      next_step: next ?? null,
    });
  }
}

type Answer = 'coming' | 'said-no' | 'came' | 'did-not-come';

/** Who came is written down by the one who leads; who is coming is the participant's word. */
export function attend(file: File, start: string, answer: Answer, happenedAt: string, voice: Voice): void {
  file.book.add('attendance', {
    ...fact(file, 'attendance', start, happenedAt, voice, 'health-record'),
    session_municipality_id: services.nyStart.municipalityId,
    session_id: sessionIdAt(start),
    answer,
  });
}

/** A samling that has been. */
export const attended = (
  file: File,
  { start, leader }: Pick<Samling, 'start' | 'leader'>,
  answer: 'came' | 'did-not-come',
): void => attend(file, start, answer, file.calendar.weekly(start), by(leader));

export interface RelapseNote {
  at: string;
  kind: 'came-intoxicated' | 'relapse' | 'hard-time' | 'on-hold';
  words: string;
  voice: Voice;
  own: boolean;
}

export const noteRelapse = (file: File, { at, kind, words, voice, own }: RelapseNote): void =>
  file.book.add('relapse_note', {
    ...fact(
      file,
      'relapse_note',
      kind,
      file.calendar.at(at),
      voice,
      own ? 'participant-own' : 'health-record',
    ),
    kind,
    words,
  });

export interface LifeEvent {
  /** When it was known; the day itself may be ahead. */
  at: string;
  kind:
    | 'admission'
    | 'discharge'
    | 'imprisonment'
    | 'release'
    | 'moved-home'
    | 'eviction-notice'
    | 'job-start'
    | 'job-end'
    | 'other';
  day: string;
  /** Who wrote it down; with `told` the words are the participant's. */
  by: WorkerName;
  told?: true;
  metAtDoor?: 'wanted' | 'not-wanted';
  setting?: 'inpatient-treatment' | 'detox' | 'hospital' | 'prison';
  place?: string;
  words?: string;
  /** The day was moved, once or more, each time with the reason. */
  moved?: readonly { at: string; by: WorkerName; day: string; reason: string }[];
}

/** A turn in somebody's life. Each move of the day is a new version, so that all of them can be read. */
export function happen(file: File, event: LifeEvent): void {
  const { book, calendar } = file;
  const { kind, setting = null, place = null, words = null, metAtDoor = null } = event;
  const name = `${kind} ${event.at}`;
  const content = { kind, setting, place, words, met_at_door: metAtDoor };
  const at = calendar.at(event.at);
  let latest = event.told
    ? fact(file, 'life_event', name, at, toldTo(file.who, event.by), 'participant-own')
    : fact(file, 'life_event', name, at, by(event.by), 'health-record');
  book.add('life_event', { ...latest, ...content, day: calendar.day(event.day) });
  for (const { at, by: worker, day, reason } of event.moved ?? []) {
    const next = fact(file, 'life_event', `${name} ${at}`, calendar.at(at), by(worker), 'health-record');
    latest = versionAfter(latest, { ...next, happened_at: latest.happened_at }, reason);
    book.add('life_event', { ...latest, ...content, day: calendar.day(day) });
  }
}

export interface Meeting {
  place: string;
  /** Written; a meeting ahead keeps its weekday. */
  starts: string;
  called: { at: string; by: WorkerName };
  prepared?: { at: string; voice: Voice; agenda: string } | undefined;
  /** The meeting has been, at the time it was called for. */
  held?: { by: WorkerName; decisions: readonly Decision[] } | undefined;
}

export interface Decision {
  name: string;
  words: string;
  doer: 'participant' | WorkerName;
  due: string;
  kept?: string | undefined;
}

/** A responsibility-group meeting: called, prepared, held; each a version of the one before. */
export function gather(file: File, { place, starts, called, prepared, held }: Meeting): void {
  const { book, calendar } = file;
  const startsAt = calendar.workday(held === undefined ? calendar.weekly(starts) : calendar.at(starts));
  const content = {
    kind: 'responsibility-group',
    place,
    starts_at: startsAt,
    summoned_at: calendar.at(called.at),
    own_agenda: prepared?.agenda ?? null,
  };
  const first = fact(file, 'meeting', '', calendar.at(called.at), by(called.by), 'shared-plan');
  book.add('meeting', { ...first, ...content, own_agenda: null });
  attendMeeting(file, first.id, { called, held, startsAt });
  let latest = first;
  if (prepared !== undefined) {
    const next = fact(file, 'meeting', 'prepared', calendar.at(prepared.at), prepared.voice, 'shared-plan');
    latest = versionAfter(latest, next, 'forberedt');
    book.add('meeting', { ...latest, ...content });
  }
  if (held === undefined) return;
  const next = fact(file, 'meeting', 'held', startsAt, by(held.by), 'shared-plan');
  const begun = versionAfter(latest, next, 'holdt');
  book.add('meeting', { ...begun, ...content, held_at: startsAt });
  const endedAt = Temporal.Instant.from(startsAt).add({ minutes: 50 }).toString();
  const last = fact(file, 'meeting', 'ended', endedAt, by(held.by), 'shared-plan');
  book.add('meeting', {
    ...versionAfter(begun, last, 'avsluttet'),
    ...content,
    held_at: startsAt,
    ended_at: endedAt,
  });
  for (const decision of held.decisions) decide(file, first.id, startsAt, held.by, decision);
}

/** The participant and the one who called are asked, and are there when it has been. */
function attendMeeting(
  file: File,
  meetingId: string,
  { called, held, startsAt }: Pick<Meeting, 'called' | 'held'> & { startsAt: string },
): void {
  const { municipalityId, id } = workers[called.by];
  const people = [
    { name: 'deltaker', person: 'participant', worker_municipality_id: null, worker_id: null },
    { name: called.by, person: 'worker', worker_municipality_id: municipalityId, worker_id: id },
  ];
  for (const { name, ...person } of people) {
    const asked = fact(
      file,
      'meeting_presence',
      name,
      file.calendar.at(called.at),
      by(called.by),
      'shared-plan',
    );
    const row = { meeting_id: meetingId, ...person };
    file.book.add('meeting_presence', { ...asked, ...row, presence: 'invited' });
    if (held === undefined) continue;
    const there = fact(file, 'meeting_presence', `${name} var med`, startsAt, by(held.by), 'shared-plan');
    file.book.add('meeting_presence', {
      ...versionAfter(asked, there, 'var med'),
      ...row,
      presence: 'present',
    });
  }
}

function decide(file: File, meetingId: string, at: string, minutes: WorkerName, decision: Decision): void {
  const { book, calendar } = file;
  const row = fact(file, 'decision', decision.name, at, by(minutes), 'shared-plan');
  book.add('decision', {
    ...row,
    meeting_id: meetingId,
    words: decision.words,
    ...doing(decision.doer),
    due_day: calendar.day(decision.due),
  });
  if (decision.kept === undefined) return;
  book.add('decision_kept', {
    ...fact(file, 'decision_kept', decision.name, calendar.at(decision.kept), by(minutes), 'shared-plan'),
    decision_id: row.id,
  });
}

export interface LookingBack {
  at: string;
  changed: string;
  helped: string;
  wayOn: string;
  /** Who sat with them and wrote. */
  together: WorkerName;
}

/** Looking back on the six weeks: the participant's words, written together. */
export const lookBack = (file: File, { at, changed, helped, wayOn, together }: LookingBack): void =>
  file.book.add('review', {
    ...fact(file, 'review', '', file.calendar.at(at), toldTo(file.who, together), 'shared-plan'),
    run_id: fact(file, 'pathway_run', '', file.calendar.now, by(together), 'health-record').id,
    changed,
    helped,
    way_on: wayOn,
    with_municipality_id: workers[together].municipalityId,
    with_worker_id: workers[together].id,
  });
