import { m } from '#text/generated/messages.js';
import { toldTitle } from '#text/told.ts';
import { nearDay } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Tag } from '../ui/tag.tsx';
import { may, type TabProps } from './acts.ts';

/** What somebody has been told, and what we owe to tell; people forget, and staff forget to say. */
export function ToldCard({ page, name, open }: TabProps) {
  const { informed: told, now } = page;
  if (!told) return null;
  const owed = told.some(({ state }) => state !== 'told');
  return (
    <Card title={m.told_card({ name })}>
      <p className="mv-meta">{owed ? m.owed_to_tell({ name }) : m.told_card_all({ name })}</p>
      <ul className="mv-consents">
        {told
          .toSorted((a, b) => Number(a.state === 'told') - Number(b.state === 'told'))
          .map(({ code, state, at }) => (
            <li key={code}>
              <div>
                <p>
                  {toldTitle(code)} {state === 'newer' && <Tag tone="sun">{m.told_newer()}</Tag>}
                </p>
                {at && <p className="mv-meta">{m.told_card_at({ day: nearDay(at, now) })}</p>}
              </div>
              {may(page, 'sharing') && (
                <Button
                  variant={state === 'told' ? 'tertiary' : 'secondary'}
                  onClick={() => open('regler', code)}
                  aria-label={`${m.told_tell()}: ${toldTitle(code)}`}
                >
                  {state === 'told' ? m.told_tell_again() : m.told_tell()}
                </Button>
              )}
            </li>
          ))}
      </ul>
    </Card>
  );
}
