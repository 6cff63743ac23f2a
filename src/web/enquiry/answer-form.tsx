import type { Enquiries } from '#contract/enquiry.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { given } from '../app/given-name.ts';
import { SendForm } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea } from '../ui/fields.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';

type Session = Enquiries['nextSessions'][number];

interface AnswerFormProps {
  enquiry: {
    id: string;
    participantId: string;
    name: string;
    phone?: string | undefined;
    service: { id: string };
    words: string;
  };
  /** What is open the next days, soonest first. */
  sessions: readonly Session[];
  now: string;
  onSaved: () => void;
}

const offered = 4;

/** The answer goes out with what is open next, so that nobody only waits. */
export function AnswerForm({ enquiry, sessions, now, onSaved }: AnswerFormProps) {
  const open = sessions.filter(({ service }) => service.id === enquiry.service.id).slice(0, offered);
  const textFor = (id: string) =>
    prefilled(
      enquiry.name,
      open.find(({ session }) => session.id === id),
      now,
    );
  const first = open[0]?.session.id ?? '';
  const form = useForm(`answer ${enquiry.id}`, {
    session: first,
    words: textFor(first),
  });
  const { value, change } = form;
  const choose = (session: string) =>
    change({ session, words: value.words === textFor(value.session) ? textFor(session) : value.words });
  const submit = async () => {
    if (!value.words.trim()) return;
    const session = open.find((it) => it.session.id === value.session)?.session;
    const body = {
      enquiryId: enquiry.id,
      words: value.words.trim(),
      ...(session ? { session } : {}),
    };
    const path = `/api/people/${enquiry.participantId}/enquiry-answers`;
    if (await form.save(path, body, m.enquiry_answer_saved({ name: enquiry.name }))) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.enquiry_answer_send()} onSubmit={submit}>
      <blockquote className="mv-own-words">{enquiry.words}</blockquote>
      {enquiry.phone && (
        <p>
          {m.remind_call({ name: given(enquiry.name) })}{' '}
          <PhoneLink
            phone={enquiry.phone}
            label={m.call_someone({ name: enquiry.name, phone: enquiry.phone })}
          />
        </p>
      )}
      {open.length > 0 && (
        <ChoiceChips
          legend={m.enquiry_invite_to()}
          options={[
            ...open.map((it) => ({
              value: it.session.id,
              label: m.enquiry_invite_option({ title: it.title, moment: nearMoment(it.startsAt, now) }),
            })),
            { value: '', label: m.enquiry_invite_none() },
          ]}
          value={value.session}
          onChange={choose}
        />
      )}
      <TextArea
        label={m.enquiry_answer_words()}
        description={m.enquiry_answer_note()}
        rows={6}
        maxLength={2000}
        required
        value={value.words}
        onChange={(words) => form.set({ words })}
        error={form.needed(value.words)}
      />
    </SendForm>
  );
}

function prefilled(name: string, session: Session | undefined, now: string): string {
  const first = given(name);
  if (!session) return m.enquiry_answer_plain({ name: first });
  return m.enquiry_answer_invite({
    name: first,
    title: session.title,
    place: session.place,
    moment: nearMoment(session.startsAt, now),
  });
}
