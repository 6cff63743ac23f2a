import { startHouses } from './houses.ts';

/** One process with houses for the whole run. */
export default startHouses;
