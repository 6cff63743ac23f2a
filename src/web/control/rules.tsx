import { useState } from 'react';
import type { RuleSetting } from '#contract/control.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import { Tag } from '../ui/tag.tsx';
import { ruleName, ruleNumbers } from './rule-words.ts';

/** How each rule is set, and by whom. */
export function Rules({ rules, now }: { rules: readonly RuleSetting[]; now: string }) {
  const [changing, setChanging] = useState<RuleSetting>();
  return (
    <Card title={m.control_rules()}>
      <p className="mv-meta">{m.control_rules_lead()}</p>
      <ul className="control-rules">
        {rules.map((rule) => (
          <li key={rule.rule} className="control-rule">
            <div>
              <p>
                {ruleName(rule.rule)}{' '}
                <Tag tone={rule.on ? 'accent' : 'neutral'}>
                  {rule.on ? m.control_rule_on() : m.control_rule_off()}
                </Tag>
              </p>
              <p className="mv-meta">
                {[
                  ruleNumbers[rule.rule]?.said(rule),
                  rule.setBy &&
                    rule.setAt &&
                    m.control_rule_set_by({ by: rule.setBy, moment: nearMoment(rule.setAt, now) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Button
              variant="secondary"
              color="neutral"
              onClick={() => setChanging(rule)}
              aria-label={`${m.control_rule_change()}: ${ruleName(rule.rule)}`}
            >
              {m.control_rule_change()}
            </Button>
          </li>
        ))}
      </ul>
      {changing && (
        <Dialog title={ruleName(changing.rule)} closeLabel={m.close()} onClose={() => setChanging(undefined)}>
          <RuleForm setting={changing} onSaved={() => setChanging(undefined)} />
        </Dialog>
      )}
    </Card>
  );
}

function RuleForm({ setting, onSaved }: { setting: RuleSetting; onSaved: () => void }) {
  const { rule } = setting;
  const numbers = ruleNumbers[rule];
  const form = useForm(`rule ${rule}`, {
    on: setting.on ? 'on' : 'off',
    limit: String(setting.limit),
    within: String(setting.within),
  });
  const { value, set } = form;
  const isNumber = (text: string) => /^[0-9]{1,4}$/.test(text.trim());
  const ready = isNumber(value.limit) && isNumber(value.within);
  const save = async () => {
    const body = { rule, on: value.on === 'on', limit: Number(value.limit), within: Number(value.within) };
    if (ready && (await form.save('/api/control/rules', body, m.control_rule_saved()))) onSaved();
  };
  const field = (part: 'limit' | 'within') =>
    numbers && (
      <TextField
        label={numbers[part]()}
        inputMode="numeric"
        value={value[part]}
        onChange={(text) => set({ [part]: text })}
        error={form.missing(!isNumber(value[part]), m.control_number_needed())}
      />
    );
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={save}>
      <ChoiceChips
        legend={ruleName(rule)}
        options={[
          { value: 'on', label: m.control_rule_on() },
          { value: 'off', label: m.control_rule_off() },
        ]}
        value={value.on}
        onChange={(on) => set({ on })}
      />
      {field('limit')}
      {field('within')}
    </SendForm>
  );
}
