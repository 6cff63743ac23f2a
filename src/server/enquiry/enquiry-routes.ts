import { AnswerEnquiry, Enquiries, EnquiryReceived, Enrol, ReceiveEnquiry } from '#contract/enquiry.ts';
import { ParticipantPath } from '#contract/shapes.ts';
import { settle } from '../engine/settle.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, ChangeHeaders, changeRoute, once, problems, type Shell } from '../http/shell.ts';
import { answerEnquiry, enrolParticipant, receiveEnquiry } from './enquiry-commands.ts';
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
      asReader(shell, request, { list: 'enquiries.list', as: 'intake' }, async (tx) => {
        const [enquiries, sessions] = await Promise.all([listEnquiries(tx), nextSessions(tx)]);
        return { now: tx.now, enquiries, nextSessions: sessions };
      }),
  );
  app.post(
    '/api/enquiries',
    {
      schema: {
        summary: 'A first contact about somebody',
        body: ReceiveEnquiry,
        headers: ChangeHeaders,
        response: { 201: EnquiryReceived, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const received = await asReader(shell, request, 'nobody', async (tx) => {
        let id: string | undefined;
        const participantId = await once(tx, request, request.body, async () => {
          const enquiry = await receiveEnquiry(tx, request.body);
          await tx.asEngine(() => settle(tx.rows, [enquiry.about]));
          id = enquiry.id;
          return enquiry.about.participantId;
        });
        return { participantId, ...(id === undefined ? {} : { id }) };
      });
      return reply.status(201).send(received);
    },
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
