import type { Meeting } from '#contract/person.ts';
import type { Coming, MyPlan } from '#contract/plan.ts';
import { dayOf, daysBetween } from '#domain/time/day.ts';
import type { calledOffOf } from '../meeting/meeting-queries.ts';

/** A participant's own meetings as «Min plan» shows them: what comes, what has been, and the one to prepare for. */
export function myMeetings(
  meetings: readonly Meeting[],
  calledOff: Awaited<ReturnType<typeof calledOffOf>>,
  now: string,
  daysAhead: number,
): Pick<MyPlan, 'minutes' | 'nextMeeting'> & { coming: Coming[] } {
  const isNear = ({ startsAt }: { startsAt: string }) => {
    const days = daysBetween(dayOf(now), dayOf(startsAt));
    return days >= 0 && days <= daysAhead;
  };
  const next = meetings.filter((meeting) => meeting.heldAt === undefined).at(-1);
  return {
    coming: [
      ...meetings.filter((meeting) => meeting.heldAt === undefined && isNear(meeting)).map(comingOf),
      ...calledOff.filter(isNear).map(({ id, startsAt, place, because }) => ({
        kind: 'meeting' as const,
        meetingId: id,
        title: '',
        startsAt,
        cancelled: { because },
        ...(place === null ? {} : { place }),
      })),
    ],
    minutes: meetings.flatMap(({ id, startsAt, place, heldAt, endedAt, decisions }) =>
      heldAt === undefined
        ? []
        : [
            {
              id,
              startsAt,
              heldAt,
              promises: decisions.length,
              ...(place === undefined ? {} : { place }),
              ...(endedAt === undefined ? {} : { endedAt }),
            },
          ],
    ),
    ...(next === undefined ? {} : { nextMeeting: aheadOf(next) }),
  };
}

const ownPresence = ({ people }: Meeting): string | undefined =>
  people.find(({ person }) => person === 'participant')?.presence;

function comingOf(meeting: Meeting): Coming {
  const { id, startsAt, place, moved } = meeting;
  const answer = ownPresence(meeting);
  return {
    kind: 'meeting',
    meetingId: id,
    title: '',
    startsAt,
    ...(place === undefined ? {} : { place }),
    ...(answer === undefined ? {} : { answer }),
    ...(moved === undefined ? {} : { moved: { ...moved, place: place ?? '' } }),
  };
}

function aheadOf(meeting: Meeting): NonNullable<MyPlan['nextMeeting']> {
  const { id, versionId, startsAt, place, ownAgenda, moved } = meeting;
  const presence = ownPresence(meeting);
  return {
    id,
    versionId,
    startsAt,
    ...(place === undefined ? {} : { place }),
    ...(ownAgenda === undefined ? {} : { ownAgenda }),
    ...(moved === undefined ? {} : { moved }),
    ...(presence === undefined ? {} : { presence }),
  };
}
