export { shape } from '../../contract/shape.ts';
export { beta } from '../../server/beta/beta.ts';
export { delta } from '../delta/delta.ts';
