import { useQuery } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import type { MyDay } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { ButtonLink } from '../app/button-link.tsx';
import { dayWithWeek } from '../app/dates.ts';
import { ExplainCard } from '../app/explain-card.tsx';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { Handover } from './handover.tsx';
import { NeedRow, WentWellRow } from './need-row.tsx';
import { type Row, rowsOf } from './need-words.ts';
import type { Someone, ToWrite } from './to-write.ts';
import { TodayRow } from './today-row.tsx';
import './my-day.css';

interface MyDayPageProps {
  /** The form for a contact comes from the one who puts the screens together. */
  ContactForm: ComponentType<{
    people: readonly Someone[];
    about?: Someone | undefined;
    kind?: string | undefined;
    now: string;
    onSaved?: () => void;
  }>;
}

const firstRows = 9;
const aDay = 24 * 60 * 60 * 1000;

/** How many rows there are up to the last one that is owed already or within a day: those are never folded away. */
const pressingIn = (rows: readonly Row[], now: string): number =>
  rows.findLastIndex((row) => 'need' in row && Date.parse(row.need.opensAt) - Date.parse(now) < aDay) + 1;

export function MyDayPage({ ContactForm }: MyDayPageProps) {
  const query = useQuery(addressQuery<MyDay>('/api/my-day'));
  const [toWrite, setToWrite] = useState<ToWrite>();
  return (
    <div className="mv-wide">
      <Heading level={1}>{m.nav_my_day()}</Heading>
      <QueryView query={query}>
        {(day) => (
          <div className="mv-day">
            <div className="mv-stack">
              <p className="mv-meta mv-day-summary">{summaryOf(day)}</p>
              {day.letters && <LettersWait count={day.letters} />}
              <ExplainCard asked={day.asked} now={day.now} />
              {day.leaving && <Handover leaving={day.leaving} now={day.now} />}
              <Needs day={day} onWrite={setToWrite} />
              <Today day={day} />
            </div>
            <aside className="mv-day-side">
              <Card title={m.contact_title()}>
                <p className="mv-meta">{m.contact_quick()}</p>
                <ContactForm people={day.people} now={day.now} />
              </Card>
            </aside>
            <div className="mv-thumb mv-no-print">
              <Button onClick={() => setToWrite({})}>{m.contact_title()}</Button>
            </div>
            {toWrite && (
              <Dialog
                title={
                  toWrite.about ? m.contact_title_about({ name: toWrite.about.name }) : m.contact_title()
                }
                closeLabel={m.close()}
                onClose={() => setToWrite(undefined)}
              >
                <ContactForm
                  people={day.people}
                  about={toWrite.about}
                  kind={toWrite.kind}
                  now={day.now}
                  onSaved={() => setToWrite(undefined)}
                />
              </Dialog>
            )}
          </div>
        )}
      </QueryView>
    </div>
  );
}

/** Somebody has written, and nobody has read it yet. */
const LettersWait = ({ count }: { count: number }) => (
  <Card tone="sand">
    <div className="mv-row mv-spread">
      <p>{count === 1 ? m.letters_waiting_one() : m.letters_waiting({ count })}</p>
      <ButtonLink to="/henvendelser" hash="postkassen" variant="secondary">
        {m.letters_open()}
      </ButtonLink>
    </div>
  </Card>
);

function summaryOf({ now, participants, needs }: MyDay): string {
  const open = needs.filter((need) => need.open).length;
  return [
    dayWithWeek(now),
    participants === 1 ? m.day_one_participant() : m.day_participants({ count: participants }),
    open === 0 ? m.day_nobody_waits() : open === 1 ? m.day_one_first() : m.day_first({ count: open }),
  ].join(' · ');
}

function Needs({ day, onWrite }: { day: MyDay; onWrite: (what: ToWrite) => void }) {
  const [all, setAll] = useState(false);
  const rows = rowsOf(day.needs, day.wentWell);
  const shown = all ? rows : rows.slice(0, Math.max(firstRows, pressingIn(rows, day.now)));
  return (
    <section aria-labelledby="needs" className="mv-day-part">
      <h2 id="needs" className="mv-h3">
        {m.day_needs()}
      </h2>
      {rows.length === 0 && <EmptyState>{m.day_needs_none()}</EmptyState>}
      <ul className="mv-rows">
        {shown.map((row) =>
          'need' in row ? (
            <NeedRow
              key={`${row.need.rule} ${row.need.subjectId}`}
              need={row.need}
              now={day.now}
              onWrite={onWrite}
            />
          ) : (
            <WentWellRow
              key={`${row.well.participantId} ${row.well.at} ${row.well.kind}`}
              well={row.well}
              now={day.now}
              onWrite={onWrite}
            />
          ),
        )}
      </ul>
      {shown.length < rows.length && (
        <div>
          <Button variant="secondary" onClick={() => setAll(true)}>
            {m.show_rest({ count: rows.length - shown.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Today({ day }: { day: MyDay }) {
  return (
    <section aria-labelledby="today" className="mv-day-part">
      <h2 id="today" className="mv-h3">
        {m.day_today_title()}
      </h2>
      {day.today.length === 0 && <EmptyState>{m.day_today_none()}</EmptyState>}
      <ul className="mv-rows">
        {day.today.map((item) => (
          <TodayRow key={`${item.kind} ${item.startsAt} ${item.title}`} item={item} />
        ))}
      </ul>
    </section>
  );
}
