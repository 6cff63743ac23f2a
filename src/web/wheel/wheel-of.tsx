import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { WheelAnswers } from './wheel-answers.tsx';

interface WheelOfProps {
  page: PersonPage;
  name: string;
  onTalk: () => void;
}

/** How somebody finds it is in each part of life, first and now; asked sitting together. */
export function WheelOf({ page, name, onTalk }: WheelOfProps) {
  const { lifeAreas } = page;
  if (!lifeAreas) return null;
  const mayWrite = page.may.includes('life-areas');
  const talk = mayWrite && (
    <Button quiet onClick={onTalk}>
      {m.wheel_talk()}
    </Button>
  );
  return (
    <Card title={m.wheel_of({ name })} aside={lifeAreas.length > 0 && talk}>
      {lifeAreas.length === 0 ? (
        <EmptyState action={talk}>{m.wheel_none_of({ name })}</EmptyState>
      ) : (
        <>
          <WheelAnswers
            talks={lifeAreas}
            participantId={page.participantId}
            now={page.now}
            mayWrite={mayWrite}
            folded
          />
          <p className="mv-meta">{m.wheel_own_only_of()}</p>
        </>
      )}
    </Card>
  );
}
