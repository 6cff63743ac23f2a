import { m } from '#text/generated/messages.js';
import { settingText } from '#text/text.ts';
import { dayOf, nearDay } from './dates.ts';

/**
 * «Utskrevet fra avrusing i går», «Løslates på fredag».
 * @param from the setting, or the kind of event when the setting is not known
 */
export function homecoming(from: string, day: string, now: string): string {
  const behind = day < dayOf(now);
  const near = { day: nearDay(day, now) };
  if (from === 'prison' || from === 'release') return behind ? m.home_released(near) : m.home_releasing(near);
  if (from === 'discharge') return behind ? m.home_discharged(near) : m.home_discharging(near);
  const known = { ...near, setting: settingText(from) };
  return behind ? m.home_discharged_from(known) : m.home_discharging_from(known);
}
