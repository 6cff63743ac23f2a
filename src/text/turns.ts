import { m } from './generated/messages.js';
import type { Message } from './look-up.ts';

/** What has happened, and how it is said when it is still ahead. */
const turnMessages: Record<string, { behind: Message; ahead: Message }> = {
  admission: { behind: m.turn_admission, ahead: m.turn_admission_ahead },
  discharge: { behind: m.turn_discharge, ahead: m.turn_discharge_ahead },
  imprisonment: { behind: m.turn_imprisonment, ahead: m.turn_imprisonment_ahead },
  release: { behind: m.turn_release, ahead: m.turn_release_ahead },
  'moved-home': { behind: m.turn_moved_home, ahead: m.turn_moved_home_ahead },
  'eviction-notice': { behind: m.turn_eviction_notice, ahead: m.turn_eviction_notice },
  'job-start': { behind: m.turn_job_start, ahead: m.turn_job_start_ahead },
  'job-end': { behind: m.turn_job_end, ahead: m.turn_job_end_ahead },
  other: { behind: m.turn_other, ahead: m.turn_other },
};

/** Where to, and where from. Prison says itself in «released». */
const places: Record<string, { admission: Message; discharge: Message }> = {
  detox: { admission: m.into_detox, discharge: m.from_detox },
  'inpatient-treatment': { admission: m.into_inpatient_treatment, discharge: m.from_inpatient_treatment },
  hospital: { admission: m.into_hospital, discharge: m.from_hospital },
};

/** «Utskrevet fra avrusing», «Skrives ut fra avrusing», «Lagt inn på sykehus», «Løslatt». */
export function turnText(kind: string, setting: string | undefined, when: 'behind' | 'ahead'): string {
  const verb = turnMessages[kind]?.[when]() ?? kind;
  const side = kind === 'admission' || kind === 'discharge' ? kind : undefined;
  const place = side && places[setting ?? '']?.[side]();
  return place ? `${verb} ${place}` : verb;
}
