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
    <>
      <Card title={m.close_guidance_title()} tone="sand">
        <ul className="close-guidance">
          <li>{m.close_guidance_tell()}</li>
          <li>{m.close_guidance_ask()}</li>
          <li>{m.close_guidance_general()}</li>
          <li>{m.close_guidance_silent()}</li>
          <li>{m.close_guidance_self()}</li>
        </ul>
      </Card>
      <Card title={m.close_numbers_title()} tone="sand">
        <ul className="close-emergency">
          <Line words={m.crisis_danger()} number="113" />
          <Line words={m.close_police()} number="112" />
          <Line words={m.close_fire()} number="110" />
          <Line words={m.close_doctor()} number="116 117" />
          <Line words={m.close_relatives_line()} number="90 90 48 48" />
          <Line words={m.close_children_line()} number="116 111" />
          <Line words={m.crisis_talk()} number="116 123" />
        </ul>
      </Card>
    </>
  );
}

const Line = ({ words, number }: { words: string; number: string }) => (
  <li>
    <span>{words}</span> <a href={`tel:${number.replaceAll(' ', '')}`}>{m.crisis_ring({ number })}</a>
  </li>
);
