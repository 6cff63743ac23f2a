import './combobox.css';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';

export interface ComboboxOption {
  value: string;
  label: string;
  note?: string | undefined;
}

interface ComboboxProps {
  label: string;
  hideLabel?: boolean;
  placeholder?: string;
  text: string;
  onText: (text: string) => void;
  /** What fits the text, best first. */
  options: readonly ComboboxOption[];
  onChoose: (option: ComboboxOption) => void;
  /** Shown when something is typed and nothing fits. */
  emptyText?: string | undefined;
  error?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
}

/** Type a few letters, choose with arrows and Enter, or with a finger. */
export function Combobox({ options, text, onText, onChoose, emptyText, ...field }: ComboboxProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const shown = open && options.length > 0;
  const at = Math.min(active, options.length - 1);
  const choose = (option: ComboboxOption) => {
    setOpen(false);
    onChoose(option);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = options[at];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive(shown ? (at + step + options.length) % options.length : 0);
    } else if (event.key === 'Enter' && shown && option) {
      event.preventDefault();
      choose(option);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className="ds-field mv-field mv-combobox">
      <label className={field.hideLabel ? 'mv-visually-hidden' : 'ds-label'} htmlFor={id}>
        {field.label}
      </label>
      <input
        ref={field.inputRef}
        id={id}
        className="ds-input"
        role="combobox"
        autoComplete="off"
        placeholder={field.placeholder}
        value={text}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${id}-${at}` : undefined}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.error ? `${id}-error` : undefined}
        onChange={(event) => {
          setActive(0);
          setOpen(true);
          onText(event.target.value);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={field.label} className="mv-options" hidden={!shown}>
        {options.map((option, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input’s, by aria-activedescendant
          <div
            key={option.value}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            <span>{option.label}</span>
            {option.note && <span className="mv-meta">{option.note}</span>}
          </div>
        ))}
      </div>
      {open && text && options.length === 0 && emptyText && (
        <p className="mv-meta" role="status">
          {emptyText}
        </p>
      )}
      {field.error && (
        <p id={`${id}-error`} className="mv-problem-line" role="alert">
          {field.error}
        </p>
      )}
    </div>
  );
}

const plain = (text: string) =>
  text
    .toLocaleLowerCase('nb')
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '');

/** Those whose name, or a part of it, begins with what is typed. */
export function matching<Option extends ComboboxOption>(options: readonly Option[], text: string): Option[] {
  const typed = plain(text.trim());
  const fits = ({ label }: Option) =>
    plain(label).startsWith(typed) ||
    plain(label)
      .split(/[\s,-]+/)
      .some((part) => part.startsWith(typed));
  return (typed === '' ? [...options] : options.filter(fits)).slice(0, 8);
}
