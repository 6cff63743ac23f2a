import { createContext } from 'react';

/** The frame of the screen says that there is no network and that what was done is kept; once is enough. */
export const UnsentSaid = createContext(false);
