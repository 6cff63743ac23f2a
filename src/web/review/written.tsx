import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextArea } from '../ui/fields.tsx';
import type { ReviewProps } from './review-words.ts';

const questions = [
  { field: 'changed', label: m.review_changed },
  { field: 'helped', label: m.review_helped },
  { field: 'wayOn', label: m.review_way_on },
] as const;

/** What the person says of the weeks: three questions, none of which has to be answered. */
export function Written({ page, words }: ReviewProps) {
  const [writing, setWriting] = useState(false);
  const { written, mayWrite, now } = page;
  if (page.written === undefined && !mayWrite) return null;
  return (
    <Card title={words.ownWords} tone="sand">
      {writing ? (
        <WriteForm page={page} words={words} done={() => setWriting(false)} />
      ) : (
        <>
          {written === undefined && <p>{words.notWritten}</p>}
          {written && (
            <dl className="mv-review-written">
              {questions.map(({ field, label }) =>
                written[field] === undefined ? null : (
                  <div key={field}>
                    <dt>{label()}</dt>
                    <dd>{written[field]}</dd>
                  </div>
                ),
              )}
            </dl>
          )}
          {written && (
            <p className="mv-meta">
              {written.withName
                ? m.review_written_with({ day: nearDay(written.at, now), name: written.withName })
                : m.review_written({ day: nearDay(written.at, now) })}
            </p>
          )}
          {mayWrite && (
            <div className="mv-no-print">
              <Button variant={written ? 'secondary' : 'primary'} onClick={() => setWriting(true)}>
                {written ? words.rewrite : words.write}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}

function WriteForm({ page, words, done }: ReviewProps & { done: () => void }) {
  const { written, participantId } = page;
  const form = useForm(`review ${participantId}`, {
    changed: written?.changed ?? '',
    helped: written?.helped ?? '',
    wayOn: written?.wayOn ?? '',
  });
  const submit = async () => {
    const body = { ...form.value, ...(written ? { supersedes: written.versionId } : {}) };
    if (await form.save(`/api/people/${participantId}/reviews`, body, m.review_saved())) done();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} onCancel={done}>
      <p className="mv-meta">{words.writeNote}</p>
      {questions.map(({ field, label }) => (
        <TextArea
          key={field}
          label={label()}
          value={form.value[field]}
          onChange={(value) => form.set({ [field]: value })}
          maxLength={2000}
          rows={3}
        />
      ))}
    </SendForm>
  );
}
