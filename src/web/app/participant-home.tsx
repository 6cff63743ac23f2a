import { m } from '#text/generated/messages.js';
import { Heading } from '../ui/heading.tsx';

export function ParticipantHome() {
  return <Heading level={1}>{m.nav_my_plan()}</Heading>;
}
