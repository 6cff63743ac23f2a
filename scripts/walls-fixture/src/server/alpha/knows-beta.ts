export { beta } from '../beta/beta.ts';
