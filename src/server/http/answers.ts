// Writes answers by their shape: what a shape does not name never leaves.
import serializers from '@fastify/fast-json-stringify-compiler';
import type { App } from './shell.ts';

/**
 * The code that writes a shape is made when the shape is first answered with. Made for every status of every route at
 * once, it was a third of the start and 40 MB; most of it was for refusals, which are written elsewhere.
 */
export function writeAnswers(app: App): void {
  const compile = serializers()({}, {});
  app.setSerializerCompiler((route) => {
    let write: ((answer: unknown) => string) | undefined;
    return (answer) => {
      write ??= compile({ ...route, httpStatus: route.httpStatus ?? '' });
      return write(answer);
    };
  });
}
