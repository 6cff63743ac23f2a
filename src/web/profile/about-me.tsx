import type { Profile } from '#contract/profile.ts';
import { m } from '#text/generated/messages.js';
import { ShownNumbers } from '../app/shown-numbers.tsx';
import { Card } from '../ui/card.tsx';
import { ProfileForm } from './profile-form.tsx';

interface AboutMeProps {
  plan: { participantId: string; profile?: Profile };
}

/** The participant's own line: what one is called, and the number one answers. */
export function AboutMe({ plan: { participantId, profile } }: AboutMeProps) {
  if (profile === undefined) return null;
  return (
    <>
      <Card title={m.profile_title()}>
        <p>{m.profile_lead()}</p>
        <ProfileForm
          key={profile.versionId}
          participantId={participantId}
          profile={profile}
          onSaved={() => undefined}
        />
      </Card>
      <Card title={m.number_title()}>
        <p>{m.number_own_note()}</p>
        <ShownNumbers participantId={participantId} />
      </Card>
    </>
  );
}
