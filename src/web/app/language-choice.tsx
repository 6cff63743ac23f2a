import { m } from '#text/generated/messages.js';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { chooseLanguage, type Locale, useLanguage } from './language.ts';

const names: Record<Locale, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

export function LanguageChoice() {
  const language = useLanguage();
  return (
    <ChoiceChips
      legend={m.language()}
      options={(['nb', 'nn', 'en'] as const).map((value) => ({ value, label: names[value] }))}
      value={language}
      onChange={chooseLanguage}
    />
  );
}
