import type { ChildAnswer, ChildRelation, ChildStepKind } from '#domain/children/child.ts';
import { by, type File, fact, type Voice } from './file.ts';
import type { WorkerName } from './people.ts';
import { laterBy } from './turns.ts';

/** Somebody asks about children and siblings under eighteen. */
export function askAboutChildren(
  file: File,
  at: string,
  worker: WorkerName,
  children: ChildAnswer,
  siblings: ChildAnswer,
): void {
  file.book.add('child_question', {
    ...fact(file, 'child_question', at, file.calendar.at(at), by(worker), 'health-record'),
    children,
    siblings,
  });
}

/** Somebody asks whom we may talk with, and tells what a yes and a no mean. */
export function askWhomToTalkWith(
  file: File,
  at: string,
  worker: WorkerName,
  answer: 'named' | 'nobody' | 'not-now',
): void {
  file.book.add('related_question', {
    ...fact(file, 'related_question', at, file.calendar.at(at), by(worker), 'shared-plan'),
    answer,
    explained: true,
  });
}

export interface ChildCard {
  name: string;
  relation: ChildRelation;
  birthDay?: string;
  caredBy?: string;
  safeAdult?: { name: string; relation: string; phone?: string };
  followedBy?: string;
  at: string;
  voice: Voice;
  steps?: readonly ChildStep[];
}

interface ChildStep {
  kind: ChildStepKind;
  words: string;
  at: string;
  voice: Voice;
  byWhom?: string;
  next?: string;
}

/** A card for a child, as the participant or a worker wrote it, with what has come about since. */
export function writeChild(file: File, card: ChildCard): void {
  const { book, calendar } = file;
  const law = (voice: Voice) =>
    voice.saidBy === file.who.participantId ? ('participant-own' as const) : ('health-record' as const);
  const row = fact(file, 'child', card.name, calendar.at(card.at), card.voice, law(card.voice));
  book.add('child', {
    ...row,
    name: card.name,
    relation: card.relation,
    birth_day: card.birthDay === undefined ? null : calendar.weeklyDay(card.birthDay),
    cared_by: card.caredBy ?? null,
    safe_adult_name: card.safeAdult?.name ?? null,
    safe_adult_relation: card.safeAdult?.relation ?? null,
    safe_adult_phone: card.safeAdult?.phone ?? null,
    followed_by: card.followedBy ?? null,
  });
  for (const { kind, words, at, voice, byWhom, next } of card.steps ?? []) {
    book.add('child_step', {
      ...fact(file, 'child_step', `${card.name}/${at}`, calendar.at(at), voice, law(voice)),
      child_id: row.id,
      kind,
      words,
      day: calendar.day(at.slice(0, 10)),
      by_whom: byWhom ?? null,
      next_day: next === undefined ? null : calendar.day(next),
    });
  }
}

export interface Asked {
  children: ChildAnswer;
  siblings: ChildAnswer;
  talkWith?: 'named' | 'nobody' | 'not-now' | undefined;
}

const usual = [
  ['no', 'no'],
  ['yes', 'no'],
  ['no', 'no'],
  ['yes', 'yes'],
  ['no', 'unknown'],
] as const;

/** Something usual; undefined for the seventh who waits for the question, and some are not asked whom to talk with. */
function usually(key: string): Asked | undefined {
  const place = [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  if (place % 7 === 0) return undefined;
  const [children, siblings] = usual[place % usual.length] ?? usual[0];
  const talkWith = place % 2 === 0 ? 'nobody' : 'not-now';
  return { children, siblings, talkWith: place % 3 === 0 ? undefined : talkWith };
}

const FIVE_DAYS = 5 * 24 * 60;

/** What everybody is asked in their first days. */
export function askWhatAllAreAsked(
  file: File,
  {
    enrolled,
    until,
    by: worker,
    asked = usually(file.who.key),
  }: { enrolled: string; until: string; by: WorkerName; asked: Asked | undefined },
): void {
  const at = laterBy(enrolled, FIVE_DAYS);
  if (asked === undefined || at > until) return;
  askAboutChildren(file, at, worker, asked.children, asked.siblings);
  if (asked.talkWith !== undefined) askWhomToTalkWith(file, laterBy(at, 10), worker, asked.talkWith);
}
