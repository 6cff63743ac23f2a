import type { MyPlan } from '#contract/plan.ts';
import type { Preview } from '#contract/related.ts';
import { workers } from '#db/demo/people.ts';
import { type Answer, type House, pageOf, type Visitor } from '../test-house.ts';

export const ref = ({ municipalityId, id }: { municipalityId: string; id: string }) => ({
  municipalityId,
  id,
});

/** What Rune does with what is his: opens to somebody, closes, and looks with their eyes. */
export interface Doors {
  rune(): Visitor;
  close(body: object): Promise<Answer>;
  open(id: string): Promise<Answer>;
  give(body: object): Promise<Answer>;
  stop(id: string): Promise<Answer>;
  preview(body: object): Promise<Answer<Preview>>;
  /** Doors that a test has closed are opened again, so that the next one meets the house as it was. */
  openAll(): Promise<void>;
}

export function doorsIn(house: () => House): Doors {
  const rune = () => house().as('rune');
  const open = (id: string) =>
    rune().post(pageOf('rune', `closed-doors/${id}/withdrawals`), {
      supersedes: id,
      reason: 'vil ha hjelp igjen',
    });
  return {
    rune,
    open,
    close: (body) => rune().post(pageOf('rune', 'closed-doors'), body),
    give: (body) => rune().post(pageOf('rune', 'consents'), { language: 'nb', ...body }),
    stop: (id) =>
      rune().post(pageOf('rune', `consents/${id}/withdrawals`), { supersedes: id, reason: 'stopp' }),
    preview: (body) => rune().post<Preview>(pageOf('rune', 'previews'), body),
    openAll: async () => {
      const { body } = await rune().get<MyPlan>('/api/my-plan');
      for (const { id, to } of body.closedDoors) if (to !== workers.helga.name) await open(id);
    },
  };
}
