import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { between, nearMoment } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { CallOffForm, MoveMeetingForm } from './change-forms.tsx';
import type { MeetingProps } from './meeting-props.ts';

/** A meeting may begin an hour before the time that was agreed. */
const earlyMs = 3_600_000;

/** Before: begin, or give it another time; never without the participant having been asked. */
export function StartCard({ page, table }: MeetingProps) {
  const [opened, setOpened] = useState<'move' | 'call-off'>();
  const close = () => setOpened(undefined);
  const { meeting, now, callMe } = page;
  const early = between(now, meeting.startsAt) > earlyMs;
  const saidNo = table.people.some(
    ({ person, presence }) => person === 'participant' && presence === 'said-no',
  );
  return (
    <Card title={m.meeting_ready()}>
      {saidNo && (
        <Notice tone="wait">
          <p>{m.meeting_said_no({ name: callMe })}</p>
        </Notice>
      )}
      {early ? (
        <p>{m.meeting_not_yet({ moment: nearMoment(meeting.startsAt, now) })}</p>
      ) : (
        <>
          <p>{m.meeting_ready_text()}</p>
          <div>
            <Button onClick={() => table.begin(now)}>{m.meeting_begin()}</Button>
          </div>
        </>
      )}
      <div className="mv-row">
        <Button variant="secondary" onClick={() => setOpened('move')}>
          {m.meeting_move()}
        </Button>
        <Button quiet onClick={() => setOpened('call-off')}>
          {m.meeting_call_off()}
        </Button>
      </div>
      {opened && (
        <Dialog
          title={
            opened === 'move'
              ? m.meeting_move_title({ name: callMe })
              : m.meeting_call_off_title({ name: callMe })
          }
          closeLabel={m.close()}
          onClose={close}
        >
          {opened === 'move' ? (
            <MoveMeetingForm page={page} onSaved={close} />
          ) : (
            <CallOffForm page={page} onSaved={close} />
          )}
        </Dialog>
      )}
    </Card>
  );
}
