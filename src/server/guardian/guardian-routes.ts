import { NoteMandate } from '#contract/guardian.ts';
import { ParticipantPath } from '#contract/shapes.ts';
import { refuseOthersWords } from '../db/versions.ts';
import { type App, changeRoute, type Shell, withdrawRoute } from '../http/shell.ts';
import { noteMandateOf } from './guardian-commands.ts';

export function guardianRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'mandates',
      purpose: 'mandate.note',
      summary: 'A guardian’s mandate: what it covers, from when to when, and which document was seen',
      params: ParticipantPath,
      body: NoteMandate,
    },
    noteMandateOf,
  );
  // The county governor ends a mandate, not the one it is about; what they noted themself they take back.
  withdrawRoute(app, shell, {
    path: 'mandates',
    purpose: 'mandate.end',
    summary: 'The mandate has ended; the guardian’s way in closes at once',
    table: 'mandate',
    unless: (tx, about, factId) => refuseOthersWords(tx, 'mandate', about, factId),
  });
}
