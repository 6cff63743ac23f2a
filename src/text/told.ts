import { m } from './generated/messages.js';
import type { Locale } from './text.ts';

/** Confidentiality and the rules of the group, as they are read and agreed to. */
export const rulesText = (locale: Locale): string => m.rules_text({}, { locale });
