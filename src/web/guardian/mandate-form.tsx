import type { Mandate } from '#contract/guardian.ts';
import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { capital } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { ReasonForm } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { ManyChips } from '../ui/choice-chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { scopeMessages } from './mandate-words.ts';

type Scope = Mandate['scopes'][number];
interface Draft {
  who: string;
  scopes: Scope[];
  document: string;
  from: string;
  until: string;
}
const empty: Draft = { who: '', scopes: [], document: '', from: '', until: '' };
const scopes = Object.keys(scopeMessages) as Scope[];

/** Notes a guardian’s mandate from a document one has seen. */
export function MandateForm({ page, done: close }: { page: PersonPage; done: () => void }) {
  const form = useForm<Draft>(`mandate ${page.participantId}`, empty);
  const { value, set } = form;
  const submit = async () => {
    const { who, document, from, until } = value;
    if (!who || value.scopes.length === 0 || !document.trim()) return;
    const body = {
      relatedPersonId: who,
      scopes: value.scopes,
      document,
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
    };
    if (await form.save(`/api/people/${page.participantId}/mandates`, body, m.mandate_saved())) close();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <p className="mv-meta">{m.mandate_lead()}</p>
      <SelectField
        label={m.mandate_who()}
        description={m.mandate_who_note()}
        placeholder={m.field_choose()}
        options={(page.related ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={value.who}
        onChange={(who) => set({ who })}
        error={form.chosen(value.who)}
      />
      <ManyChips
        legend={m.mandate_scopes()}
        options={scopes.map((scope) => ({ value: scope, label: capital(scopeMessages[scope]()) }))}
        values={value.scopes}
        onChange={(chosen) => set({ scopes: chosen })}
        error={form.chosen(value.scopes.length > 0)}
      />
      <TextField
        label={m.mandate_document()}
        description={m.mandate_document_note()}
        maxLength={200}
        value={value.document}
        onChange={(document) => set({ document })}
        error={form.needed(value.document)}
      />
      <div className="mv-pair">
        <TextField
          label={m.mandate_from()}
          description={m.mandate_from_note()}
          type="date"
          value={value.from}
          onChange={(from) => set({ from })}
        />
        <TextField
          label={m.mandate_last_day()}
          description={m.mandate_last_day_note()}
          type="date"
          min={value.from}
          value={value.until}
          onChange={(until) => set({ until })}
        />
      </div>
    </SendForm>
  );
}

interface EndProps {
  page: PersonPage;
  id: string | undefined;
  done: () => void;
}

export function EndMandateForm({ page, id, done }: EndProps) {
  const mandate = page.mandates?.find((one) => one.id === id);
  if (!mandate) return <EmptyState>{m.mandate_gone()}</EmptyState>;
  return (
    <ReasonForm
      draft={`mandate end ${mandate.id}`}
      label={m.mandate_end_why()}
      submit={m.mandate_end()}
      savedText={m.mandate_ended({ name: mandate.name })}
      path={`/api/people/${page.participantId}/mandates/${mandate.id}/withdrawals`}
      bodyOf={(reason) => ({ supersedes: mandate.versionId, reason })}
      onSaved={done}
    >
      <p>{m.mandate_end_lead({ name: mandate.name })}</p>
    </ReasonForm>
  );
}
