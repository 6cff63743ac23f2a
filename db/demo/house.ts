import type { Book } from './book.ts';
import type { Calendar } from './calendar.ts';
import { idOf } from './ids.ts';
import {
  healthPersonnel,
  municipalities,
  organisations,
  personas,
  presentations,
  type Someone,
  services,
  type WorkerName,
  workers,
} from './people.ts';

/** Ny Start is theirs together. */
export const sharingMunicipalities = ['gjesdal', 'time', 'ha', 'klepp'] as const;

/** Everything that is there before any participant: municipalities, who works where, and the logins. */
export function furnish(book: Book, calendar: Calendar): void {
  for (const municipality of Object.values(municipalities)) book.add('municipality', municipality);
  const jaeren = idOf('cooperation', 'jaeren');
  book.add('cooperation', { id: jaeren, name: 'Interkommunalt ettervern på Jæren' });
  for (const name of sharingMunicipalities) {
    const { id } = municipalities[name];
    book.add('cooperation_grant', { cooperation_id: jaeren, municipality_id: id, valid_from: '2018-01-01' });
  }
  for (const { municipalityId, id, name, kind } of Object.values(organisations)) {
    book.add('organisation', { municipality_id: municipalityId, id, name, kind });
  }
  for (const { municipalityId, id, organisationId, name, neutralName, phone, pathway } of Object.values(
    services,
  )) {
    book.add('service', {
      municipality_id: municipalityId,
      id,
      organisation_id: organisationId,
      name,
      neutral_name: neutralName,
      phone,
      pathway,
    });
  }
  book.add('council_service', {
    municipality_id: organisations.council.municipalityId,
    organisation_id: organisations.council.id,
    service_municipality_id: services.nyStart.municipalityId,
    service_id: services.nyStart.id,
    valid_from: '2020-01-01',
  });
  for (const { id } of Object.values(municipalities))
    book.add('code_way_setting', {
      municipality_id: id,
      id: idOf('code-way', id),
      way: 'sms-code',
      is_on: true,
      because: 'Prøves ut i Ny Start ut året. Vurdert sammen med personvernombudet.',
      set_at: calendar.weekly('2024-01-02T09:00'),
    });
  employ(book, calendar);
}

function employ(book: Book, calendar: Calendar): void {
  const since = calendar.weekly('2021-08-02T08:00');
  for (const [key, { municipalityId, id, organisation, name, phone, roles }] of Object.entries(workers)) {
    book.add('worker', {
      municipality_id: municipalityId,
      id,
      organisation_id: organisations[organisation].id,
      name,
      phone,
      health_personnel: healthPersonnel.includes(key as WorkerName),
      presentation: presentations[key as WorkerName] ?? null,
    });
    for (const role of roles) {
      book.add('worker_role', { municipality_id: municipalityId, worker_id: id, role, valid_from: since });
    }
  }
}

/** Logins come after the participants, because two of them are participants'. */
export function giveLogins(book: Book): void {
  for (const { persona, loginId, name, municipalityId, participant, related, workers: at } of Object.values(
    personas,
  )) {
    book.add('login_user', {
      id: loginId,
      municipality_id: municipalityId,
      name,
      persona,
      participant_id: participant?.participantId ?? null,
      related_to: related?.to.participantId ?? null,
      related_person_id: related?.id ?? null,
    });
    for (const worker of at) {
      book.add('login_worker', {
        login_user_id: loginId,
        municipality_id: worker.municipalityId,
        worker_id: worker.id,
      });
    }
  }
}

/** Logins that nobody is offered: those who write about the many have one, as everybody at work has. */
export function giveUnofferedLogins(book: Book, names: readonly WorkerName[]): void {
  for (const name of names) {
    const { municipalityId, id, name: fullName } = workers[name];
    const loginId = idOf('login', name);
    book.add('login_user', { id: loginId, municipality_id: municipalityId, name: fullName });
    book.add('login_worker', { login_user_id: loginId, municipality_id: municipalityId, worker_id: id });
  }
}

export const welcome = (book: Book, { municipalityId, participantId }: Someone, createdAt: string): void =>
  book.add('participant', { municipality_id: municipalityId, id: participantId, created_at: createdAt });
