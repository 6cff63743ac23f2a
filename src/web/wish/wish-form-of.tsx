import { useState } from 'react';
import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { ContactPersonForm } from './contact-person-form.tsx';
import { WishForm } from './wish-form.tsx';

type About = 'anything' | 'contact-person';

interface WishFormOfProps {
  page: PersonPage;
  name: string;
  done: () => void;
}

/** The participant’s wish, written down by somebody who sits beside. */
export function WishFormOf({ page: { participantId }, name, done }: WishFormOfProps) {
  const [about, setAbout] = useState<About>('anything');
  const common = { participantId, savedText: m.wish_saved_of({ name }), onSaved: done };
  return (
    <div className="mv-stack">
      <ChoiceChips<About>
        legend={m.wish_about()}
        options={[
          { value: 'anything', label: m.wish_about_anything() },
          { value: 'contact-person', label: m.wish_about_person() },
        ]}
        value={about}
        onChange={setAbout}
      />
      {about === 'anything' ? (
        <WishForm {...common} label={m.wish_words_of({ name })} />
      ) : (
        <ContactPersonForm {...common} />
      )}
    </div>
  );
}
