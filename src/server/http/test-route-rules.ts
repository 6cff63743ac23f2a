// Who may call what. Every operation of the OpenAPI document falls under one of these; one that does not fails the test.
import type { Topic } from '#domain/access/topics.ts';
import type { Answer } from '../test-house.ts';
import type { Operation } from './test-requests.ts';

/** Facts about one person, by the part of the address that names them: to add to them, one of these topics must be open for adding. */
export const collections: Record<string, readonly Topic[]> = {
  profiles: ['identity'],
  'person-numbers': ['person-number'],
  'local-numbers': ['person-number'],
  enquiries: ['enquiry'],
  'enquiry-answers': ['enquiry'],
  enrolments: ['status'],
  outreach: ['enquiry'],
  statements: ['goals'],
  'statement-ratings': ['goals'],
  'crisis-plans': ['crisis-plan'],
  strengths: ['goals'],
  goals: ['goals', 'work-goals', 'money-goals'],
  'goal-closures': ['goals', 'work-goals', 'money-goals'],
  actions: ['actions'],
  'action-completions': ['actions'],
  'conversation-wheels': ['life-areas'],
  'life-area-ratings': ['life-areas'],
  wishes: ['wishes'],
  'wish-answers': ['wishes'],
  'wish-views': ['wishes'],
  contacts: ['follow-up'],
  attendances: ['attendance'],
  meetings: ['meeting'],
  'meeting-presences': ['meeting'],
  decisions: ['meeting'],
  'promise-keepings': ['meeting'],
  reviews: ['meeting'],
  'team-memberships': ['team'],
  acknowledgements: ['sharing'],
  tellings: ['relapse'],
  'life-events': ['turns'],
  consents: ['sharing'],
  'consent-codes': ['sharing'],
  'login-codes': ['sharing'],
  'login-phones': ['sharing'],
  'login-phone-codes': ['sharing'],
  'login-phone-notices': ['sharing'],
  'sent-codes': ['sharing'],
  'closed-doors': ['blocks'],
  'rights-requests': ['sharing'],
  'rights-decisions': ['sharing'],
  'look-up-questions': ['sharing'],
  'look-up-digests': ['sharing'],
  'related-persons': ['related'],
  'related-questions': ['related'],
  mandates: ['related'],
  coordinators: ['team'],
  'parental-insights': ['related'],
  'child-questions': ['children'],
  children: ['children'],
  'child-steps': ['children'],
  letters: ['related'],
  merges: ['identity'],
  // Two rows side by side: looks without adding.
  doubles: [],
  // Looks without adding.
  previews: [],
};

/** Whoever has one of these roles at work; others are refused, or nobody is there. */
interface ByRole {
  roles: readonly string[];
}
/** `anyone` before they are somebody; `me` whoever is logged in, about themself or as far as their relations reach. */
export type Rule = 'anyone' | 'me' | ByRole;

const works: ByRole = { roles: ['worker', 'intake', 'peer', 'partner', 'leader'] };
/** Whether it is health care that they give, the database finds out. */
const mayGiveHealthCare: ByRole = { roles: ['worker', 'intake', 'partner'] };
const reviews: ByRole = { roles: ['auditor'] };
const runs: ByRole = { roles: ['leader', 'worker', 'intake', 'peer'] };
const looksAfterLogins: ByRole = { roles: ['system-administrator'] };
/** Decide, two together, what is kept and what goes. */
const keeps: ByRole = { roles: ['system-administrator', 'auditor'] };
const checks: ByRole = { roles: ['auditor'] };

export const otherRules: Record<string, Rule> = {
  'GET /healthz': 'anyone',
  'GET /api/demo/personas': 'anyone',
  'POST /api/demo/session': 'anyone',
  'GET /api/demo/messages': 'anyone',
  'GET /api/letterboxes': 'anyone',
  'POST /api/letters': 'anyone',
  'POST /api/letters/for-myself': 'anyone',
  'GET /api/login/providers': 'anyone',
  'POST /api/login/attempts': 'anyone',
  'GET /api/login/{provider}/callback': 'anyone',
  'GET /api/login/newcomer': 'anyone',
  'DELETE /api/login/newcomer': 'anyone',
  'GET /api/login/code-ways': 'anyone',
  'POST /api/login/code-uses': 'anyone',
  'POST /api/login/phone-codes': 'anyone',
  'POST /api/login/phone-code-uses': 'anyone',
  'POST /api/login/invitation-uses': 'anyone',
  'GET /api/login/{provider}/logged-out': 'anyone',
  'POST /api/login/passkey-attempts': 'anyone',
  'POST /api/login/passkey-answers': 'anyone',
  'GET /api/session': 'me',
  'DELETE /api/session': 'me',
  'GET /api/session/time-left': 'me',
  'GET /api/directory': 'me',
  'GET /api/my-logins': 'me',
  'POST /api/my-logins/session-endings': 'me',
  'POST /api/my-logins/way-in-removals': 'me',
  'POST /api/my-logins/invitation-uses': 'me',
  'GET /api/my-passkeys': 'me',
  'POST /api/my-passkeys': 'me',
  'POST /api/my-passkeys/attempts': 'me',
  'POST /api/my-passkeys/removals': 'me',
  'GET /api/my-login-codes': 'me',
  'GET /api/my-plan': 'me',
  'GET /api/my-copy': 'me',
  'GET /api/my-copy/page': 'me',
  'GET /api/my-day': 'me',
  'GET /api/shared': 'me',
  'GET /api/close-to-me': 'me',
  'GET /api/overview': 'me',
  'GET /api/people': 'me',
  'GET /api/doubles': 'me',
  'POST /api/people/search': 'me',
  'GET /api/my-look-ups': 'me',
  'GET /api/my-look-ups/control': 'me',
  'POST /api/look-up-questions/{id}/answers': 'me',
  'GET /api/control': checks,
  'POST /api/control/people/search': checks,
  'POST /api/control/log/search': checks,
  'POST /api/control/breaches': checks,
  'POST /api/control/registers': checks,
  'POST /api/control/cases/{id}/closings': checks,
  'POST /api/control/rules': checks,
  'GET /api/retention': keeps,
  'GET /api/retention/holds': keeps,
  'POST /api/retention/{municipalityId}/periods': keeps,
  'POST /api/retention/{municipalityId}/dry-runs': keeps,
  'POST /api/retention/{municipalityId}/dry-runs/{id}/approvals': keeps,
  'POST /api/retention/{municipalityId}/dry-runs/{id}/refusals': keeps,
  'POST /api/retention/{municipalityId}/holds': checks,
  'POST /api/retention/{municipalityId}/holds/{id}/liftings': checks,
  'GET /api/enquiries': 'me',
  'GET /api/outreach': 'me',
  'GET /api/group-sessions': 'me',
  'GET /api/group-sessions/{municipalityId}/{id}': 'me',
  'POST /api/emergency/searches': mayGiveHealthCare,
  'POST /api/emergency/openings': mayGiveHealthCare,
  'GET /api/emergency/openings': reviews,
  'POST /api/emergency/openings/{id}/reviews': reviews,
  'GET /api/coordination': { roles: ['coordinating-unit'] },
  'GET /api/staff': { roles: ['leader'] },
  'GET /api/letters': 'me',
  'POST /api/letter-notings': { roles: ['intake'] },
  'GET /api/services/{municipalityId}/{id}/status': { roles: ['leader', 'user-representative'] },
  'GET /api/code-settings': looksAfterLogins,
  'POST /api/code-settings/{municipalityId}': looksAfterLogins,
  'GET /api/staff-logins': looksAfterLogins,
  'POST /api/staff-logins/{municipalityId}/{id}/invitations': looksAfterLogins,
  'POST /api/staff-logins/{municipalityId}/{id}/invitation-withdrawals': looksAfterLogins,
  'POST /api/staff-logins/{municipalityId}/{id}/closures': looksAfterLogins,
  'POST /api/staff-logins/{municipalityId}/{id}/reopenings': looksAfterLogins,
  'POST /api/staff-logins/{municipalityId}/{id}/session-endings': looksAfterLogins,
  'GET /api/organisation-numbers': looksAfterLogins,
  'POST /api/organisation-numbers/{municipalityId}/{id}': looksAfterLogins,
  'POST /api/enquiries': works,
  'POST /api/outreach': works,
  'POST /api/timetable-lines': runs,
  'POST /api/timetable-lines/{municipalityId}/{id}/endings': runs,
  'POST /api/timetable-lines/{municipalityId}/{id}/leaders': runs,
  'POST /api/group-sessions/{municipalityId}/{id}/cancellations': runs,
  'POST /api/group-sessions/{municipalityId}/{id}/moves': runs,
  'POST /api/group-sessions/{municipalityId}/{id}/after-alls': runs,
  'POST /api/staff/{municipalityId}/{id}/last-days': { roles: ['leader'] },
};

/** What a route shows past the topics that are open, and why. */
export const alsoShows: Record<string, readonly Topic[]> = {
  // Whoever is close knows whom they are close to: what the person is called, and nothing else of who they are.
  'GET /api/close-to-me': ['identity'],
  'GET /api/close-to-me/{participantId}': ['identity'],
  // Why somebody opened, and what was found, is all there is to review; whom it was is not shown.
  'GET /api/emergency/openings': ['sharing'],
  // The page that is shown is opened by the list itself.
  'GET /api/coordination': ['identity'],
  // What a participant has asked about a look-up, for the one who is to find out.
  'GET /api/control': ['sharing'],
};

export const label = ({ method, path }: Operation): string => `${method} ${path}`;
/** What is added to, in an address about one person. */
export const collectionOf = ({ path }: Operation): string | undefined =>
  /^\/api\/people\/\{participantId\}\/([\w-]+)/.exec(path)?.[1];

/** What an answer has to be; a call that would change something is not made. */
export type Verdict = 'skip' | ((answer: Answer) => boolean);

/**
 * What a route about somebody has to answer.
 * @param known what the one who asks may add to; nothing when the person is nobody to them
 */
export function aboutPerson(operation: Operation, known: readonly Topic[] | undefined): Verdict {
  if (known === undefined) return ({ said }) => said === '404 not-found';
  const collection = collectionOf(operation);
  if (operation.method === 'GET' || collection === undefined) return ({ status }) => status < 500;
  if ((collections[collection] ?? []).some((topic) => known.includes(topic))) return 'skip';
  return collection === 'previews'
    ? ({ status }) => status < 500
    : ({ status }) => status >= 400 && status < 500;
}
