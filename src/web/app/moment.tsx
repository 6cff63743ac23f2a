import { exactMoment, nearMoment } from './dates.ts';

/** When something happened, told near («i går kl. 14.12»), with the exact time behind it. */
export function Moment({ at, now }: { at: string; now: string }) {
  return (
    <time dateTime={at} title={exactMoment(at)}>
      {nearMoment(at, now)}
    </time>
  );
}
