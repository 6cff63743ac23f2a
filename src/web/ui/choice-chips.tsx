import { type InputHTMLAttributes, useId } from 'react';

interface Option<Value extends string> {
  value: Value;
  label: string;
}

interface ChipsProps<Value extends string> {
  legend: string;
  hideLegend?: boolean;
  options: readonly Option<Value>[];
  error?: string | undefined;
}

/** The frame of both: what is asked, what one may choose, and what is missing. */
function Chips<Value extends string>({
  legend,
  hideLegend,
  options,
  error,
  inputOf,
}: ChipsProps<Value> & { inputOf: (value: Value) => InputHTMLAttributes<HTMLInputElement> }) {
  const errorId = useId();
  return (
    <fieldset
      className="mv-chips"
      aria-describedby={error ? errorId : undefined}
      data-invalid={error ? '' : undefined}
    >
      <legend className={hideLegend ? 'mv-visually-hidden' : 'mv-legend'}>{legend}</legend>
      <div className="mv-chips-row">
        {options.map(({ value, label }) => (
          <label key={value} className="mv-chip">
            <input {...inputOf(value)} />
            {label}
          </label>
        ))}
      </div>
      {error && (
        <p id={errorId} className="mv-problem-line" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface ChoiceChipsProps<Value extends string> extends ChipsProps<Value> {
  value: Value | undefined;
  onChange: (value: Value) => void;
}

/** One of several, as large buttons; keyboard behaves as radio buttons do. */
export function ChoiceChips<Value extends string>({ value, onChange, ...chips }: ChoiceChipsProps<Value>) {
  const name = useId();
  return (
    <Chips
      {...chips}
      inputOf={(one) => ({
        type: 'radio',
        name,
        value: one,
        checked: one === value,
        onChange: () => onChange(one),
      })}
    />
  );
}

interface ManyChipsProps<Value extends string> extends ChipsProps<Value> {
  values: readonly Value[];
  onChange: (values: Value[]) => void;
}

/** Any number of several. */
export function ManyChips<Value extends string>({ values, onChange, ...chips }: ManyChipsProps<Value>) {
  const toggled = (value: Value) =>
    values.includes(value) ? values.filter((it) => it !== value) : [...values, value];
  return (
    <Chips
      {...chips}
      inputOf={(one) => ({
        type: 'checkbox',
        checked: values.includes(one),
        onChange: () => onChange(toggled(one)),
      })}
    />
  );
}
