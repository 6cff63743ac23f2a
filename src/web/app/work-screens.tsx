import { getRouteApi } from '@tanstack/react-router';
import type { Letter } from '#contract/letter.ts';
import { EnquiriesPage } from '#web/enquiry/enquiries-page.tsx';
import { ReceiveForm } from '#web/enquiry/receive-form.tsx';
import { GroupsPage } from '#web/group/groups-page.tsx';
import { SessionPage } from '#web/group/session-page.tsx';
import { LetterBox } from '#web/letter/letter-box.tsx';
import { MeetingPage } from '#web/meeting/meeting-page.tsx';
import { StatusPage } from '#web/overview/status-page.tsx';
import { PersonField } from '#web/person/person-field.tsx';

import { ReviewOpening, ReviewPage } from '#web/review/review-page.tsx';

const meeting = getRouteApi('/mote/$participantId/$meetingId');
const enquiries = getRouteApi('/henvendelser');
const review = getRouteApi('/seks-uker/$participantId');
const status = getRouteApi('/status/$municipalityId/$id');
const groups = getRouteApi('/grupper');
const groupSession = getRouteApi('/gruppe/$municipalityId/$id');

export function MeetingScreen() {
  const address = meeting.useParams();
  return (
    <MeetingPage
      key={address.meetingId}
      {...address}
      lookBack={<ReviewOpening participantId={address.participantId} />}
    />
  );
}

export function EnquiriesScreen() {
  return (
    <EnquiriesPage
      answering={enquiries.useSearch().svar}
      letters={<LetterBox PersonField={PersonField} Receive={ReceiveLetter} />}
    />
  );
}

/** Somebody close who asks for help themself is received as anybody is, with what they wrote. */
const ReceiveLetter = ({ letter, now, onSaved }: { letter: Letter; now: string; onSaved: () => void }) => (
  <ReceiveForm today={now} source="relative" letter={letter} onSaved={onSaved} />
);

export function SessionScreen() {
  const address = groupSession.useParams();
  return <SessionPage key={address.id} {...address} PersonField={PersonField} />;
}

export function GroupsScreen() {
  return <GroupsPage day={groups.useSearch().uke} />;
}

export function StatusScreen() {
  const address = status.useParams();
  const { fra, til } = status.useSearch();
  const navigate = status.useNavigate();
  return (
    <StatusPage
      key={address.id}
      {...address}
      from={fra}
      to={til}
      onPeriod={(from, to) => navigate({ search: { fra: from, til: to }, replace: true, resetScroll: false })}
    />
  );
}

export function ReviewScreen() {
  const { participantId } = review.useParams();
  return <ReviewPage key={participantId} participantId={participantId} />;
}
