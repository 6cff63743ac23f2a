import { m } from '#text/generated/messages.js';
import { Heading } from '../ui/heading.tsx';

export function LookUpsPage() {
  return <Heading level={1}>{m.look_ups_title()}</Heading>;
}
