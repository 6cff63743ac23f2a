import type { AreaTalk } from '#contract/own-words.ts';
import { lifeAreas } from '#domain/plan/life-area.ts';
import { m } from '#text/generated/messages.js';
import { lifeAreaText } from '#text/life-areas.ts';
import { shortDay } from '../app/dates.ts';
import { useSend } from '../app/sending.tsx';
import { useSaved } from '../app/undo.ts';
import { Button } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { Wheel } from '../ui/wheel.tsx';
import './wheel.css';

interface WheelAnswersProps {
  talks: readonly AreaTalk[];
  participantId: string;
  now: string;
  mayWrite: boolean;
  /** Where the page has more on it, the answers in writing are opened by whoever wants them. */
  folded?: boolean;
}

/** The wheel with the person’s own first and latest answers, and the same in writing beside it. */
export function WheelAnswers({ talks, participantId, now, mayWrite, folded }: WheelAnswersProps) {
  const byArea = new Map(talks.map((talk) => [talk.area, talk]));
  const spokes = lifeAreas.map((area) => {
    const talk = byArea.get(area);
    return {
      key: area,
      label: lifeAreaText(area),
      first: talk?.latest ? talk.first.rating : undefined,
      latest: (talk?.latest ?? talk?.first)?.rating,
    };
  });
  const said = lifeAreas.flatMap((area) => byArea.get(area) ?? []);
  const list = (
    <ul className="wheel-answers">
      {said.map((talk) => (
        <li key={talk.area}>
          <div className="wheel-head">
            <h3 className="mv-h3">{lifeAreaText(talk.area)}</h3>
            {mayWrite && <TakeBack talk={talk} participantId={participantId} />}
          </div>
          <dl>
            <Answer label={m.wheel_first()} answer={talk.first} now={now} />
            {talk.latest && <Answer label={m.wheel_latest()} answer={talk.latest} now={now} />}
          </dl>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Wheel spokes={spokes} max={10} title={m.wheel_picture()} />
      <p className="mv-meta wheel-legend" aria-hidden="true">
        <span>{m.wheel_legend_latest()}</span>
        <span>{m.wheel_legend_first()}</span>
      </p>
      {folded ? <Details summary={m.wheel_answers()}>{list}</Details> : list}
    </>
  );
}

function Answer({ label, answer, now }: { label: string; answer: AreaTalk['first']; now: string }) {
  return (
    <div>
      <dt className="mv-meta">
        {label}, {shortDay(answer.at, now)}
      </dt>
      <dd>
        {answer.rating !== undefined && <b>{m.rating_of_ten({ rating: answer.rating })}</b>}
        {answer.words && <p>{m.matters_quote({ words: answer.words })}</p>}
      </dd>
    </div>
  );
}

/** The latest answer is taken away; the one before it holds again. */
function TakeBack({ talk, participantId }: { talk: AreaTalk; participantId: string }) {
  const { send, busy } = useSend();
  const saved = useSaved();
  const { id, rating, words } = talk.latest ?? talk.first;
  const people = `/api/people/${participantId}`;
  const takeBack = async () => {
    const body = { supersedes: id, reason: m.remove_reason() };
    if (!(await send(`${people}/life-area-ratings/${id}/withdrawals`, body))) return;
    const again = {
      area: talk.area,
      ...(rating === undefined ? {} : { rating }),
      ...(words === undefined ? {} : { words }),
    };
    saved(m.removed(), { path: `${people}/conversation-wheels`, body: { areas: [again] } });
  };
  return (
    <Button
      quiet
      className="mv-no-print"
      busy={busy}
      onClick={() => void takeBack()}
      aria-label={m.wheel_remove_of({ area: lifeAreaText(talk.area) })}
    >
      {m.remove()}
    </Button>
  );
}
