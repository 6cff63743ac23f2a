import { between, type Random, randomFrom } from '../population/random.ts';
import type { Member } from './cast.ts';
import { contactsOf } from './compose-contacts.ts';
import { sixWeeks } from './compose-weeks.ts';
import type { Samling } from './sessions.ts';
import type { Enrolled, Rating, Story } from './story.ts';
import { laterBy, onDay, type Turns, turnsOf, weekOf } from './turns.ts';

/** The story of one of the many: their own words, and weeks as they usually go. The same every time. */
export function compose(member: Member, phone: string, sessions: readonly Samling[]): Story {
  const random = randomFrom(member.who.key);
  const turns = turnsOf(member, random);
  const { who, contactPerson, source, asked, birthDay, answered, state, statement } = member;
  const story: Story = {
    who,
    contactPerson,
    arrival: { at: turns.asked, source, words: asked, birthDay, phone },
    answered: {
      at: turns.answered,
      words: answered,
      start: sessions.find(({ start, byDay }) => byDay && start > turns.answered)?.start,
    },
  };
  if (state === undefined)
    return { ...story, groups: groups(member, { ...turns, enrolled: turns.answered }) };
  return {
    ...story,
    enrolled: enrolled(member, turns),
    statement: statement === undefined ? undefined : { at: laterBy(turns.enrolled, 30), words: statement },
    ratings: statement === undefined ? undefined : ratings(turns, random),
    contacts: contactsOf(member, turns, random),
    groups: groups(member, turns),
    ...(turns.anchor === undefined ? {} : sixWeeks(member, turns, turns.anchor, random)),
  };
}

function enrolled({ state }: Member, { enrolled: at, anchor, paused, ended }: Turns): Enrolled {
  const states: Enrolled['states'] = [{ state: state === 'asked' ? 'asked' : 'waiting', at }];
  if (anchor !== undefined) {
    states.push({ state: state === 'mapping' ? 'mapping' : 'active', at: `${anchor}T09:00` });
  }
  if (paused !== undefined) states.push({ state: 'paused', at: paused });
  if (ended !== undefined) states.push({ state: 'ended', at: ended });
  return { at, states, anchor, until: ended };
}

function ratings({ enrolled: at, anchor, until }: Turns, random: Random): Rating[] {
  let rating = between(random, 2, 4);
  const rated: Rating[] = [[laterBy(at, 35), rating]];
  for (let week = 1; anchor !== undefined && week <= 6; week += 1) {
    const when = onDay(weekOf(anchor, week), 1, '12:40');
    if (when > until) break;
    rating = Math.min(9, Math.max(1, rating + between(random, -1, 2)));
    rated.push([when, rating]);
  }
  return rated;
}

const groups = ({ share, evenings }: Member, { enrolled: from, paused, ended }: Turns): Story['groups'] =>
  share === undefined ? undefined : { from, to: paused ?? ended, share, evenings };
