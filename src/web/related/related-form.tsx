import type { RelatedPerson } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { relationshipMessages, relationshipText } from '#text/text.ts';
import { capital } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { isWrongPhone } from '../app/phone.ts';
import { SendForm } from '../app/sending.tsx';
import { writing } from '../app/undo.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';

interface RelatedFormProps {
  participantId: string;
  /** Left out: somebody new. */
  before: RelatedPerson | undefined;
  nameLabel: string;
  takeBackNote: string;
  done: () => void;
}

const relations = Object.keys(relationshipMessages).map((relationship) => ({
  value: relationship,
  label: () => capital(relationshipText(relationship)),
}));

/** Names somebody close, writes it anew, or takes it back. */
export function RelatedForm({
  participantId,
  before,
  nameLabel,
  takeBackNote,
  done: close,
}: RelatedFormProps) {
  const form = useForm(`related ${participantId} ${before?.versionId ?? ''}`, {
    name: before?.name ?? '',
    relationship: before?.relationship ?? '',
    phone: before?.phone ?? '',
  });
  const { value, set } = form;
  const name = value.name.trim();
  const phone = value.phone.trim();
  const wrongPhone = isWrongPhone(phone);
  const path = `/api/people/${participantId}/related-persons`;

  const submit = async () => {
    if (!name || !value.relationship || wrongPhone) return;
    const words = { name, relationship: value.relationship, ...(phone ? { phone } : {}) };
    const act = writing(path, before, words, m.related_rewritten_reason());
    if (await form.save(act.path, act.body, m.related_saved({ name }))) close();
  };
  const takeBack = async ({ id, versionId, name: taken }: RelatedPerson) => {
    const body = { supersedes: versionId, reason: m.related_taken_back_reason() };
    const text = m.related_taken_back({ name: taken });
    if (await form.save(`${path}/${id}/withdrawals`, body, text)) close();
  };

  return (
    <>
      <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
        <TextField
          label={nameLabel}
          description={m.related_name_note()}
          value={value.name}
          maxLength={160}
          onChange={(text) => set({ name: text })}
          error={form.needed(value.name)}
        />
        <SelectField
          label={m.related_relationship()}
          placeholder={m.sharing_choose()}
          options={relations.map((relation) => ({ value: relation.value, label: relation.label() }))}
          value={value.relationship}
          onChange={(relationship) => set({ relationship })}
          error={form.chosen(value.relationship)}
        />
        <TextField
          label={m.related_phone()}
          description={m.related_phone_note()}
          inputMode="tel"
          value={value.phone}
          maxLength={20}
          onChange={(text) => set({ phone: text })}
          error={form.missing(wrongPhone, m.related_phone_wrong())}
        />
        <p className="mv-meta">{m.related_opens_nothing()}</p>
      </SendForm>
      {before && (
        <div className="mv-stack related-back">
          <p className="mv-meta">{takeBackNote}</p>
          <div>
            <Button
              variant="secondary"
              color="neutral"
              busy={form.frame.sending.busy}
              onClick={() => takeBack(before)}
            >
              {m.related_take_back()}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
