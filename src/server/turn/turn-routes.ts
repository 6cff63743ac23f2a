import { FactPath, ParticipantPath } from '#contract/shapes.ts';
import { AddWords, CorrectLifeEvent, LifeEventVersions, Tell, WriteLifeEvent } from '#contract/turn.ts';
import { refuseOthersWords } from '../db/versions.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { found } from '../refused.ts';
import { correctLifeEvent, writeLifeEvent } from './life-event-commands.ts';
import { addWords, tellOf } from './telling-commands.ts';
import { lifeEventVersions } from './turn-queries.ts';

export function turnRoutes(app: App, shell: Shell): void {
  tellingRoutes(app, shell);
  changeRoute(
    app,
    shell,
    {
      path: 'life-events',
      purpose: 'life-event.write',
      summary: 'A turn in somebody’s life, behind or ahead',
      params: ParticipantPath,
      body: WriteLifeEvent,
    },
    writeLifeEvent,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'life-events/:id/corrections',
      purpose: 'life-event.correct',
      summary: 'The day is moved, or the rest put right, with the reason',
      params: FactPath,
      body: CorrectLifeEvent,
    },
    correctLifeEvent,
  );
  withdrawRoute(app, shell, {
    path: 'life-events',
    purpose: 'life-event.withdraw',
    summary: 'It did not happen, and will not; it stays in the history',
    table: 'life_event',
    unless: (tx, about, factId) => refuseOthersWords(tx, 'life_event', about, factId),
  });
  app.get(
    '/api/people/:participantId/life-events/:id/versions',
    {
      schema: {
        summary: 'Every version of one life event',
        params: FactPath,
        response: { 200: LifeEventVersions, ...problems },
      },
    },
    (request) => {
      const { participantId, id } = request.params;
      return asReader(shell, request, { look: 'life-event.versions', ids: [participantId] }, async (tx) => {
        const versions = await lifeEventVersions(tx, found(tx.openings[0]), id);
        found(versions[0]);
        return versions;
      });
    },
  );
}

function tellingRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'tellings',
      purpose: 'telling.add',
      summary: 'The participant tells of a hard day, or has told it to the contact person',
      params: ParticipantPath,
      body: Tell,
    },
    tellOf,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'tellings/:id/words',
      purpose: 'telling.words',
      summary: 'Words to what was told, afterwards',
      params: FactPath,
      body: AddWords,
    },
    addWords,
  );
  withdrawRoute(app, shell, {
    path: 'tellings',
    purpose: 'telling.withdraw',
    summary: 'The one who told it takes it back',
    table: 'relapse_note',
    ownOnly: true,
  });
}
