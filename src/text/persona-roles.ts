import { m } from './generated/messages.js';
import { lookUp, type Message } from './look-up.ts';

const personaRoleMessages = {
  participant: m.persona_role_participant,
  worker: m.persona_role_worker,
  peer: m.persona_role_peer,
  intake: m.persona_role_intake,
  leader: m.persona_role_leader,
  partner: m.persona_role_partner,
  'related-person': m.role_related_person,
  verge: m.role_verge,
  'user-representative': m.persona_role_user_representative,
  'coordinating-unit': m.persona_role_coordinating_unit,
  auditor: m.persona_role_auditor,
  'system-administrator': m.persona_role_system_administrator,
} satisfies Record<string, Message>;

export const personaRoleText = lookUp(personaRoleMessages);
