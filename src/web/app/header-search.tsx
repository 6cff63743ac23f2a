import { FindPerson } from '#web/person/find-person.tsx';

/** What stands to the right in a worker’s header. */
export const HeaderSearch = FindPerson;
