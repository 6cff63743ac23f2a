import { DoublesCard } from '#web/merge/doubles-card.tsx';
import { PeoplePage } from '#web/person/people-page.tsx';

export const PeopleScreen = () => (
  <PeoplePage>
    <DoublesCard />
  </PeoplePage>
);
