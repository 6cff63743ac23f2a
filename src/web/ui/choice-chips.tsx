import { useId } from 'react';

interface Option<Value extends string> {
  value: Value;
  label: string;
}

interface ChoiceChipsProps<Value extends string> {
  legend: string;
  hideLegend?: boolean;
  options: readonly Option<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
}

/** One of several, as large buttons; keyboard behaves as radio buttons do. */
export function ChoiceChips<Value extends string>({
  legend,
  hideLegend,
  options,
  value,
  onChange,
}: ChoiceChipsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="mv-chips">
      <legend className={hideLegend ? 'mv-visually-hidden' : 'mv-legend'}>{legend}</legend>
      <div className="mv-chips-row">
        {options.map((option) => (
          <label key={option.value} className="mv-chip">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ManyChipsProps<Value extends string> {
  legend: string;
  options: readonly Option<Value>[];
  values: readonly Value[];
  onChange: (values: Value[]) => void;
}

/** Any number of several. */
export function ManyChips<Value extends string>({
  legend,
  options,
  values,
  onChange,
}: ManyChipsProps<Value>) {
  const toggled = (value: Value) =>
    values.includes(value) ? values.filter((it) => it !== value) : [...values, value];
  return (
    <fieldset className="mv-chips">
      <legend className="mv-legend">{legend}</legend>
      <div className="mv-chips-row">
        {options.map((option) => (
          <label key={option.value} className="mv-chip">
            <input
              type="checkbox"
              checked={values.includes(option.value)}
              onChange={() => onChange(toggled(option.value))}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
