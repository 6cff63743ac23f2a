import { getRouteApi } from '@tanstack/react-router';
import { MinutesPage } from '#web/meeting/minutes-page.tsx';

const minutes = getRouteApi('/referat/$participantId/$meetingId');

/** Its own file: a participant reads the minutes without fetching the workers’ screens. */
export function MinutesScreen() {
  const address = minutes.useParams();
  return <MinutesPage key={address.meetingId} {...address} />;
}
