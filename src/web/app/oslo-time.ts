const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** How far Norway’s clocks are ahead of UTC at an instant. */
const aheadAt = (at: number): number =>
  Date.parse(`${clock.format(new Date(at)).replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;

/** The instant at which clocks in Norway show this day and time. */
export function instantAt(day: string, time: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const near = asUtc - aheadAt(asUtc);
  return new Date(asUtc - aheadAt(near)).toISOString();
}

/** «09:30» for a time field. */
export const clockTime = (instant: string): string => clock.format(new Date(instant)).slice(11, 16);
