import { ContactVersions, CorrectContact, LogContact } from '#contract/contact.ts';
import { FactPath, ParticipantPath } from '#contract/shapes.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { found } from '../refused.ts';
import { correctContact, logContact } from './contact-commands.ts';
import { contactVersions } from './contact-queries.ts';

export function contactRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'contacts',
      purpose: 'contact.log',
      summary: 'A meeting, call, visit or walk',
      params: ParticipantPath,
      body: LogContact,
    },
    logContact,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'contacts/:id/corrections',
      purpose: 'contact.correct',
      summary: 'A new version, with the reason',
      params: FactPath,
      body: CorrectContact,
    },
    correctContact,
  );
  withdrawRoute(app, shell, {
    path: 'contacts',
    purpose: 'contact.withdraw',
    summary: 'Takes it back; it stays in the history',
    table: 'contact',
    ownOnly: true,
  });
  app.get(
    '/api/people/:participantId/contacts/:id/versions',
    {
      schema: {
        summary: 'Every version of one contact',
        params: FactPath,
        response: { 200: ContactVersions, ...problems },
      },
    },
    (request) => {
      const { participantId, id } = request.params;
      return asReader(shell, request, { look: 'contact.versions', ids: [participantId] }, async (tx) => {
        const versions = await contactVersions(tx, found(tx.openings[0]), id);
        found(versions[0]);
        return versions;
      });
    },
  );
}
