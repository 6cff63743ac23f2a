import { useState } from 'react';
import type { RelatedPerson } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { relationshipMessages, relationshipText } from '#text/text.ts';
import { capital } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

interface RelatedFormProps {
  participantId: string;
  /** Left out: somebody new. */
  before: RelatedPerson | undefined;
  nameLabel: string;
  takeBackNote: string;
  done: () => void;
}

const digits = /^\+?[0-9 ]{8,19}$/;
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
  const { value, change, done, restored } = useDraft(`related ${participantId} ${before?.versionId ?? ''}`, {
    name: before?.name ?? '',
    relationship: before?.relationship ?? '',
    phone: before?.phone ?? '',
  });
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const name = value.name.trim();
  const phone = value.phone.trim();
  const wrongPhone = phone !== '' && !digits.test(phone);
  const path = `/api/people/${participantId}/related-persons`;

  const submit = async () => {
    setTried(true);
    if (!name || !value.relationship || wrongPhone) return;
    const words = { name, relationship: value.relationship, ...(phone ? { phone } : {}) };
    const saved = await (before
      ? sending.send(`${path}/${before.id}/corrections`, {
          ...words,
          supersedes: before.versionId,
          reason: m.related_rewritten_reason(),
        })
      : sending.send(path, words));
    if (!saved) return;
    done();
    toast({ text: m.related_saved({ name }) });
    close();
  };
  const takeBack = async ({ id, versionId, name: taken }: RelatedPerson) => {
    const saved = await sending.send(`${path}/${id}/withdrawals`, {
      supersedes: versionId,
      reason: m.related_taken_back_reason(),
    });
    if (!saved) return;
    toast({ text: m.related_taken_back({ name: taken }) });
    close();
  };

  return (
    <>
      <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored} fullWidth>
        <TextField
          label={nameLabel}
          description={m.related_name_note()}
          value={value.name}
          maxLength={160}
          onChange={(text) => change({ ...value, name: text })}
          error={tried && !name ? m.field_needed() : undefined}
        />
        <SelectField
          label={m.related_relationship()}
          placeholder={m.sharing_choose()}
          options={relations.map((relation) => ({ value: relation.value, label: relation.label() }))}
          value={value.relationship}
          onChange={(relationship) => change({ ...value, relationship })}
          error={tried && !value.relationship ? m.field_needed() : undefined}
        />
        <TextField
          label={m.related_phone()}
          description={m.related_phone_note()}
          inputMode="tel"
          value={value.phone}
          maxLength={20}
          onChange={(text) => change({ ...value, phone: text })}
          error={tried && wrongPhone ? m.related_phone_wrong() : undefined}
        />
        <p className="mv-meta">{m.related_opens_nothing()}</p>
      </SendForm>
      {before && (
        <div className="mv-stack related-back">
          <p className="mv-meta">{takeBackNote}</p>
          <div>
            <Button variant="secondary" color="neutral" busy={sending.busy} onClick={() => takeBack(before)}>
              {m.related_take_back()}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
