// Whether the texts are whole: the same keys and the same parameters in every language, none empty.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run-tool.ts';

interface Settings {
  baseLocale: string;
  locales: string[];
  'plugin.inlang.messageFormat': { pathPattern: string | string[] };
}

type Messages = Map<string, unknown>;

const TEXT = path.join(root, 'src/text');

export const projectFolder: string = path.join(TEXT, 'project.inlang');

const readSettings = (): Settings =>
  JSON.parse(readFileSync(path.join(projectFolder, 'settings.json'), 'utf8')) as Settings;

export const languages = (): string[] => readSettings().locales;

/** What is wrong with the texts, one line each. */
export function messageFaults(): string[] {
  const settings = readSettings();
  const faults: string[] = [];
  const read = settings.locales.map((locale) => ({
    locale,
    messages: readMessages(settings, locale, faults),
  }));
  const keys = new Set(read.flatMap(({ messages }) => [...messages.keys()]));
  if (keys.size === 0) faults.push('there is not a single text');
  for (const key of keys) faults.push(...faultsOfKey(key, read));
  return faults;
}

function readMessages(settings: Settings, locale: string, faults: string[]): Messages {
  const messages: Messages = new Map();
  for (const pattern of [settings['plugin.inlang.messageFormat'].pathPattern].flat()) {
    const file = path.join(TEXT, pattern.replace('{locale}', locale));
    if (!existsSync(file)) writeStart(file);
    for (const [key, value] of Object.entries(JSON.parse(readFileSync(file, 'utf8')) as object)) {
      if (key === '$schema') continue;
      if (messages.has(key)) faults.push(`${locale}: "${key}" stands in two files`);
      messages.set(key, value);
    }
  }
  return messages;
}

function writeStart(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '{}\n');
}

function faultsOfKey(key: string, read: { locale: string; messages: Messages }[]): string[] {
  const faults: string[] = [];
  const wanted = parameters(read[0]?.messages.get(key));
  for (const { locale, messages } of read) {
    const value = messages.get(key);
    if (value === undefined) faults.push(`${locale}: "${key}" is missing`);
    else if (isEmpty(value)) faults.push(`${locale}: "${key}" is empty`);
    else if (parameters(value) !== wanted) {
      faults.push(`${locale}: "${key}" takes ${parameters(value) || 'nothing'}, not ${wanted || 'nothing'}`);
    }
  }
  return faults;
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0 || value.some(isEmpty);
  if (typeof value !== 'object' || value === null) return true;
  return 'match' in value && Object.values(value.match as object).some(isEmpty);
}

/** Variants may leave a parameter out, so only plain texts are compared. */
function parameters(value: unknown): string {
  if (typeof value !== 'string') return '';
  return [...new Set(value.match(/\{\w+\}/g) ?? [])].sort().join(' ');
}
