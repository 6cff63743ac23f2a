import {
  baseLocale,
  experimentalStaticLocale,
  isLocale,
  type Locale,
  overwriteGetLocale,
} from '#text/generated/runtime.js';

/** The server reads it to choose the page; it holds the language and nothing else. */
const cookie = 'medvandrer-language';
const yearSeconds = 31_536_000;

function fromCookie(): Locale {
  const language = new RegExp(`(?:^|; )${cookie}=(\\w+)`).exec(document.cookie)?.[1];
  return isLocale(language) ? language : baseLocale;
}

/** Built screens speak one language (scripts/one-language.ts); while one works on them, Vite hands out all. */
const language: Locale = experimentalStaticLocale ?? fromCookie();
overwriteGetLocale(() => language);
document.documentElement.lang = language;

export type { Locale };

export const currentLanguage = (): Locale => language;

/** From the next page on: its words are fetched with it, and no others. */
export function rememberLanguage(next: Locale): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is younger than the phones it would have to work on.
  document.cookie = `${cookie}=${next}; path=/; max-age=${yearSeconds}; samesite=lax${secure}`;
}
