import { type HTMLInputTypeAttribute, type ReactNode, useId } from 'react';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  description?: ReactNode;
  error?: string | undefined;
  /** The label is still read aloud. */
  hideLabel?: boolean;
  required?: boolean;
  maxLength?: number;
  placeholder?: string;
  autoFocus?: boolean;
  onBlur?: () => void;
  name?: string;
}

interface TextFieldProps extends FieldProps {
  type?: HTMLInputTypeAttribute;
  inputMode?: 'text' | 'tel' | 'numeric' | 'search';
  autoComplete?: string;
  min?: string;
  max?: string;
}

export function TextField({
  type = 'text',
  inputMode,
  autoComplete = 'off',
  min,
  max,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(common) => (
        <input
          {...common}
          type={type}
          inputMode={inputMode}
          autoComplete={autoComplete}
          min={min}
          max={max}
        />
      )}
    </Field>
  );
}

export function TextArea({ rows = 3, ...field }: FieldProps & { rows?: number }) {
  return <Field {...field}>{(common) => <textarea {...common} rows={rows} />}</Field>;
}

interface SelectFieldProps extends FieldProps {
  options: readonly { value: string; label: string }[];
}

export function SelectField({ options, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {({ maxLength: _, placeholder: empty, ...common }) => (
        <select {...common}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface Common {
  id: string;
  className: string;
  name: string | undefined;
  value: string;
  required: boolean | undefined;
  maxLength: number | undefined;
  placeholder: string | undefined;
  autoFocus: boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  onBlur: (() => void) | undefined;
  onChange: (event: { target: { value: string } }) => void;
}

function Field({ children, ...field }: FieldProps & { children: (common: Common) => ReactNode }) {
  const id = useId();
  const noteId = `${id}-note`;
  const errorId = `${id}-error`;
  const described = [field.description ? noteId : '', field.error ? errorId : ''].filter(Boolean).join(' ');
  return (
    <div className="ds-field mv-field">
      <label className={field.hideLabel ? 'mv-visually-hidden' : 'ds-label'} htmlFor={id}>
        {field.label}
      </label>
      {field.description && (
        <p id={noteId} className="mv-field-note">
          {field.description}
        </p>
      )}
      {children({
        id,
        className: 'ds-input',
        name: field.name,
        value: field.value,
        required: field.required,
        maxLength: field.maxLength,
        placeholder: field.placeholder,
        autoFocus: field.autoFocus,
        'aria-describedby': described || undefined,
        'aria-invalid': field.error ? true : undefined,
        onBlur: field.onBlur,
        onChange: (event) => field.onChange(event.target.value),
      })}
      {field.error && (
        <p id={errorId} className="mv-problem-line" role="alert">
          {field.error}
        </p>
      )}
    </div>
  );
}
