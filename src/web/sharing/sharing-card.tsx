import { Link } from '@tanstack/react-router';
import type { MyPlan } from '#contract/plan.ts';
import type { Sharing } from '#contract/sharing.ts';
import { m } from '#text/generated/messages.js';
import { listOf, topicText } from '#text/text.ts';
import { lastDay, longDay, nearMoment } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { takingBack } from '../app/undo.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import { lookUpSentence } from './look-up-words.ts';
import './sharing.css';

/** What is shared, in short; the whole of it, and the ways to change it, are on «Hvem ser hva». */
export function SharingCard({ plan }: { plan: MyPlan }) {
  const latest = plan.lookUps.find((lookUp) => !lookUp.mine);
  return (
    <Card title={m.sharing_title()}>
      <p className="mv-meta">{m.sharing_own_people()}</p>
      {plan.sharing.length === 0 && <EmptyState>{m.sharing_none()}</EmptyState>}
      <ul className="share-list">
        {plan.sharing.map((sharing) => (
          <SharingRow key={sharing.id} plan={plan} sharing={sharing} />
        ))}
      </ul>
      <Link to="/deling" className="share-more mv-no-print">
        {m.who_sees_open()}
      </Link>
      <div>
        {plan.lookUpNews && (
          <p>
            <Tag tone="sun">
              {plan.lookUpNews.code === 'look-ups-week' ? m.look_up_news_week() : m.look_up_news_new()}
            </Tag>
          </p>
        )}
        <p className="mv-meta">
          {latest ? lookUpSentence(latest, nearMoment(latest.at, plan.now)) : m.look_ups_none()}
        </p>
        <Link to="/oppslag" className="share-back mv-no-print">
          {m.look_ups_all()}
        </Link>
      </div>
    </Card>
  );
}

export function SharingRow({ plan, sharing }: { plan: MyPlan; sharing: Sharing }) {
  const { send, busy, error } = useSend();
  const toast = useToast();
  const stop = async () => {
    const all = `/api/people/${plan.participantId}/consents`;
    const { path, body } = takingBack(all, sharing.id, m.sharing_stop_reason());
    if (await send(path, body)) toast({ text: m.sharing_stopped({ recipient: sharing.recipient }) });
  };
  return (
    <li>
      <div>
        <p>
          {sharing.recipient}{' '}
          {sharing.organisation && <span className="mv-meta">{sharing.organisation}, </span>}
          <span className="mv-meta">{listOf(sharing.topics.map((topic) => topicText(topic)))}</span>
        </p>
        <Tag tone="accent">
          {sharing.until
            ? m.sharing_until({ day: lastDay(sharing.until, plan.now) })
            : m.sharing_until_stop()}
        </Tag>
        {sharing.byCode && <p className="mv-meta">{m.sharing_by_code({ who: sharing.byCode.besides })}</p>}
        {sharing.paper && (
          <p className="mv-meta">
            {m.sharing_on_paper({
              day: longDay(sharing.paper.signedDay),
              who: sharing.paper.notedBy,
              kept: sharing.paper.kept,
            })}
          </p>
        )}
      </div>
      <Button
        variant="secondary"
        color="neutral"
        busy={busy}
        onClick={stop}
        aria-label={m.sharing_stop_whom({ recipient: sharing.recipient })}
      >
        {m.sharing_stop()}
      </Button>
      {error && <ProblemNotice error={error} />}
    </li>
  );
}
