import type { MeetingPage } from '#contract/meeting-page.ts';
import type { Table } from './table.ts';

export interface MeetingProps {
  page: MeetingPage;
  /** The page as it is with what is on its way. */
  table: Table;
}
