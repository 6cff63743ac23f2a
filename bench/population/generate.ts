import { randomFrom } from '#db/demo/random.ts';
import { furnishMunicipality, type Plan, todayOf, type Writing } from './house.ts';
import { idsFrom } from './ids.ts';
import { openSheet, type Sheet } from './sheet.ts';
import { writeWay } from './way.ts';

const NEIGHBOURS = 4;

/** Everybody, one municipality at a time, so that memory stays level however many there are. The same plan gives the same rows. */
export function* generate(plan: Plan): Generator<ReturnType<Sheet['take']>> {
  const sheet = openSheet();
  const random = randomFrom(plan.seed);
  const newId = idsFrom(random);
  const writing: Writing = { sheet, random, newId, nowMs: Date.parse(plan.now), today: todayOf(plan.now) };
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
      if (team !== undefined) writeWay(writing, team, Math.floor(turn / teams.length));
    }
    yield sheet.take();
  }
}
