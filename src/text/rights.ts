import { m } from './generated/messages.js';
import { lookUp, type Message } from './look-up.ts';

export const rightsKindMessages = {
  correct: m.rights_kind_correct,
  erase: m.rights_kind_erase,
  restrict: m.rights_kind_restrict,
  object: m.rights_kind_object,
} satisfies Record<string, Message>;

export const rightsKindText = lookUp(rightsKindMessages);

export const usualText = lookUp({
  yes: m.rights_usual_yes,
  assessed: m.rights_usual_assessed,
  no: m.rights_usual_no,
} satisfies Record<string, Message>);
