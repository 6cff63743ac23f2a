import { m } from '#text/generated/messages.js';
import { ReasonForm } from '../app/reason.tsx';

interface TakeBackProps {
  participantId: string;
  /** What is taken back: its collection in the address, its id and the version that was seen. */
  what: 'life-events' | 'tellings';
  factId: string;
  versionId: string;
  words: string;
  onSaved: () => void;
}

/** Takes away a life event or something that was told to one, with the reason. It stays in the history. */
export const TakeBack = ({ participantId, what, factId, versionId, words, onSaved }: TakeBackProps) => (
  <ReasonForm
    draft={`take-back ${factId}`}
    path={`/api/people/${participantId}/${what}/${factId}/withdrawals`}
    bodyOf={(reason) => ({ supersedes: versionId, reason })}
    label={m.turn_withdraw_why()}
    description={m.contact_correct_note()}
    submit={m.turn_withdraw()}
    savedText={m.turn_withdrawn()}
    onSaved={onSaved}
  >
    <p>{words}</p>
  </ReasonForm>
);
