import type { Standing } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { stateText } from '#text/text.ts';
import { shortDay } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import { may, type Open, type TabProps } from './acts.ts';

/** Where somebody stands in each service, and what can be done about it. */
export function Standings({ page, open, name }: TabProps) {
  const { standings, enquiries, roles } = page;
  if (!standings) return null;
  const mayEnrol = roles.includes('intake') && may(page, 'status') && standings.length === 0;
  return (
    <Card title={m.standings_title()}>
      {standings.length === 0 && <EmptyState>{m.standings_none({ name })}</EmptyState>}
      <ul className="mv-consents">
        {standings.map((standing) => (
          <li key={standing.enrolmentId}>
            <StandingRow standing={standing} now={page.now} />
            {may(page, 'status') && <StandingActs standing={standing} open={open} />}
          </li>
        ))}
      </ul>
      {mayEnrol && (
        <div>
          <Button onClick={() => open('ta-inn', enquiries?.[0]?.id)}>{m.enquiry_enrol()}</Button>
        </div>
      )}
    </Card>
  );
}

function StandingRow({ standing, now }: { standing: Standing; now: string }) {
  const { service, state, since, week, of } = standing;
  return (
    <div>
      <p>
        <strong>{service}</strong>{' '}
        {week !== undefined && <Tag tone="accent">{m.standing_week({ week, of: of ?? 6 })}</Tag>}
      </p>
      <p className="mv-meta">{m.standing_since({ state: stateText(state), day: shortDay(since, now) })}</p>
    </div>
  );
}

/** What leads on from each state; the first is what one most often does. */
const actsOf: Record<string, { act: string; label: () => string }[]> = {
  paused: [
    { act: 'tilbake', label: m.return_do },
    { act: 'avslutt', label: m.end_do },
  ],
  ended: [{ act: 'apne', label: m.reopen_do }],
  asked: [{ act: 'avslutt', label: m.end_do }],
  declined: [],
};
const underWay = [
  { act: 'vent', label: m.hold_do },
  { act: 'avslutt', label: m.end_do },
];

function StandingActs({ standing, open }: { standing: Standing; open: Open }) {
  const [first, ...rest] = actsOf[standing.state] ?? underWay;
  return (
    <div className="mv-row mv-standing-acts mv-no-print">
      {first && (
        <Button variant="secondary" onClick={() => open(first.act, standing.enrolmentId)}>
          {first.label()}
        </Button>
      )}
      {rest.map(({ act, label }) => (
        <Button key={act} quiet onClick={() => open(act, standing.enrolmentId)}>
          {label()}
        </Button>
      ))}
    </div>
  );
}
