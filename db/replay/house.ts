import type { Book } from '#db/demo/book.ts';
import type { PersonaName } from '#db/demo/ids.ts';
import { idOf } from '#db/demo/ids.ts';
import { municipalities, organisations, personas, services, workers } from '#db/demo/people.ts';

const here = [municipalities.gjesdal, municipalities.time, municipalities.ha, municipalities.klepp];
const staff = [workers.ola, workers.siren, workers.anne, workers.christer, workers.christerNyStart];
const logins: readonly PersonaName[] = ['ola', 'siren', 'anne', 'christer'];

/** The four municipalities of Jæren and the one service they share, with those of the demonstration who work in it. */
export function furnishNyStart(book: Book, since: string): void {
  const jaeren = idOf('cooperation', 'jaeren');
  book.add('cooperation', { id: jaeren, name: 'Interkommunalt ettervern på Jæren' });
  for (const municipality of here) {
    book.add('municipality', municipality);
    book.add('cooperation_grant', {
      cooperation_id: jaeren,
      municipality_id: municipality.id,
      valid_from: since.slice(0, 10),
    });
  }
  for (const { municipalityId, id, name, kind } of [organisations.nyStart, organisations.noLimitation])
    book.add('organisation', { municipality_id: municipalityId, id, name, kind });
  const { municipalityId, id, organisationId, name, neutralName, phone, pathway } = services.nyStart;
  book.add('service', {
    municipality_id: municipalityId,
    id,
    organisation_id: organisationId,
    name,
    neutral_name: neutralName,
    phone,
    pathway,
  });
  for (const worker of staff) {
    const place = { municipality_id: worker.municipalityId, worker_id: worker.id };
    book.add('worker', {
      municipality_id: worker.municipalityId,
      id: worker.id,
      organisation_id: organisations[worker.organisation].id,
      name: worker.name,
      phone: worker.phone,
    });
    for (const role of worker.roles) book.add('worker_role', { ...place, role, valid_from: since });
  }
  for (const persona of logins) logIn(book, persona);
}

function logIn(book: Book, persona: PersonaName): void {
  const { loginId, name, municipalityId, workers: at } = personas[persona];
  book.add('login_user', { id: loginId, municipality_id: municipalityId, name, persona });
  for (const worker of at) {
    book.add('login_worker', {
      login_user_id: loginId,
      municipality_id: worker.municipalityId,
      worker_id: worker.id,
    });
  }
}
