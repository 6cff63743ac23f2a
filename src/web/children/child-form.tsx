import type { Child } from '#contract/child.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { isWrongPhone } from '../app/phone.ts';
import { ReasonField } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { takingBack, writing } from '../app/undo.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextField } from '../ui/fields.tsx';

interface ChildFormProps {
  participantId: string;
  now: string;
  /** Left out: a new card. */
  before: Child | undefined;
  /** What the reader says of the child, and of whose it is. */
  labels: { name: string; own: string };
  /** Asked when somebody else than the participant changes the card. */
  whyLabel?: string;
  done: () => void;
}

interface Draft {
  name: string;
  relation: Child['relation'] | '';
  birthDay: string;
  caredBy: string;
  adult: string;
  adultRelation: string;
  adultPhone: string;
  followedBy: string;
  why: string;
}

const draftOf = (child: Child | undefined): Draft => ({
  name: child?.name ?? '',
  relation: child?.relation ?? '',
  birthDay: child?.birthDay ?? '',
  caredBy: child?.caredBy ?? '',
  adult: child?.safeAdult?.name ?? '',
  adultRelation: child?.safeAdult?.relation ?? '',
  adultPhone: child?.safeAdult?.phone ?? '',
  followedBy: child?.followedBy ?? '',
  why: '',
});

/** The card as it is sent: what is empty is left out. */
function cardOf(draft: Draft) {
  const words = (key: string, text: string) => (text.trim() ? { [key]: text.trim() } : {});
  return {
    name: draft.name.trim(),
    relation: draft.relation,
    ...words('birthDay', draft.birthDay),
    ...words('caredBy', draft.caredBy),
    ...words('followedBy', draft.followedBy),
    ...(draft.adult.trim()
      ? {
          safeAdult: {
            name: draft.adult.trim(),
            ...words('relation', draft.adultRelation),
            ...words('phone', draft.adultPhone),
          },
        }
      : {}),
  };
}

/** A card for one child: written, written anew, or taken away. */
export function ChildForm({ participantId, now, before, labels, whyLabel, done }: ChildFormProps) {
  const form = useForm(`child ${participantId} ${before?.versionId ?? ''}`, draftOf(before));
  const { value, set } = form;
  const all = `/api/people/${participantId}/children`;
  const name = value.name.trim();
  const adultUnnamed =
    !value.adult.trim() && (value.adultRelation.trim() !== '' || value.adultPhone.trim() !== '');
  const wrongPhone = isWrongPhone(value.adultPhone);
  const needsWhy = before !== undefined && whyLabel !== undefined;
  const submit = async () => {
    if (!name || !value.relation || adultUnnamed || wrongPhone || (needsWhy && !value.why.trim())) return;
    const why = needsWhy ? value.why.trim() : m.child_rewritten_reason();
    const act = writing(all, before, cardOf(value), why);
    if (await form.save(act.path, act.body, m.child_saved({ name }))) done();
  };
  const field = (key: keyof Draft, label: string, maxLength: number) => ({
    label,
    maxLength,
    value: value[key],
    onChange: (text: string) => set({ [key]: text }),
  });
  return (
    <>
      <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
        <p className="mv-meta">{m.child_add_note()}</p>
        <TextField {...field('name', labels.name, 80)} error={form.needed(value.name)} />
        <ChoiceChips
          legend={m.child_relation()}
          options={[
            { value: 'child', label: labels.own },
            { value: 'sibling', label: m.child_relation_sibling() },
            { value: 'other', label: m.child_relation_other() },
          ]}
          value={value.relation || undefined}
          onChange={(relation) => set({ relation })}
          error={form.chosen(value.relation)}
        />
        <TextField
          {...field('birthDay', m.child_birth_day(), 10)}
          description={m.child_optional()}
          type="date"
          max={now.slice(0, 10)}
        />
        <TextField {...field('caredBy', m.child_cared_by(), 200)} description={m.child_optional()} />
        <TextField
          {...field('adult', m.child_safe_adult(), 120)}
          description={m.child_safe_adult_note()}
          error={form.missing(adultUnnamed, m.child_safe_adult_name_needed())}
        />
        <div className="mv-two">
          <TextField {...field('adultRelation', m.child_safe_adult_relation(), 80)} />
          <TextField
            {...field('adultPhone', m.child_safe_adult_phone(), 20)}
            inputMode="tel"
            error={form.missing(wrongPhone, m.field_phone_wrong())}
          />
        </div>
        <TextField
          {...field('followedBy', m.child_followed_by(), 200)}
          description={m.child_followed_by_note()}
        />
        {needsWhy && (
          <ReasonField
            label={whyLabel}
            value={value.why}
            onChange={(why) => set({ why })}
            error={form.needed(value.why)}
          />
        )}
      </SendForm>
      {before && (
        <TakeAway
          busy={form.frame.sending.busy}
          onTake={async () => {
            const act = takingBack(all, before.id, m.remove_reason());
            const body = { ...act.body, supersedes: before.versionId };
            if (await form.save(act.path, body, m.child_taken_away())) done();
          }}
        />
      )}
    </>
  );
}

const TakeAway = ({ busy, onTake }: { busy: boolean; onTake: () => void }) => (
  <div className="child-away">
    <Button variant="secondary" color="neutral" busy={busy} onClick={onTake}>
      {m.child_take_away()}
    </Button>
  </div>
);
