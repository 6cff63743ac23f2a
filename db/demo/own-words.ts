import type { LifeArea } from '#domain/plan/life-area.ts';
import type { WishOutcome, WishReason } from '#domain/wish/wish.ts';
import { by, type File, fact, type Voice } from './file.ts';
import { idOf } from './ids.ts';
import { type WorkerName, workers } from './people.ts';

export interface OwnWords {
  strengths?: { at: string; told: readonly (readonly [kind: StrengthKind, words: string])[] };
  /** Talks over the conversation wheel, the first one first. */
  wheel?: { at: string; said: Partial<Record<LifeArea, readonly [rating: number | null, words?: string]>> }[];
  wishes?: Wish[];
}
type StrengthKind = 'good-at' | 'has-helped' | 'who-is-there' | 'how-to-meet-me';

interface Wish {
  name: string;
  at: string;
  words: string;
  area?: LifeArea;
  /** The contact person they would like. */
  worker?: WorkerName;
  answer?: {
    at: string;
    by: WorkerName;
    outcome: WishOutcome;
    reason?: WishReason;
    because?: string;
    instead?: string;
    until?: string;
    /** Whether it was wanted, and when they said so. */
    wanted?: readonly [at: string, wanted: 'yes' | 'partly' | 'no'];
  };
}

/** What is somebody's own: what they build on, how it is in each part of life, and what they wish for. */
export function tellOwnWords(
  file: File,
  voice: Voice,
  { strengths, wheel = [], wishes = [] }: OwnWords,
): void {
  const { book, calendar } = file;
  strengths?.told.forEach(([kind, words], place) => {
    const row = fact(
      file,
      'strength',
      `${kind}/${place}`,
      calendar.at(strengths.at),
      voice,
      'participant-own',
    );
    book.add('strength', { ...row, kind, words });
  });
  for (const { at, said } of wheel) {
    const talkId = idOf('life_area_rating', `${file.who.key}/talk/${at}`);
    for (const [area, [rating, words]] of Object.entries(said)) {
      book.add('life_area_rating', {
        ...fact(file, 'life_area_rating', `${area}/${at}`, calendar.at(at), voice, 'participant-own'),
        talk_id: talkId,
        area,
        rating,
        words: words ?? null,
      });
    }
  }
  for (const one of wishes) wish(file, voice, one);
}

function wish(file: File, voice: Voice, { name, at, words, area, worker, answer }: Wish): void {
  const { book, calendar } = file;
  const row = fact(file, 'wish', name, calendar.at(at), voice, 'participant-own');
  book.add('wish', {
    ...row,
    words,
    life_area: area ?? null,
    worker_municipality_id: worker === undefined ? null : workers[worker].municipalityId,
    worker_id: worker === undefined ? null : workers[worker].id,
  });
  if (answer === undefined) return;
  const { outcome, reason, because, instead, until, wanted } = answer;
  const answered = fact(file, 'wish_answer', name, calendar.at(answer.at), by(answer.by), 'shared-plan');
  book.add('wish_answer', {
    ...answered,
    wish_id: row.id,
    outcome,
    reason: reason ?? null,
    reason_words: because ?? null,
    instead: instead ?? null,
    until_day: until === undefined ? null : calendar.day(until),
    membership_id: null,
  });
  if (wanted === undefined) return;
  const [saidAt, how] = wanted;
  book.add('wish_view', {
    ...fact(file, 'wish_view', name, calendar.at(saidAt), voice, 'participant-own'),
    wish_answer_id: answered.id,
    wanted: how,
    words: null,
  });
}
