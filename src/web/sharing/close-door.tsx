import type { WhoSees } from '#contract/sharing.ts';
import { m } from '#text/generated/messages.js';
import { topicText } from '#text/text.ts';
import { capital } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { ChoiceChips, ManyChips } from '../ui/choice-chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';

/** To whom, and what they see now; to everyone when nobody is named. */
export type Closing = Pick<WhoSees['people'][number], 'topics'> & Partial<WhoSees['people'][number]>;

interface CloseDoorProps {
  participantId: string;
  closing: Closing;
  onClose: () => void;
}

export function CloseDoor({ participantId, closing, onClose }: CloseDoorProps) {
  const { name, to, roles = [] } = closing;
  const everyone = name === undefined;
  // Of one who sees nothing there is no part to choose: it is all or nothing.
  const seesNothing = closing.topics.length === 0;
  const only = everyone ? 'some' : seesNothing ? 'all' : undefined;
  const form = useForm(`door ${participantId}`, { how: only ?? '', topics: [] as string[] });
  const { value, set } = form;
  const some = value.how === 'some';
  const ready = value.how === 'all' || value.topics.length > 0;
  const who = name ?? m.door_everyone();

  const submit = async () => {
    if (!ready) return;
    const body = { ...to, topics: some ? value.topics : 'everything' };
    if (await form.save(`/api/people/${participantId}/closed-doors`, body, m.door_closed({ name: who })))
      onClose();
  };
  return (
    <Dialog
      title={everyone ? m.door_close_all() : m.door_close_for({ name: who })}
      closeLabel={m.close()}
      onClose={onClose}
    >
      <SendForm {...form.frame} submit={m.door_close_now()} onSubmit={submit} fullWidth>
        {only === undefined && (
          <ChoiceChips
            legend={m.door_what()}
            options={[
              { value: 'all', label: m.door_what_all() },
              { value: 'some', label: m.door_what_some() },
            ]}
            value={value.how}
            onChange={(how) => set({ how })}
            error={form.chosen(value.how)}
          />
        )}
        {some && (
          <ManyChips
            legend={m.door_which()}
            options={closing.topics.map((topic) => ({ value: topic, label: capital(topicText(topic)) }))}
            values={value.topics}
            onChange={(topics) => set({ topics })}
            error={form.chosen(value.topics.length > 0)}
          />
        )}
        {value.how === 'all' && roles.includes('contact-person') && (
          <Notice>{m.door_contact_person({ name: who })}</Notice>
        )}
        {only === 'all' && (
          <p>
            {m.door_sees_nothing({ name: who })} {to?.worker && m.door_also_in_emergency()}
          </p>
        )}
        {only !== 'all' && <p>{everyone ? m.door_means_all() : m.door_means({ name: who })}</p>}
      </SendForm>
    </Dialog>
  );
}
