import {
  AddLocalNumber,
  AddPersonNumber,
  CorrectPersonNumber,
  ShownNumbers,
} from '#contract/person-number.ts';
import { FactPath, ParticipantPath as params } from '#contract/shapes.ts';
import { isOpen } from '#domain/access/topics.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { Refused } from '../refused.ts';
import { correctNumber, giveLocalNumber, giveNumber } from './number-commands.ts';
import { shownNumbers } from './number-queries.ts';

export function numberRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/people/:participantId/person-numbers',
    {
      schema: {
        summary: 'Somebody’s numbers in plain, when they are asked for',
        params,
        response: { 200: ShownNumbers, ...problems },
      },
    },
    (request) =>
      asReader(
        shell,
        request,
        { person: 'person-number.show', id: request.params.participantId },
        async (tx) => {
          const rows = tx.openings.filter(({ reads }) => isOpen(reads, 'person-number'));
          if (rows.length === 0) throw new Refused('not-found');
          return (await Promise.all(rows.map((about) => shownNumbers(shell, tx, about)))).flat();
        },
      ),
  );
  changeRoute(
    app,
    shell,
    {
      path: 'person-numbers',
      purpose: 'person-number.write',
      summary: 'The number somebody has: fødselsnummer, D-nummer, felles hjelpenummer or DUF',
      params,
      body: AddPersonNumber,
    },
    (tx, about, body) => giveNumber(shell, tx, about, body),
  );
  changeRoute(
    app,
    shell,
    {
      path: 'local-numbers',
      purpose: 'person-number.write',
      summary: 'A number of the municipality’s own, for somebody who has no other',
      params,
      body: AddLocalNumber,
    },
    (tx, about, body) => giveLocalNumber(shell, tx, about, body),
  );
  changeRoute(
    app,
    shell,
    {
      path: 'person-numbers/:id/corrections',
      purpose: 'person-number.write',
      summary: 'The number was written wrong',
      params: FactPath,
      body: CorrectPersonNumber,
    },
    (tx, about, body, path) => correctNumber(shell, tx, about, body, path),
  );
  withdrawRoute(app, shell, {
    path: 'person-numbers',
    purpose: 'person-number.withdraw',
    summary: 'It is not this person’s number',
    table: 'person_number',
  });
}
