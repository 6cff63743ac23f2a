import { useState } from 'react';
import type { LookUpCase } from '#contract/control.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { lastDay, nearMoment } from '../app/dates.ts';
import { ReasonForm } from '../app/reason.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import { ruleName } from './rule-words.ts';

interface CasesProps {
  cases: readonly LookUpCase[];
  now: string;
}

/** Something unusual that a named person finds out about, and says in words. */
export function Cases({ cases, now }: CasesProps) {
  const [closing, setClosing] = useState<LookUpCase>();
  const open = cases.filter(({ closed }) => closed === undefined);
  const closed = cases.filter((one) => one.closed !== undefined);
  return (
    <Card title={m.control_cases()}>
      <p className="mv-meta">{m.control_cases_lead()}</p>
      {open.length === 0 && <EmptyState>{m.control_cases_none()}</EmptyState>}
      <ul className="control-list">
        {open.map((one) => (
          <Case key={one.id} one={one} now={now} onClose={() => setClosing(one)} />
        ))}
      </ul>
      {closed.length > 0 && (
        <Details summary={m.control_cases_closed()}>
          <ul className="control-list">
            {closed.map((one) => (
              <Case key={one.id} one={one} now={now} />
            ))}
          </ul>
        </Details>
      )}
      {closing && (
        <Dialog title={m.case_close()} closeLabel={m.close()} onClose={() => setClosing(undefined)}>
          <ReasonForm
            draft={`case ${closing.id}`}
            label={m.case_close_words()}
            description={m.case_close_note()}
            maxLength={2000}
            submit={m.case_close()}
            savedText={m.case_closed_saved()}
            path={`/api/control/cases/${closing.id}/closings`}
            bodyOf={(words) => ({ words })}
            onSaved={() => setClosing(undefined)}
          >
            <CaseWords one={closing} now={now} />
          </ReasonForm>
        </Dialog>
      )}
    </Card>
  );
}

function Case({ one, now, onClose }: { one: LookUpCase; now: string; onClose?: () => void }) {
  const { dueAt, late, aboutMe, closed, who } = one;
  return (
    <li>
      <CaseWords one={one} now={now} />
      {closed ? (
        <p>{m.case_closed_by({ by: closed.by, moment: nearMoment(closed.at, now), words: closed.words })}</p>
      ) : (
        <Tag tone={late ? 'sun' : 'sand'}>
          {late ? m.case_late({ day: lastDay(dueAt, now) }) : m.case_due({ day: lastDay(dueAt, now) })}
        </Tag>
      )}
      {!closed && aboutMe && <p className="mv-meta">{m.case_about_me()}</p>}
      {!closed && !aboutMe && (
        <div>
          <Button variant="secondary" onClick={onClose} aria-label={`${m.case_close()}: ${who}`}>
            {m.case_close()}
          </Button>
        </div>
      )}
    </li>
  );
}

function CaseWords({ one, now }: { one: LookUpCase; now: string }) {
  const { rule, who, organisation, people, lookUps, from, to } = one;
  return (
    <div>
      <p>
        <strong>{ruleName(rule)}</strong>
      </p>
      <p>
        {who}
        {organisation && <span className="mv-meta"> {organisation}</span>}
      </p>
      <p className="mv-meta">
        {lookUps === 1
          ? m.case_looks_one({ from: nearMoment(from, now) })
          : m.case_looks({ count: lookUps, from: nearMoment(from, now), to: nearMoment(to, now) })}
      </p>
      <p className="mv-meta">{peopleWords(people)}</p>
    </div>
  );
}

const NAMED = 6;

function peopleWords(people: LookUpCase['people']): string {
  const names = people.map(({ name }) => name);
  if (names.length === 1) return names[0] ?? '';
  const shown = names.slice(0, NAMED);
  return m.case_people({
    count: names.length,
    names:
      names.length <= NAMED
        ? listOf(shown)
        : m.case_more({ names: shown.join(', '), count: names.length - NAMED }),
  });
}
