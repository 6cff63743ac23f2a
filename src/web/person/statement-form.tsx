import { m } from '#text/generated/messages.js';
import { SameOrOther, useStatement } from '../app/say-what-matters.tsx';
import { SendForm } from '../app/sending.tsx';
import { TextArea } from '../ui/fields.tsx';
import type { ActProps } from './acts.ts';

/** Written together, in the participant’s own words. */
export function StatementForm({ page, name, done: close }: ActProps) {
  const said = useStatement(page, m.saved(), '');
  const words = said.value.words.trim();
  const submit = async () => {
    if (words && (await said.save(words))) close();
  };
  return (
    <SendForm {...said.frame} submit={m.save()} onSubmit={submit}>
      <TextArea
        label={m.statement_words({ name })}
        description={m.statement_note({ name })}
        rows={4}
        maxLength={2000}
        required
        value={said.value.words}
        onChange={(text) => said.set({ words: text })}
        error={said.needed(words)}
      />
      {page.statement && <SameOrOther said={said} />}
    </SendForm>
  );
}
