import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlaceJoined } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { sessionQuery } from '../app/queries.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

/** For those who work: one more place by the code one was given there, with the same login. */
export function JoinPlace() {
  const session = useQuery(sessionQuery).data;
  const client = useQueryClient();
  const sending = useSend<PlaceJoined>();
  const toast = useToast();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  if (!session || session.workers.length === 0) return null;
  const join = async () => {
    if (code.trim() === '') return;
    const joined = await sending.send('/api/my-logins/invitation-uses', { code });
    if (joined === undefined) return;
    setCode('');
    setTried(false);
    toast({ text: m.join_place_done({ name: joined.organisation }) });
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
  };
  return (
    <Card title={m.join_place_title()}>
      <p>{m.join_place_now({ names: listOf(session.workers.map(({ organisation }) => organisation)) })}</p>
      <SendForm
        sending={sending}
        submit={m.join_place_add()}
        variant="secondary"
        onTry={() => setTried(true)}
        onSubmit={join}
      >
        <p>{m.join_place_text()}</p>
        <TextField
          label={m.login_newcomer_code()}
          description={m.login_newcomer_code_note()}
          value={code}
          onChange={setCode}
          maxLength={40}
          error={tried && code.trim() === '' ? m.field_needed() : undefined}
        />
      </SendForm>
    </Card>
  );
}
