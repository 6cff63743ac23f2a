import type { Meeting, PersonPage } from '#contract/person.ts';

export interface MeetingProps {
  page: PersonPage;
  meeting: Meeting;
}
