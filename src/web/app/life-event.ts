import type { LifeEvent } from '#contract/turn.ts';
import { turnText } from '#text/turns.ts';
import { dayOf, nearDay } from './dates.ts';

type Turn = Pick<LifeEvent, 'kind' | 'day' | 'setting'>;

/** «Utskrevet fra avrusing»; «Skrives ut fra avrusing» until the day is over. */
export const turnTitle = ({ kind, day, setting }: Turn, now: string): string =>
  turnText(kind, setting, day < dayOf(now) ? 'behind' : 'ahead');

/** «Utskrevet fra avrusing i går», «Løslates på fredag». */
export const turnWhen = (turn: Turn, now: string): string =>
  `${turnTitle(turn, now)} ${nearDay(turn.day, now)}`;

/** Somebody comes home: is to be met at the door. */
export const isHomecoming = ({ kind }: Pick<Turn, 'kind'>): boolean =>
  kind === 'discharge' || kind === 'release';
