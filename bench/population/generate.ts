import { idsFrom } from '#db/population/ids.ts';
import { writeWhatFollows } from '#db/population/ledger.ts';
import { nameFrom } from '#db/population/names.ts';
import type { Person, Team, Writing } from '#db/population/person.ts';
import { between, pick, randomFrom } from '#db/population/random.ts';
import type { Standing, State } from '#db/population/standing.ts';
import { anyVoice } from '#db/population/voices.ts';
import { writeWay } from '#db/population/way.ts';
import { dayOf } from '#domain/time/day.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import { furnishMunicipality, type Plan } from './house.ts';

const NEIGHBOURS = 4;

/** Where people stand, in a hundred: most have been through their six weeks, a quarter are on the way. */
const shares: Record<State, number> = {
  'met-outside': 2,
  enquired: 2,
  asked: 1,
  declined: 1,
  waiting: 7,
  mapping: 4,
  active: 19,
  afterwards: 43,
  paused: 5,
  ended: 14,
  'come-back': 2,
};
const standing = (Object.keys(shares) as State[]).flatMap((state) =>
  Array.from({ length: shares[state] }, () => state),
);
const reasons = ['reached', 'reached', 'own-wish', 'moved', 'other-service', 'died'] as const;

/** Everybody, one municipality at a time, so that memory stays level however many there are. The same plan gives the same rows. */
export function* generate(plan: Plan): Generator<ReturnType<Sheet['take']>> {
  const sheet = openSheet();
  const random = randomFrom(plan.seed);
  const newId = idsFrom(random);
  const nowMs = Date.parse(plan.now);
  const writing: Writing = { sink: sheet, random, newId, nowMs, today: dayOf(plan.now), detail: 'lean' };
  let cooperationId = '';
  for (let index = 0; index < plan.municipalities; index += 1) {
    if (index % NEIGHBOURS === 0) {
      cooperationId = newId(0);
      sheet.add('cooperation', { id: cooperationId, name: `Samarbeid ${index / NEIGHBOURS}` });
    }
    const teams = furnishMunicipality(writing, plan, index, cooperationId);
    const [first] = teams;
    for (let turn = 0; turn < plan.participants; turn += 1) {
      const team = teams[turn % teams.length] ?? first;
      if (team === undefined) continue;
      const person = somebody(writing, team, Math.floor(turn / teams.length));
      writeWay(person, drawn(writing));
      writeWhatFollows(person);
    }
    yield sheet.take();
  }
}

function drawn({ random }: Writing): Standing {
  const state = standing[Math.floor(random() * standing.length)] ?? 'afterwards';
  return {
    state,
    week: state === 'mapping' ? 1 : between(random, 1, 6),
    because: pick(random, reasons),
    ...(state === 'enquired' && random() < 0.5 ? { unanswered: true } : {}),
  };
}

function somebody(writing: Writing, team: Team, turn: number): Person {
  const { random, newId, nowMs } = writing;
  const voice = anyVoice(random);
  return {
    turn,
    writing,
    team,
    worker: team.workers[turn % team.workers.length] ?? team.workers[0],
    municipalityId: team.service.municipalityId,
    id: newId(nowMs),
    loginId: newId(nowMs),
    named: nameFrom(random, voice.origin),
    phone: `900 00 ${between(random, 100, 999)}`,
    voice,
    rows: new Map(),
  };
}
