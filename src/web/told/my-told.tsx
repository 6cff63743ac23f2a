import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import type { Told } from '#contract/told.ts';
import { m } from '#text/generated/messages.js';
import { toldTitle } from '#text/told.ts';
import { nearDay } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Heading } from '../ui/heading.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import { TellForm } from './tell-form.tsx';
import { ToldText } from './told-text.tsx';

type Text = Told['texts'][number];

/** «Dette har jeg fått vite»: who told what and when, the words as they were, and what we owe to tell. */
export function MyTold({ plan }: { plan: MyPlan }) {
  const query = useQuery(addressQuery<Told>(`/api/people/${plan.participantId}/told`));
  const [reading, setReading] = useState<string>();
  const toast = useToast();
  return (
    <div className="mv-stack">
      <Heading level={2}>{m.told_part()}</Heading>
      <p>{m.told_part_lead()}</p>
      <QueryView query={query}>
        {({ texts, now }) =>
          texts.map((text) => (
            <OneText key={text.code} text={text} now={now} onRead={() => setReading(text.code)} />
          ))
        }
      </QueryView>
      {reading && (
        <Dialog title={toldTitle(reading)} closeLabel={m.close()} onClose={() => setReading(undefined)}>
          <TellForm
            participantId={plan.participantId}
            code={reading}
            words={{ sign: m.told_sign_name(), signNote: m.told_sign_note(), done: m.told_have_read() }}
            onSaved={() => {
              setReading(undefined);
              toast({ text: m.told_saved() });
            }}
          />
        </Dialog>
      )}
    </div>
  );
}

function OneText({ text, now, onRead }: { text: Text; now: string; onRead: () => void }) {
  const [last] = text.told;
  return (
    <Card
      title={toldTitle(text.code)}
      aside={text.state === 'newer' && <Tag tone="sun">{m.told_newer()}</Tag>}
    >
      {last ? (
        <>
          <p className="mv-meta">
            {last.by
              ? m.told_by({ name: last.by, day: nearDay(last.at, now) })
              : m.told_read({ day: nearDay(last.at, now) })}{' '}
            {last.signedName && m.told_signed({ name: last.signedName })}
          </p>
          <Details summary={m.told_as_it_was()}>
            <ToldText text={last.words} />
          </Details>
        </>
      ) : (
        <p>{m.told_not_yet()}</p>
      )}
      {text.state !== 'told' && (
        <div className="mv-no-print">
          <Button
            variant="secondary"
            onClick={onRead}
            aria-label={`${m.told_read_now()}: ${toldTitle(text.code)}`}
          >
            {m.told_read_now()}
          </Button>
        </div>
      )}
    </Card>
  );
}
