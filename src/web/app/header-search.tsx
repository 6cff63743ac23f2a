import type { ComponentType } from 'react';

/** What stands to the right in a worker’s header. */
export const HeaderSearch: ComponentType | undefined = undefined;
