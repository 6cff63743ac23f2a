import { AddEnquiry, AnswerEnquiry, Enquiries, Enrol, ReceiveEnquiry } from '#contract/enquiry.ts';
import { ParticipantPath } from '#contract/shapes.ts';
import { acceptTyped } from '../db/person-number.ts';
import { type App, asReader, changeRoute, meetRoute, problems, type Shell } from '../http/shell.ts';
import { addEnquiry, answerEnquiry, enrolParticipant, receiveEnquiry } from './enquiry-commands.ts';
import { listEnquiries, nextSessions } from './enquiry-queries.ts';

export function enquiryRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/enquiries',
    {
      schema: {
        summary: 'Enquiries to my services that are not taken in yet',
        response: { 200: Enquiries, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { list: 'enquiries.list', as: ['intake'] }, async (tx) => {
        const [enquiries, sessions] = await Promise.all([listEnquiries(tx), nextSessions(tx)]);
        return { now: tx.now, enquiries, nextSessions: sessions };
      }),
  );
  meetRoute(
    app,
    shell,
    {
      path: '/api/enquiries',
      purpose: 'enquiry.known',
      summary: 'A first contact about somebody',
      body: ReceiveEnquiry,
      who: ({ personNumber, ...who }) =>
        personNumber === undefined
          ? who
          : { ...who, marks: shell.numbers.marksOf(acceptTyped(shell, personNumber).number) },
    },
    (tx, body) => receiveEnquiry(shell, tx, body),
  );
  changeRoute(
    app,
    shell,
    {
      path: 'enquiries',
      purpose: 'enquiry.add',
      summary: 'One more enquiry about somebody one knows, or from somebody met outside',
      params: ParticipantPath,
      body: AddEnquiry,
    },
    addEnquiry,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'enquiry-answers',
      purpose: 'enquiry.answer',
      summary: 'The answer, with what is open next',
      params: ParticipantPath,
      body: AnswerEnquiry,
    },
    answerEnquiry,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'enrolments',
      purpose: 'enrolment.open',
      summary: 'Takes somebody in, with contact person and six weeks',
      params: ParticipantPath,
      body: Enrol,
    },
    enrolParticipant,
  );
}
