import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { languages } from './messages.ts';
import { sentenceIn } from './one-language.ts';
import { root } from './run-tool.ts';
import { SENTENCES } from './text.ts';

const folder = path.join(root, SENTENCES, 'messages');
const modules = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== '_index.js');
const sentence = (file: string) => readFileSync(path.join(folder, file), 'utf8');

test('every sentence of every language can be had alone, under its own name', () => {
  expect(modules.length).toBeGreaterThan(1_000);
  for (const file of modules) {
    const key = path.basename(file, '.js');
    for (const language of languages())
      expect(sentenceIn(sentence(file), language)).toMatch(
        new RegExp(`export const \\w+ = ${language}_${key};\\n$`, 'i'),
      );
  }
});

test('a compiler that writes otherwise is noticed', () => {
  expect(() => sentenceIn('export const save = () => "Lagre";', 'nb')).toThrow(/writes modules|new way/);
  expect(() => sentenceIn(sentence('save.js'), 'fi')).toThrow(/new way/);
});
