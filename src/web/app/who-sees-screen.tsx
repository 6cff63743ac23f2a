import { useState } from 'react';
import type { PersonPage } from '#contract/person.ts';
import { CloseView } from '../close/close-person.tsx';
import { PersonView } from '../person/person-page.tsx';
import { WhoSeesPage } from '../sharing/who-sees-page.tsx';
import { otherCards } from './person-cards.tsx';

/** «Hvem ser hva», with the pages of a person as others get them. */
export const WhoSeesScreen = () => <WhoSeesPage Page={AsOthersGetIt} Close={CloseView} />;

function AsOthersGetIt({ page }: { page: PersonPage }) {
  const [tab, setTab] = useState<string>();
  return <PersonView page={page} tab={tab} onTab={setTab} cards={otherCards} />;
}
