import { getRouteApi } from '@tanstack/react-router';
import { ClosePersonPage } from '#web/close/close-person.tsx';

const route = getRouteApi('/delt-med-meg/$participantId');

export const ClosePersonScreen = () => {
  const { participantId } = route.useParams();
  return <ClosePersonPage key={participantId} participantId={participantId} />;
};
