import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { ShownNumbers } from '../app/shown-numbers.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { type ActProps, may } from './acts.ts';

const whyLocal = [
  { value: 'none-yet', label: m.number_local_none_yet },
  { value: 'not-known', label: m.number_local_not_known },
  { value: 'not-said', label: m.number_local_not_said },
] as const;

/** Which numbers somebody has; the digits when they are asked for, and a way to write one down. */
export function NumberForm({ page, open, done }: ActProps) {
  const kept = page.numbers ?? [];
  return (
    <div className="mv-stack">
      {kept.length === 0 ? <p>{m.number_none()}</p> : <ShownNumbers participantId={page.participantId} />}
      <p className="mv-meta">{m.number_show_logged()}</p>
      {may(page, 'person-number') && <Write page={page} done={done} />}
      {may(page, 'identity') && (
        <div>
          <Button quiet onClick={() => open('to-ganger')}>
            {m.twice_find()}
          </Button>
        </div>
      )}
    </div>
  );
}

function Write({ page: { participantId, numbers = [] }, done }: Pick<ActProps, 'page' | 'done'>) {
  const form = useForm(`person-number ${participantId}`, '');
  const [before] = numbers.filter(({ kind }) => kind === 'birth-number');
  const submit = async () => {
    const number = form.value.trim();
    if (!number) return;
    const path = `/api/people/${participantId}/person-numbers`;
    const saved =
      before === undefined
        ? await form.save(path, { number }, m.number_saved())
        : await form.save(
            `${path}/${before.id}/corrections`,
            { number, supersedes: before.versionId, reason: m.profile_reason() },
            m.number_saved(),
          );
    if (saved) done();
  };
  const giveLocal = async (because: (typeof whyLocal)[number]['value']) => {
    const path = `/api/people/${participantId}/local-numbers`;
    if (await form.save(path, { because }, m.number_saved())) done();
  };
  return (
    <SendForm {...form.frame} submit={before === undefined ? m.save() : m.change()} onSubmit={submit}>
      <TextField
        label={before === undefined ? m.number_add() : m.number_correct()}
        description={m.number_field_note()}
        inputMode="numeric"
        maxLength={30}
        value={form.value}
        onChange={form.change}
        error={form.needed(form.value)}
      />
      {numbers.length === 0 && (
        <div>
          <p className="mv-meta">{m.number_local_note()}</p>
          <div className="mv-row">
            {whyLocal.map(({ value, label }) => (
              <Button key={value} variant="tertiary" onClick={() => giveLocal(value)}>
                {label()}
              </Button>
            ))}
          </div>
        </div>
      )}
    </SendForm>
  );
}
