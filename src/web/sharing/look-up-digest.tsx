import type { DigestChoice, MyControl } from '#contract/look-up.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { useToast } from '../ui/toast.tsx';

/** The last week in a few words, and how often one wants to be told. */
export function LookUpDigest({ control, participantId }: { control: MyControl; participantId: string }) {
  const { send, error } = useSend();
  const toast = useToast();
  const choose = async (every: DigestChoice) => {
    if (every === control.digest) return;
    if (await send(`/api/people/${participantId}/look-up-digests`, { every }))
      toast({ text: m.digest_saved() });
  };
  return (
    <Card title={m.look_ups_week()}>
      <div>
        {weekWords(control.week).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className="mv-no-print mv-stack">
        <ChoiceChips
          legend={m.digest_title()}
          options={[
            { value: 'none' as const, label: m.digest_none() },
            { value: 'weekly' as const, label: m.digest_weekly() },
            { value: 'new-person' as const, label: m.digest_new_person() },
          ]}
          value={control.digest}
          onChange={choose}
        />
        <p className="mv-meta">{m.digest_note()}</p>
        {error && <ProblemNotice error={error} />}
      </div>
    </Card>
  );
}

function weekWords({ people, newPeople, refused }: MyControl['week']): string[] {
  if (people === 0) return [m.look_ups_week_none()];
  return [
    people === 1 ? m.look_ups_week_one() : m.look_ups_week_people({ count: people }),
    ...(newPeople.length === 0 ? [] : [m.look_ups_week_new({ names: listOf(newPeople) })]),
    ...(refused === 0 ? [] : [m.look_ups_week_refused()]),
  ];
}
