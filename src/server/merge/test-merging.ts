import type { PersonPage } from '#contract/person.ts';
import { organisations } from '#db/demo/people.ts';
import { type Answer, type House, nyStart } from '../test-house.ts';

export const at = (id: string, part = ''): string => `/api/people/${id}${part === '' ? '' : `/${part}`}`;

/** What those who put two rows together do, in a house that may not be open yet. */
export interface Merging {
  met(who: object, by?: string): Promise<string>;
  pageFor(persona: string, id: string): Promise<PersonPage>;
  merge(persona: string, stands: string, otherId: string, more?: object): Promise<Answer>;
  split(persona: string, one: string, otherId: string, id: string): Promise<Answer>;
}

export const mergingIn = (house: () => House): Merging => ({
  /** Somebody NAV writes to Ny Start about, once more: those who take in there see both. */
  met: async (who, by = 'kari') => {
    const { said, body } = await house()
      .as(by)
      .post<{ participantId: string }>('/api/enquiries', {
        home: organisations.navTime.municipalityId,
        service: nyStart,
        source: 'nav',
        words: 'Vil ha noen å snakke med.',
        otherPerson: true,
        ...who,
      });
    if (said !== '201') throw new Error(`the enquiry was refused: ${said}`);
    return body.participantId;
  },
  pageFor: async (persona, id) => (await house().as(persona).get<PersonPage>(at(id))).body,
  merge: (persona, stands, otherId, more = {}) =>
    house()
      .as(persona)
      .post(at(stands, 'merges'), {
        otherId,
        askedBy: 'participant',
        reason: 'Samme nummer, og han sier det selv.',
        ...more,
      }),
  split: (persona, one, otherId, id) =>
    house()
      .as(persona)
      .post(at(one, `merges/${id}/splits`), { otherId, reason: 'Det var to personer likevel.' }),
});
