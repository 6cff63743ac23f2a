import { m } from '#text/generated/messages.js';
import { shortDay } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { may, type OtherCards, type TabProps } from './acts.ts';
import { Goals } from './goals.tsx';
import { Matters, OwnView } from './matters.tsx';
import { HoldNote, SixWeeks } from './six-weeks.tsx';
import { LastDays } from './timeline.tsx';

/** What there is to build on comes first, then what matters and is planned; beside it how it goes and what is wished for. */
export function PlanTab({ page, name, open, cards }: TabProps & { cards: OtherCards }) {
  const { statement, goals, steps, standings, crisisPlan, events } = page;
  const service = standings?.find(({ week }) => week !== undefined)?.service ?? standings?.[0]?.service;
  const own = statement ?? goals;
  return (
    <div className="mv-person-columns">
      <div className="mv-stack">
        <cards.Strengths page={page} name={name} open={open} />
        {own && (
          <Card title={m.matters_of({ name })}>
            <Matters page={page} name={name} open={open} />
            {goals && <Goals page={page} name={name} open={open} />}
          </Card>
        )}
        <cards.Wheel page={page} name={name} open={open} />
        {steps && steps.length > 0 && (
          <Card title={service ? m.pathway_of({ service }) : m.tab_pathway()}>
            <SixWeeks page={page} />
            <HoldNote page={page} />
          </Card>
        )}
      </div>
      <div className="mv-stack">
        {statement && statement.ratings.length > 0 && (
          <Card title={m.own_view_title({ name })}>
            <OwnView statement={statement} now={page.now} />
          </Card>
        )}
        <cards.Wishes page={page} name={name} open={open} />
        {crisisPlan && (
          <Card
            title={m.tag_crisis_plan()}
            aside={
              may(page, 'crisis-plan') && (
                <Button quiet onClick={() => open('kriseplan')}>
                  {m.change()}
                </Button>
              )
            }
          >
            <dl className="mv-crisis">
              <dt>{m.crisis_signs()}</dt>
              <dd>{crisisPlan.signs}</dd>
              <dt>{m.crisis_helps_them()}</dt>
              <dd>{crisisPlan.helps}</dd>
              <dt>{m.crisis_call_them()}</dt>
              <dd>{crisisPlan.call}</dd>
            </dl>
            <p className="mv-meta">
              {m.crisis_written_at({ day: shortDay(crisisPlan.writtenAt, page.now) })}
            </p>
          </Card>
        )}
        {events && events.length > 0 && (
          <Card title={m.last_days()}>
            <LastDays page={page} name={name} open={open} />
          </Card>
        )}
      </div>
    </div>
  );
}
