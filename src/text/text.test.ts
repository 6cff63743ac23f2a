import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contactKinds } from '../contract/contact.ts';
import { enquirySources } from '../contract/enquiry.ts';
import { outreachOutcomes } from '../contract/outreach.ts';
import { refusals } from '../contract/refusals.ts';
import { relationships } from '../contract/related.ts';
import { accessRoles } from '../domain/access/roles.ts';
import { topics } from '../domain/access/topics.ts';
import { outreachMessages } from './outreach.ts';
import { purposeText } from './purposes.ts';
import { refusalMessages, refusalText } from './refusals.ts';
import { stepText } from './steps.ts';
import {
  contactKindMessages,
  localeFrom,
  relationshipMessages,
  roleMessages,
  sourceMessages,
  topicMessages,
} from './text.ts';

const folder = new URL('./messages/', import.meta.url);
const messagesIn = (file: string) =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>;
const files = readdirSync(folder).filter((file) => file.endsWith('nb.json'));

test.each(files)('every message of %s is in every language, with the same gaps to fill', (file) => {
  const gaps = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
  const bokmål = messagesIn(file);
  for (const locale of ['nn', 'en']) {
    const other = messagesIn(file.replace('nb.json', `${locale}.json`));
    expect(Object.keys(other).sort()).toEqual(Object.keys(bokmål).sort());
    for (const key of Object.keys(bokmål))
      expect([key, gaps(other[key] ?? '')]).toEqual([key, gaps(bokmål[key] ?? '')]);
  }
});

test('every code that a contract or a rule can name has its words', () => {
  expect(Object.keys(refusalMessages).sort()).toEqual(Object.keys(refusals).sort());
  expect(Object.keys(topicMessages).sort()).toEqual([...topics].sort());
  expect(Object.keys(roleMessages).sort()).toEqual([...accessRoles].sort());
  expect(Object.keys(contactKindMessages).sort()).toEqual([...contactKinds].sort());
  expect(Object.keys(relationshipMessages).sort()).toEqual([...relationships].sort());
  expect(Object.keys(outreachMessages).sort()).toEqual([...outreachOutcomes].sort());
  expect(Object.keys(sourceMessages).sort()).toEqual([...enquirySources].sort());
});

test('a sentence comes in the language that is asked for', () => {
  expect(refusalText('not-found', 'en')).toMatch(/^We cannot find/);
  expect(refusalText('not-found', 'nn')).toMatch(/^Vi finn/);
  expect(refusalText('not-found')).toMatch(/^Vi finner/);
});

test('an unknown code shows itself, and an unknown purpose has a general sentence', () => {
  expect(stepText('something-newer')).toBe('something-newer');
  expect(purposeText('something-newer', 'nb')).toBe('så på noe i planen din');
});

test('the reader’s language is the first of ours', () => {
  expect(localeFrom('nn-NO,nb;q=0.8')).toBe('nn');
  expect(localeFrom('no,en')).toBe('nb');
  expect(localeFrom('fr-FR, en;q=0.5')).toBe('en');
  expect(localeFrom(undefined)).toBe('nb');
});
