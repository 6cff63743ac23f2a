import { expect, test } from 'vitest';
import { nyStartSixWeeks } from '#domain/pathway/ny-start.ts';
import { planSteps, weeksOf } from '#domain/pathway/template.ts';
import { ageOn, type Day } from '#domain/time/day.ts';
import { sharingMunicipalities } from './house.ts';
import { publishedTimetable } from './ny-start.ts';
import { municipalities, participants } from './people.ts';
import * as published from './published.ts';
import { DEMO_TODAY } from './shift.ts';
import { RUNE_BORN } from './story-rune.ts';

test('everything that is called published says where it stands', () => {
  for (const fact of Object.values(published)) {
    expect(fact.standing).toBe('published');
    expect(fact.source.length).toBeGreaterThan(10);
    expect(fact.year).toMatch(/\d{4}/);
  }
});

test('the timetable is the published one; where two end times are printed the later one stands', () => {
  const ours = publishedTimetable.map(({ weekday, title, place, from, to, alsoPublishedTo }) => ({
    weekday,
    activity: title.startsWith('No ') ? title : title.charAt(0).toLowerCase() + title.slice(1),
    place,
    from,
    to: alsoPublishedTo === undefined ? [to] : [alsoPublishedTo, to],
  }));
  expect(ours).toEqual(published.timetable.value);
});

test('the six weeks have the published steps in their weeks', () => {
  const weeks = Object.groupBy(planSteps(nyStartSixWeeks, DEMO_TODAY), ({ week }) => week);
  const codes = Object.entries(weeks).map(([week, steps]) => [week, steps?.map(({ code }) => code)]);
  expect(Object.fromEntries(codes)).toEqual(published.sixWeeks.value);
  expect(weeksOf(nyStartSixWeeks)).toBe(6);
});

test('the municipalities that share Ny Start are the published four', () => {
  const names = sharingMunicipalities.map((name) => municipalities[name].name);
  expect(names).toEqual(published.municipalitiesTogether.value);
});

test('Rune is the persona of the service journey: his name, his age', () => {
  expect(participants.rune.givenName).toBe(published.rune.value.name);
  expect(ageOn(RUNE_BORN as Day, DEMO_TODAY)).toBe(published.rune.value.age);
});
