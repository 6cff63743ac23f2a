import { type ReactNode, useId } from 'react';

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  /** Under the label, read after it. */
  note?: ReactNode;
  disabled?: boolean;
}

export function Checkbox({ checked, onChange, label, note, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <div className="mv-check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {note && (
          <div id={`${id}-note`} className="mv-meta">
            {note}
          </div>
        )}
      </div>
    </div>
  );
}
