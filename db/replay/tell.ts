import { answer, join } from '#db/demo/enrolling.ts';
import { by, type File, fact, toldTo } from '#db/demo/file.ts';
import { attended, gather, meet } from '#db/demo/following.ts';
import { welcome } from '#db/demo/house.ts';
import { services, type WorkerName } from '#db/demo/people.ts';
import { acknowledge, plan, writeCrisisPlan } from '#db/demo/planning.ts';
import { randomFrom } from '#db/population/random.ts';
import { nyStartSixWeeks } from '#domain/pathway/ny-start.ts';
import { planSteps } from '#domain/pathway/template.ts';
import { addDays, type Day, mondayOf } from '#domain/time/day.ts';
import type { Life } from './lives.ts';
import { summerDay } from './ny-start-published.ts';
import type { HeldSession } from './sessions.ts';

/** The made-up person's file: what would have been written down, day by day. */
export function tellLife(file: File, life: Life, sessions: readonly HeldSession[]): void {
  const contactPerson: WorkerName = life.birthDay > '1985' ? 'ola' : 'siren';
  arriveAndEnrol(file, life, contactPerson);
  const own = toldTo(file.who, contactPerson);
  plan(file, `${life.mapped}T11:20`, own, { name: 'first', title: goalOf(life) }, []);
  if (life.sixWeeks) goThroughWeeks(file, life, contactPerson);
  if (life.share > 0) come(file, life, sessions);
  turn(file, life.toWork, 'job-start', null, contactPerson);
  turn(file, life.toInpatient, 'admission', 'inpatient-treatment', contactPerson);
}

/** The four fields that the service's goals lie in. */
const fields = ['En jobb å gå til', 'Noe å gjøre om ettermiddagen', 'Sterkere kropp', 'Ro i hverdagen'];
const goalOf = ({ birthDay }: Life): string => fields[Number(birthDay.slice(8)) % fields.length] ?? '';

function arriveAndEnrol(file: File, life: Life, contactPerson: WorkerName): void {
  const { book, calendar, who } = file;
  const voice = { ...by(contactPerson), minutesLater: 0 };
  const service = {
    service_municipality_id: services.nyStart.municipalityId,
    service_id: services.nyStart.id,
  };
  const asked = calendar.at(`${life.asked}T10:10`);
  welcome(book, who, asked);
  book.add('profile', {
    ...fact(file, 'profile', '', asked, voice, 'health-record'),
    given_name: who.givenName,
    family_name: who.familyName,
    birth_day: life.birthDay,
    gender: life.gender,
  });
  book.add('enquiry', {
    ...fact(file, 'enquiry', '', asked, voice, 'health-record'),
    ...service,
    source: life.sixWeeks ? 'self' : 'nav',
    words: 'Vil ha noe å gå til, og noen å snakke med.',
  });
  answer(file, `${life.asked}T14:30`, contactPerson, 'Velkommen. Vi ringer og avtaler når vi møtes.');
  const enrolment = fact(
    file,
    'enrolment',
    '',
    calendar.at(`${life.enrolled}T09:00`),
    voice,
    'health-record',
  );
  book.add('enrolment', { ...enrolment, ...service });
  for (const { state, at, ...why } of statesOf(life)) {
    book.add('enrolment_state', {
      ...fact(file, 'enrolment_state', state, calendar.at(at), voice, 'health-record'),
      ended_because: null,
      next_place: null,
      ...why,
      enrolment_id: enrolment.id,
      state,
    });
  }
  const until = life.ended === undefined ? {} : { to: `${life.ended.day}T15:00` };
  join(file, {
    worker: contactPerson,
    role: 'contact-person',
    from: `${life.enrolled}T09:00`,
    voice,
    ...until,
  });
  if (life.sixWeeks) beginSixWeeks(file, life, enrolment.id, contactPerson);
}

function statesOf(life: Life) {
  const active = addDays(life.enrolled, 42);
  const { ended } = life;
  return [
    { state: 'mapping', at: `${life.enrolled}T09:00` },
    ...(active < (ended?.day ?? summerDay) ? [{ state: 'active', at: `${active}T09:00` }] : []),
    ...(ended === undefined
      ? []
      : [
          {
            state: 'ended',
            at: `${ended.day}T15:00`,
            ended_because: ended.because,
            next_place: ended.nextPlace ?? null,
          },
        ]),
  ];
}

function beginSixWeeks(file: File, { enrolled }: Life, enrolmentId: string, worker: WorkerName): void {
  const { book, calendar } = file;
  const at = calendar.at(`${enrolled}T09:05`);
  const anchor = mondayOf(enrolled);
  const run = fact(file, 'pathway_run', '', at, by(worker), 'health-record');
  book.add('pathway_run', {
    ...run,
    enrolment_id: enrolmentId,
    template: nyStartSixWeeks.code,
    template_version: nyStartSixWeeks.version,
    anchor_day: anchor,
  });
  for (const { code, week, dueFrom, dueTo } of planSteps(nyStartSixWeeks, anchor)) {
    book.add('pathway_step', {
      ...fact(file, 'pathway_step', code, at, by(worker), 'health-record'),
      run_id: run.id,
      code,
      week,
      due_from: dueFrom,
      due_to: dueTo,
    });
  }
}

/** What the published scheme asks for, week by week, as far as somebody came before they left or the report was made. */
function goThroughWeeks(file: File, life: Life, worker: WorkerName): void {
  const last = life.ended?.day ?? summerDay;
  const own = toldTo(file.who, worker);
  const inWeek = (week: number, day: number) => addDays(mondayOf(life.enrolled), 7 * (week - 1) + day);
  const there = (day: Day) => day <= last;
  acknowledge(file, `${life.mapped}T11:40`, worker);
  if (there(inWeek(2, 2))) {
    join(file, {
      worker: worker === 'siren' ? 'ola' : 'siren',
      role: 'coordinator',
      from: `${inWeek(2, 0)}T09:00`,
      voice: own,
    });
    writeCrisisPlan(file, `${inWeek(2, 2)}T13:30`, own, {
      signs: 'Sover lite.',
      helps: 'En tur, og lunsj med de andre.',
      call: 'Kontaktpersonen.',
    });
  }
  const talks = [
    { day: inWeek(2, 1), kind: 'talk' as const },
    { day: inWeek(3, 2), kind: 'talk' as const },
    { day: inWeek(4, 0), kind: 'consultant-call' as const },
    { day: inWeek(5, 1), kind: 'talk' as const },
  ].filter(({ day }) => there(day));
  meet(
    file,
    talks.map(({ day, kind }) => ({ at: `${day}T13:00`, by: worker, kind, note: '' })),
  );
  const meeting = inWeek(6, 3);
  if (!there(meeting)) return;
  gather(file, {
    place: 'Bryne',
    starts: `${meeting}T10:00`,
    called: { at: `${inWeek(4, 1)}T10:00`, by: worker },
    prepared: { at: `${inWeek(5, 2)}T12:00`, voice: own, agenda: 'Hva som er bedre, og hva som kommer nå.' },
    held: { by: worker, decisions: [] },
  });
}

/** Who came, day by day. */
function come(file: File, life: Life, sessions: readonly HeldSession[]): void {
  const random = randomFrom(`came ${file.who.key}`);
  for (const session of sessions) {
    const drawn = random();
    const day = session.start.slice(0, 10);
    if (day < life.enrolled || day >= (life.ended?.day ?? '9999')) continue;
    if (session.byDay ? drawn < life.share : drawn < life.share / 4) attended(file, session, 'came');
    else if (session.byDay && drawn < life.share + 0.08) attended(file, session, 'did-not-come');
  }
}

function turn(
  file: File,
  day: Day | undefined,
  kind: 'job-start' | 'admission',
  setting: 'inpatient-treatment' | null,
  worker: WorkerName,
): void {
  if (day === undefined) return;
  file.book.add('life_event', {
    ...fact(file, 'life_event', kind, file.calendar.at(`${day}T12:00`), by(worker), 'health-record'),
    kind,
    day,
    setting,
  });
}
