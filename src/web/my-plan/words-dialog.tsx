import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { SameOrOther, useStatement } from '../app/say-what-matters.tsx';
import { SendForm } from '../app/sending.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/fields.tsx';

export function WordsDialog({ plan, onClose }: { plan: MyPlan; onClose: () => void }) {
  const said = useStatement(plan, m.matters_saved(), plan.statement?.words ?? '');
  const words = said.value.words.trim();
  const submit = async () => {
    if (words && (await said.save(words))) onClose();
  };
  return (
    <Dialog title={m.matters_title()} closeLabel={m.close()} onClose={onClose}>
      <SendForm {...said.frame} submit={m.save()} onSubmit={submit} fullWidth>
        <TextArea
          label={m.matters_field()}
          description={m.matters_field_note()}
          value={said.value.words}
          onChange={(text) => said.set({ words: text })}
          maxLength={2000}
          rows={4}
          error={said.needed(words)}
        />
        {plan.statement && <SameOrOther said={said} />}
      </SendForm>
    </Dialog>
  );
}
