import type { Locale } from './generated/runtime.js';

/** A sentence in the reader’s language, or in the one that is asked for (the server asks). */
export type Message = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;

export const say = (message: Message, locale: Locale | undefined): string =>
  message({}, locale ? { locale } : {});

/** Codes come as plain text from the server; one that is newer than this page is shown as it is. */
export const lookUp =
  (messages: Record<string, Message>, otherwise?: Message) =>
  (code: string, locale?: Locale): string => {
    const message = Object.hasOwn(messages, code) ? messages[code] : otherwise;
    return message ? say(message, locale) : code;
  };
