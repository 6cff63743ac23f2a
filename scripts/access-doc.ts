// docs/access.md, made from the visibility matrix. Written by: node scripts/access-doc.ts
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AccessRole, accessRoles, organisationRoles } from '#domain/access/roles.ts';
import { type Topic, topics } from '#domain/access/topics.ts';
import { type Cell, visibility } from '#domain/access/visibility.ts';
import { shareableTopics } from '#domain/consent/shareable.ts';
import { root } from './run-tool.ts';

export const accessDocFile = path.join(root, 'docs/access.md');

const topicMeanings: Record<Topic, string> = {
  identity: 'Name, and what the person is called.',
  goals:
    'What matters in own words, its ratings, strengths and what has helped, and goals other than of work and money.',
  team: 'Who stands around the person, in which period.',
  actions: 'Who does what towards a goal, and what is done.',
  'follow-up': 'Contacts: visits, calls, walks, with their notes.',
  scores: 'Answers to measuring forms. No table uses it yet.',
  'crisis-plan': 'Early signs, what helps, who to call.',
  children:
    'Whether somebody has asked about children, and a card for each: a safe adult, what they have been told, what was offered and done.',
  relapse: 'Came intoxicated, a relapse, or why somebody is on hold.',
  attendance: 'Who is coming to a group, and who came.',
  wishes:
    'What the person has asked for, what was offered, why not, what came instead, and whether that was wanted.',
  status: 'Enrolment and its state, the steps of the pathway, the clocks.',
  enquiry: 'Outreach before anything was asked for, the first enquiry and its answer.',
  meeting:
    'Responsibility-group meetings, their agenda, decisions and kept promises; looking back after six weeks.',
  sharing:
    'Consents: what is opened to whom; openings in an emergency and their review; what the person has been told and signed.',
  'life-areas': 'The conversation wheel: how it is in each part of life, in own words and from 0 to 10.',
  turns: 'Turns in life, behind or ahead, such as a discharge, and whether the person wants to be met.',
  related:
    'Those who are close: what the person calls them, what they are to the person, phone; a guardian’s mandate.',
  'contact-details': 'Birth day, gender and phone: columns of the profile behind a topic of their own.',
  'person-number': 'The national identity number or a local one.',
  'work-goals': 'Goals of work and education.',
  'money-goals': 'Goals of money.',
  placements: 'Where the person works or trains, and how it goes. No table uses it yet.',
  tenancy: 'The dwelling, its lease and what has happened there. No table uses it yet.',
  confided:
    'What somebody close has told the service and asked it to keep; never the person themself. What they did not ask to be kept is read with «related».',
  blocks: 'Whom the person has closed the door to, and for what.',
};

const roleMeanings: Record<AccessRole, string> = {
  participant: 'the person it is about',
  'contact-person': 'the fixed helper, or a substitute in the agreed period',
  coordinator: 'holds the team together',
  'team-member': 'another worker in the team',
  peer: 'a helper with lived experience, in the team',
  intake:
    'works where an enquiry came in, until the person is taken in; and where somebody is followed up without a contact person',
  outreach: 'works in the service that met the person outside, until the person is taken in',
  'group-leader':
    'leads a group that the person belongs to or answered, from a day before it to three days after',
  'related-person':
    'somebody close, as far as the person has said; a parent of a minor also as far as a worker has decided by law (decision 38)',
  nav: 'in the team, or in a NAV office that has been given consent',
  dps: 'in the team, or in a psychiatric centre that has been given consent',
  gp: 'in the team, or in a practice that has been given consent',
  'work-training': 'in the team, or in a work-training company that has been given consent',
  voluntary: 'in the team, or in a voluntary organisation that has been given consent',
  prison: 'in a prison that has been given consent, before and after release',
  treatment: 'in a treatment institution that has been given consent',
  employer: 'in a workplace that has been given consent',
  verge: 'a guardian, for what the mandate says and while it lasts',
  'coordinating-unit':
    'in the municipality’s coordinating unit: sees who has a plan and a coordinator, and no content',
  emergency:
    'health personnel who opened in an emergency, with a reason, for a few hours; told to the person and reviewed',
  'participant-by-code': 'the person it is about, logged in with a code and not with two factors',
};

const cellWords: Record<Cell, string> = {
  r: 'reads',
  w: 'reads, adds',
  a: 'adds',
  'r?': 'reads if granted',
  'w?': 'reads, adds if granted',
  'a r?': 'adds, reads if granted',
};

const cellOf = (role: AccessRole, topic: Topic): string => {
  const cell = visibility[role][topic];
  return cell === undefined ? '' : cellWords[cell];
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function matrix(roles: readonly AccessRole[]): string {
  return [
    row(['topic', ...roles]),
    row(['---', ...roles.map(() => '---')]),
    ...topics.map((topic) => row([`**${topic}**`, ...roles.map((role) => cellOf(role, topic))])),
  ].join('\n');
}

/** The whole page, the same for the same matrix. */
export function accessDoc(): string {
  return `# Who sees what

Made by \`scripts/access-doc.ts\` from \`src/domain/access/visibility.ts\`; change that file and run the script again.
The database is filled from the same file at every start.

A topic decides who sees a fact. An empty cell is no access, and no access looks like nothing there.
“If granted” holds only for the topics the participant has opened by a consent. “Adds” alone is writing without reading.
A consent is given to an organisation or to one person who is close. Given to a partner it is a relation by itself; given to a municipal service it opens the topic to
those of its workers who are assigned to the person, and to nobody else there. Somebody close has no relation but a consent that holds now.
Nobody changes or deletes: to correct is to add a newer version. Somebody with several roles has all their cells.

## Close to the person

${matrix(accessRoles.filter((role) => !(organisationRoles as readonly string[]).includes(role)))}

## Other organisations

${matrix(organisationRoles)}

Only these topics can be opened by a consent: ${shareableTopics.join(', ')}.

## Roles

${accessRoles.map((role) => `- **${role}**: ${roleMeanings[role]}.`).join('\n')}

## Topics

${topics.map((topic) => `- **${topic}**: ${topicMeanings[topic]}`).join('\n')}

A participant can close a topic, or everything, to one worker, to an organisation or to everyone (a block); it is taken away from every cell here. One against a worker by name holds
also in an emergency.

Of somebody registered twice every cell is about each row apart: nobody reaches a row because it is one person with another. What is closed on one row is closed on both, and the
participant alone is at home on both ([decision 40](decisions/0040-one-person-on-two-rows.md)).

A leader, a user representative, an auditor and a system administrator have no row: they open nobody. The overview shows counts, and an auditor sees who has looked, not at what.
`;
}

if (import.meta.main) writeFileSync(accessDocFile, accessDoc());
