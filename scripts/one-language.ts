// Builds the screens with the words of one language: nobody reads three at once, and a phone should not fetch them.
import path from 'node:path';
import type { Plugin } from 'vite';
import { root } from './run-tool.ts';
import { SENTENCES } from './text.ts';

const RUNTIME = /[\\/]\.build[\\/]sentences[\\/]runtime\.js$/;
const SENTENCE = /[\\/]\.build[\\/]sentences[\\/]messages[\\/](?!_index)[^\\/]+\.js$/;
const IN_WORDS = /(?:^#text|^\.)\/generated\/(messages|runtime)\.js$/;

/**
 * The text compiler puts the three languages of a sentence, and the choice between them, into one module. Here the
 * choice is already made; the page says it too, so that a screen reader speaks rightly from its first word.
 */
export function oneLanguage(language: string): Plugin {
  return {
    name: 'medvandrer:one-language',
    enforce: 'pre',
    // The same words, compiled to a module for each sentence.
    resolveId(asked) {
      const module = IN_WORDS.exec(asked)?.[1];
      return module === undefined ? null : path.join(root, SENTENCES, `${module}.js`);
    },
    transform(code, id) {
      if (RUNTIME.test(id)) return { code: runtimeIn(code, language), map: null };
      if (SENTENCE.test(id)) return { code: sentenceIn(code, language), map: null };
    },
    transformIndexHtml: (html) => html.replace(/<html lang="\w+">/, `<html lang="${language}">`),
  };
}

const changed = (code: string): Error =>
  new Error(`The text compiler writes its modules in a new way; see scripts/one-language.ts.\n${code}`);

/** The module of one sentence, with the choice made. Fails when the compiler writes something else than it did. */
export function sentenceIn(code: string, language: string): string {
  const choice = /^export const (\w+) = [\s\S]*$/m;
  const name = choice.exec(code)?.[1];
  const own = `${language}_${name}`;
  if (name === undefined || !code.includes(`\nconst ${own} = `)) throw changed(code);
  return code.replace(choice, `export const ${name} = ${own};\n`);
}

/** The compiler's own place for it; its option for this would compile the server's words anew for each language. */
function runtimeIn(code: string, language: string): string {
  const undecided = 'export const experimentalStaticLocale = undefined;';
  if (!code.includes(undecided)) throw changed(code);
  return code.replace(undecided, `export const experimentalStaticLocale = '${language}';`);
}
