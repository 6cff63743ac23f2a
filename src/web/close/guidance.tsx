import { m } from '#text/generated/messages.js';
import { Card } from '../ui/card.tsx';

/** Nothing is shared: the same words whatever the reason, or the words would tell it. */
export const Nothing = () => (
  <Card>
    <p>{m.close_nothing()}</p>
    <p className="mv-meta">{m.close_nothing_note()}</p>
  </Card>
);

/** What is good to know for everyone who is close to somebody; says nothing about anyone. */
export function Guidance() {
  return (
    <Card title={m.close_guidance_title()} tone="sand">
      <ul className="close-guidance">
        <li>{m.close_guidance_tell()}</li>
        <li>{m.close_guidance_general()}</li>
        <li>{m.close_guidance_self()}</li>
      </ul>
      <div className="close-emergency">
        <p>
          {m.crisis_danger()} <a href="tel:113">{m.crisis_ring({ number: '113' })}</a>
        </p>
        <p>
          {m.close_doctor()} <a href="tel:116117">{m.crisis_ring({ number: '116 117' })}</a>
        </p>
        <p>
          {m.crisis_talk()} <a href="tel:116123">{m.crisis_ring({ number: '116 123' })}</a>
        </p>
      </div>
    </Card>
  );
}
