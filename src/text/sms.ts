import { m } from './generated/messages.js';
import type { Locale } from './text.ts';

/** What is sent to a phone. It can be read by whoever sees the screen, so it says nothing of whom it comes from or why. */
export const smsText = {
  'login-code': (code: string, locale: Locale) => m.sms_login_code({ code }, { locale }),
  'phone-code': (code: string, locale: Locale) => m.sms_confirm_code({ code }, { locale }),
  'consent-code': (code: string, locale: Locale) => m.sms_confirm_code({ code }, { locale }),
  notice: (locale: Locale) => m.sms_notice({}, { locale }),
};
