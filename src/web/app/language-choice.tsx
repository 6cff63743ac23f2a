import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { useToast } from '../ui/toast.tsx';
import { draftsAreKept } from './draft.ts';
import { currentLanguage, type Locale, rememberLanguage } from './language.ts';

const names: Record<Locale, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** The page is fetched anew in the chosen language; what is typed lies on the device meanwhile. */
export function LanguageChoice() {
  const [shown, show] = useState(currentLanguage());
  const toast = useToast();
  const choose = async (next: Locale) => {
    show(next);
    const reached = await fetch(location.pathname, { method: 'HEAD' }).catch(() => undefined);
    if (!reached) {
      show(currentLanguage());
      return toast({ text: m.problem_offline() });
    }
    // A device without a store for drafts: the browser itself asks before the text goes.
    if (!(await draftsAreKept()))
      addEventListener('beforeunload', (event) => event.preventDefault(), { once: true });
    rememberLanguage(next);
    location.reload();
  };
  return (
    <ChoiceChips
      legend={m.language()}
      options={(['nb', 'nn', 'en'] as const).map((value) => ({ value, label: names[value] }))}
      value={shown}
      onChange={choose}
    />
  );
}
