import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Rights, RightsRequest } from '#contract/rights.ts';
import { m } from '#text/generated/messages.js';
import { complaintText } from '#text/insight.ts';
import { usualText } from '#text/rights.ts';
import { problemText } from '../app/problem.ts';
import { addressQuery, useAct } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toast.tsx';
import { RequestForm } from './request-form.tsx';
import { RequestView } from './request-view.tsx';
import './rights.css';

/** The participant asks for something of what stands about them, and reads what came of it. */
export function MyRights({ participantId }: { participantId: string }) {
  const rights = useQuery(addressQuery<Rights>(`/api/people/${participantId}/rights`));
  const [asking, setAsking] = useState(false);
  return (
    <Card title={m.rights_title()}>
      <div className="mv-stack">
        <p>{m.rights_lead()}</p>
        <div>
          <Button variant="secondary" onClick={() => setAsking(true)}>
            {m.rights_ask()}
          </Button>
        </div>
        <QueryView query={rights}>
          {(data) => (
            <>
              {data.requests.map((request) => (
                <Mine key={request.id} request={request} now={data.now} participantId={participantId} />
              ))}
              {asking && (
                <Dialog title={m.rights_ask()} closeLabel={m.close()} onClose={() => setAsking(false)}>
                  <RequestForm
                    participantId={participantId}
                    rights={data}
                    wordsLabel={m.rights_words()}
                    onSaved={() => setAsking(false)}
                  />
                </Dialog>
              )}
            </>
          )}
        </QueryView>
      </div>
    </Card>
  );
}

interface MineProps {
  request: RightsRequest;
  now: string;
  participantId: string;
}

function Mine({ request, now, participantId }: MineProps) {
  const act = useAct();
  const toast = useToast();
  const decided = request.owedBy === undefined;
  const takeBack = () =>
    act
      .mutateAsync({
        path: `/api/people/${participantId}/rights-requests/${request.id}/withdrawals`,
        body: { supersedes: request.versionId, reason: m.rights_taken_back_reason() },
      })
      .then(
        () => toast({ text: m.rights_taken_back() }),
        (error: unknown) => toast({ text: problemText(error) }),
      );
  return (
    <RequestView request={request} now={now} owed={(day) => m.rights_owed({ day })}>
      {decided ? (
        <p className="mv-meta">{m.rights_complain({ to: complaintText(request.complaint) })}</p>
      ) : (
        <>
          {request.kind === 'erase' && <p className="mv-meta">{usualText(request.usual)}</p>}
          <div>
            <Button quiet busy={act.isPending} onClick={takeBack}>
              {m.rights_take_back()}
            </Button>
          </div>
        </>
      )}
    </RequestView>
  );
}
