import type { Home, Session } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';

export const homeAddress: Record<Home, string> = {
  'my-plan': '/min-plan',
  'my-day': '/min-dag',
  shared: '/delt',
  overview: '/oversikten',
  close: '/delt-med-meg',
  logins: '/innlogging-ansatte',
  coordination: '/koordinering',
  control: '/kontroll',
};

const homeName = (home: Home): string =>
  ({
    'my-plan': m.nav_my_plan,
    'my-day': m.nav_my_day,
    shared: m.nav_shared,
    overview: m.nav_overview,
    close: m.nav_shared,
    logins: m.nav_logins,
    coordination: m.nav_coordination,
    control: m.nav_control,
  })[home]();

interface Place {
  to: string;
  label: string;
}

/** The places in the header: a person’s homes, and what belongs to a working day. */
export function placesFor(session: Session): Place[] {
  const homes = session.homes.map((home) => ({ to: homeAddress[home], label: homeName(home) }));
  const works = session.homes.includes('my-day');
  return [
    ...homes,
    ...(works
      ? [
          { to: '/deltakere', label: m.nav_people() },
          { to: '/grupper', label: m.nav_groups() },
        ]
      : []),
    ...(session.homes.includes('shared') ? [{ to: '/ny-henvendelse', label: m.nav_send_enquiry() }] : []),
    // Whoever looks after the installation or checks the log decides, two together, what is kept.
    ...(session.homes.some((home) => home === 'logins' || home === 'control')
      ? [{ to: '/oppbevaring', label: m.nav_retention() }]
      : []),
    ...(session.leads ? [{ to: '/ansatte', label: m.nav_staff() }] : []),
    ...(session.outreach ? [{ to: '/ute', label: m.nav_outreach() }] : []),
    ...(session.health ? [{ to: '/nod', label: m.nav_emergency() }] : []),
    ...(session.intake ? [{ to: '/henvendelser', label: m.nav_enquiries() }] : []),
  ];
}

/** Pages that are read without a login. */
export const isForEverybody = (path: string): boolean => /^\/(parorende|demo-telefon)(\/|$)/.test(path);
