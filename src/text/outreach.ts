import { m } from './generated/messages.js';
import { lookUp, type Message } from './look-up.ts';

export const outreachMessages = {
  met: m.outreach_met,
  'not-met': m.outreach_not_met,
  called: m.outreach_called,
  'message-left': m.outreach_message_left,
} satisfies Record<string, Message>;

/** What came of an attempt outside. */
export const outreachText = lookUp(outreachMessages);
