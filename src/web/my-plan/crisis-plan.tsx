import { type FormEvent, useState } from 'react';
import type { CrisisPlan, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { shortDay } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { StrengthsBeside } from '../app/strengths-beside.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import { type CrisisPlanWords, usePlanActs } from './acts.ts';

const parts: { key: keyof CrisisPlanWords; label: () => string; max: number }[] = [
  { key: 'signs', label: m.crisis_signs, max: 2000 },
  { key: 'helps', label: m.crisis_helps, max: 2000 },
  { key: 'call', label: m.crisis_call, max: 1000 },
];

export function CrisisDialog({ plan, onClose }: { plan: MyPlan; onClose: () => void }) {
  const [writing, setWriting] = useState(false);
  return (
    <Dialog title={m.crisis_button()} closeLabel={m.close()} onClose={onClose}>
      <div className="mv-stack">
        {writing ? (
          <CrisisForm plan={plan} onDone={() => setWriting(false)} />
        ) : (
          <CrisisWords written={plan.crisisPlan} now={plan.now} onWrite={() => setWriting(true)} />
        )}
        <Emergency />
      </div>
    </Dialog>
  );
}

/** Numbers that answer around the clock, as links that call. */
export function Emergency() {
  return (
    <div className="plan-emergency">
      <p>
        {m.crisis_danger()} <a href="tel:113">{m.crisis_ring({ number: '113' })}</a>
      </p>
      <p>
        {m.crisis_talk()} <a href="tel:116123">{m.crisis_ring({ number: '116 123' })}</a>
      </p>
      <p className="mv-meta">{m.crisis_always_open()}</p>
    </div>
  );
}

function CrisisWords({
  written,
  now,
  onWrite,
}: {
  written: CrisisPlan | undefined;
  now: string;
  onWrite: () => void;
}) {
  if (!written) {
    return (
      <>
        <p>{m.crisis_empty()}</p>
        <Button color="berry" onClick={onWrite}>
          {m.crisis_write()}
        </Button>
      </>
    );
  }
  return (
    <>
      {parts.map(
        ({ key, label }) =>
          written[key] && (
            <section key={key}>
              <h3 className="mv-h3">{label()}</h3>
              <p className="plan-lines">{written[key]}</p>
            </section>
          ),
      )}
      <p className="mv-meta">{m.crisis_written({ day: shortDay(written.writtenAt, now) })}</p>
      <div>
        <Button variant="secondary" color="berry" onClick={onWrite}>
          {m.change()}
        </Button>
      </div>
    </>
  );
}

function CrisisForm({ plan, onDone }: { plan: MyPlan; onDone: () => void }) {
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const before = plan.crisisPlan;
  const draft = useDraft<CrisisPlanWords>('crisis-plan', {
    signs: before?.signs ?? '',
    helps: before?.helps ?? '',
    call: before?.call ?? '',
  });
  const [problem, setProblem] = useState<unknown>();
  const words = draft.value;
  const empty = !words.signs.trim() && !words.helps.trim() && !words.call.trim();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (empty) return;
    try {
      await acts.writeCrisisPlan(words, before?.id);
    } catch (error) {
      return setProblem(error);
    }
    draft.done();
    toast({ text: m.crisis_saved() });
    onDone();
  };
  return (
    <form className="mv-stack" onSubmit={save} noValidate>
      {draft.restored && <p className="mv-meta">{m.draft_restored()}</p>}
      <StrengthsBeside strengths={plan.strengths} only={['has-helped', 'who-is-there', 'how-to-meet-me']} />
      {parts.map(({ key, label, max }) => (
        <TextArea
          key={key}
          label={label()}
          value={words[key]}
          onChange={(value) => draft.change({ ...words, [key]: value })}
          maxLength={max}
        />
      ))}
      {problem !== undefined && <ProblemNotice error={problem} kept />}
      <div className="mv-row">
        <Button type="submit" color="berry" busy={acts.pending} disabled={empty}>
          {m.save()}
        </Button>
        <Button variant="tertiary" color="neutral" onClick={onDone}>
          {m.cancel()}
        </Button>
      </div>
    </form>
  );
}
