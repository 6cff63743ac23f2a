import { m } from './generated/messages.js';
import { lookUp, type Message } from './look-up.ts';

const kindMessages = {
  'birth-number': m.number_kind_birth_number,
  'd-number': m.number_kind_d_number,
  'help-number': m.number_kind_help_number,
  'common-help-number': m.number_kind_common_help_number,
  duf: m.number_kind_duf,
  local: m.number_kind_local,
} satisfies Record<string, Message>;

export const numberKindText = lookUp(kindMessages);
