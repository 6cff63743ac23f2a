import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { PersonPage } from '#contract/person.ts';
import type { ClosePerson, Preview as Previewed } from '#contract/related.ts';
import type { AskPreview } from '#contract/sharing.ts';
import { m } from '#text/generated/messages.js';
import { postedQuery } from '../app/posted-query.ts';
import { QueryView } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';

interface PreviewProps {
  participantId: string;
  ask: AskPreview;
  name: string;
  Page: ComponentType<{ page: PersonPage }>;
  Close: ComponentType<{ close: ClosePerson }>;
  onBack: () => void;
}

/** One's own page as somebody else gets it: the server answers what it answers them. Nothing can be done from it. */
export function Preview({ participantId, ask, name, Page, Close, onBack }: PreviewProps) {
  const query = useQuery(postedQuery<Previewed>(`/api/people/${participantId}/previews`, ask));
  return (
    <div className="share-preview">
      <Notice>
        <p>
          <b>{ask.topics.length > 0 ? m.preview_would({ name }) : m.preview_now({ name })}</b>
        </p>
        <Button variant="secondary" onClick={onBack}>
          {m.preview_back()}
        </Button>
      </Notice>
      <QueryView query={query}>
        {({ page, close }) => {
          if (close) return <Close close={close} />;
          if (page) return <Page page={{ ...page, may: [] }} />;
          return (
            <Card>
              <p>{m.preview_nothing({ name })}</p>
            </Card>
          );
        }}
      </QueryView>
    </div>
  );
}
