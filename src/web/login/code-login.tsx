import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { api } from '../app/api.ts';
import { CodeForm } from '../app/code-form.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Heading } from '../ui/heading.tsx';

interface CodeLoginProps {
  onDone: () => Promise<unknown>;
  onBack: () => void;
  /** Codes are sent to phones here. */
  sms: boolean;
  /** The demonstration has a phone that shows what is sent. */
  demo: boolean;
}

/** In by a code: one that a worker has given, or one that comes to the agreed number. */
export function CodeLogin({ onDone, onBack, sms, demo }: CodeLoginProps) {
  const [from, setFrom] = useState<'worker' | 'sms'>('worker');
  return (
    <section className="mv-stack">
      <Heading level={2}>{m.login_code_title()}</Heading>
      {sms && (
        <ChoiceChips
          legend={m.login_code_from()}
          options={[
            { value: 'worker', label: m.login_code_from_worker() },
            { value: 'sms', label: m.login_code_from_sms() },
          ]}
          value={from}
          onChange={setFrom}
        />
      )}
      {sms && from === 'sms' ? (
        <BySms onDone={onDone} demo={demo} />
      ) : (
        <CodeForm
          label={m.login_code_field()}
          note={m.login_code_field_note()}
          submit={m.login_code_enter()}
          send={async (code) => {
            await api.post('/api/login/code-uses', { code });
            await onDone();
          }}
        >
          <p className="mv-meta">{m.login_code_none()}</p>
        </CodeForm>
      )}
      <div>
        <Button variant="tertiary" onClick={onBack}>
          {m.login_newcomer_back()}
        </Button>
      </div>
    </section>
  );
}

/** The number first, then what came to it. Whether the number is known is not said, to anybody. */
function BySms({ onDone, demo }: Pick<CodeLoginProps, 'onDone' | 'demo'>) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <CodeForm
        key="phone"
        digits="phone"
        label={m.login_phone_field()}
        note={m.login_phone_field_note()}
        submit={m.login_phone_send()}
        send={async (phone) => {
          await api.post('/api/login/phone-codes', { phone });
          setAsked(true);
        }}
      />
    );
  return (
    <CodeForm
      key="code"
      digits="code"
      label={m.login_digits_field()}
      note={m.login_digits_field_note()}
      submit={m.login_code_enter()}
      lead={
        <div role="status">
          <p>{m.login_phone_sent()}</p>
        </div>
      }
      send={async (code) => {
        await api.post('/api/login/phone-code-uses', { code });
        await onDone();
      }}
    >
      {demo && (
        <p>
          <a href="/demo-telefon" target="_blank" rel="noreferrer">
            {m.demo_phone_open()}
          </a>
        </p>
      )}
      <p className="mv-meta">{m.login_phone_not_come()}</p>
      <div>
        <Button variant="tertiary" onClick={() => setAsked(false)}>
          {m.login_phone_again()}
        </Button>
      </div>
    </CodeForm>
  );
}
