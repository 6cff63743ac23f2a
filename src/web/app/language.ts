import { useSyncExternalStore } from 'react';
import { baseLocale, isLocale, type Locale, overwriteGetLocale } from '#text/generated/runtime.js';

const storedAs = 'medvandrer-language';

const read = (): Locale => {
  try {
    const stored = localStorage.getItem(storedAs);
    return isLocale(stored) ? stored : baseLocale;
  } catch {
    return baseLocale;
  }
};

let language = read();
const listeners = new Set<() => void>();

overwriteGetLocale(() => language);
document.documentElement.lang = language;

export type { Locale };

export const currentLanguage = (): Locale => language;

export function chooseLanguage(chosen: Locale) {
  language = chosen;
  document.documentElement.lang = chosen;
  try {
    localStorage.setItem(storedAs, chosen);
  } catch {
    // A browser that keeps nothing still speaks the chosen language until it is closed.
  }
  for (const listener of listeners) listener();
}

export const useLanguage = (): Locale =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentLanguage);
