// Open loop: requests come when people send them, at 50 a second, whether or not the earlier ones are answered.
import { pick, type Random, randomFrom } from '#db/population/random.ts';
import type { Actor, People } from '../actors.ts';
import { percentile, round } from '../figures.ts';
import { type Row, row } from '../row.ts';
import type { Asked, Server } from '../server.ts';

const A_SECOND = 50;

export const kinds = ['my-day', 'my-plan', 'person', 'log-contact', 'name-search'] as const;
type Kind = (typeof kinds)[number];
/** What fifty requests are: the homes and notes alike, and now and then a search. */
const mix: readonly Kind[] = kinds.flatMap((kind) => (kind === 'name-search' ? [kind] : [kind, kind, kind]));
const typed = [
  'a',
  'be',
  'fro',
  'haug',
  'liv',
  'mo ny',
  'sol',
  'ulland',
  'ås',
  'ode',
  '90012345',
  '0403',
] as const;

export function requestOf(kind: Kind, people: People, random: Random): [Actor, Asked] {
  if (kind === 'my-plan') return [one(random, people.participants), { name: kind, path: '/api/my-plan' }];
  if (kind === 'name-search') {
    const actor =
      random() < 0.1 ? people.partners[0] : one(random, random() < 0.5 ? people.partners : people.workers);
    return [
      actor ?? one(random, people.workers),
      { name: kind, path: '/api/people/search', body: { query: pick(random, typed) } },
    ];
  }
  const worker = one(random, people.workers);
  if (kind === 'my-day') return [worker, { name: kind, path: '/api/my-day' }];
  const page = `/api/people/${one(random, worker.participantIds)}`;
  if (kind === 'person') return [worker, { name: kind, path: page }];
  const body = {
    kind: 'talk',
    note: 'Snakket om uka. Sover bedre, og kommer til gruppa på torsdag.',
    nextStep: 'Ringe på fredag',
  };
  return [worker, { name: kind, path: `${page}/contacts`, body }];
}

function one<T>(random: Random, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('nobody to ask as');
  return found;
}

export async function loadRows(
  server: Server,
  people: People,
  seconds: { warmUp: number; run: number },
): Promise<Row[]> {
  const random = randomFrom('load');
  await drive(server, people, random, seconds.warmUp);
  await server.forget();
  await drive(server, people, random, seconds.run);
  const { times, memory } = await server.tell();
  return [
    ...kinds.flatMap((kind) => [
      row(`${kind}-p50`, round(percentile(times[kind] ?? [], 0.5), 1)),
      row(`${kind}-p99`, round(percentile(times[kind] ?? [], 0.99), 1)),
    ]),
    row('server-memory', round(memory / 1_000_000, 0)),
  ];
}

/** People come independently of each other, so the time between two of them is drawn, and they sometimes come in a crowd. */
async function drive(server: Server, people: People, random: Random, seconds: number): Promise<void> {
  const answers: Promise<void>[] = [];
  const begun = performance.now();
  for (let due = begun; due < begun + seconds * 1_000; due += (-Math.log(1 - random()) * 1_000) / A_SECOND) {
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const [actor, asked] = requestOf(one(random, mix), people, random);
    answers.push(
      server.ask(actor, asked).then((status) => {
        if (status >= 300) throw new Error(`${asked.name} was answered with ${status}`);
      }),
    );
  }
  await Promise.all(answers);
}
