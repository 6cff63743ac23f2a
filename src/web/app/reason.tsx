import type { ReactNode } from 'react';
import { TextArea } from '../ui/fields.tsx';
import { useForm } from './form.ts';
import { SendForm } from './sending.tsx';

interface ReasonFieldProps {
  label: string;
  description?: string;
  maxLength?: number;
  value: string;
  onChange: (reason: string) => void;
  error: string | undefined;
}

/** Why something is changed or taken back. It is always needed, and stands with what was changed. */
export const ReasonField = ({ maxLength = 500, ...field }: ReasonFieldProps) => (
  <TextArea rows={2} required maxLength={maxLength} {...field} />
);

interface ReasonFormProps extends Pick<ReasonFieldProps, 'label' | 'description' | 'maxLength'> {
  /** Name of the draft. */
  draft: string;
  submit: string;
  savedText: string;
  path: string;
  bodyOf: (reason: string) => object;
  onSaved: () => void;
  /** What one is about to do, and to what. */
  children: ReactNode;
}

/** An act that asks for nothing but the reason: called off, taken back, ended. */
export function ReasonForm(props: ReasonFormProps) {
  const { draft, submit, savedText, path, bodyOf, onSaved, children, ...field } = props;
  const form = useForm(draft, '');
  const reason = form.value.trim();
  const send = async () => {
    if (reason && (await form.save(path, bodyOf(reason), savedText))) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={submit} onSubmit={send}>
      {children}
      <ReasonField {...field} value={form.value} onChange={form.change} error={form.needed(form.value)} />
    </SendForm>
  );
}
