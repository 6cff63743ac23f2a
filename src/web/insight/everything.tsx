import { useMutation } from '@tanstack/react-query';
import { m } from '#text/generated/messages.js';
import { api } from '../app/api.ts';
import { currentLanguage } from '../app/language.ts';
import { readAgain } from '../app/queries.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';

interface Copy {
  path: string;
  name: string;
}

/** Asked for by us and not by a link, so that a refusal is said here and never saved as a file. */
async function keep({ path, name }: Copy): Promise<void> {
  const address = URL.createObjectURL(await api.file(path));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to save it when this comes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** «Alt om meg»: a copy of everything, as a page or as data. */
export function Everything() {
  const copy = useMutation({ mutationFn: keep, onSuccess: () => readAgain() });
  return (
    <Card title={m.copy_title()}>
      <div className="mv-stack">
        <p>{m.copy_lead()}</p>
        <div className="mv-row">
          <Button
            busy={copy.isPending}
            onClick={() =>
              copy.mutate({
                path: `/api/my-copy/page?language=${currentLanguage()}`,
                name: m.copy_file({ kind: 'html' }),
              })
            }
          >
            {m.copy_read()}
          </Button>
          <Button
            variant="secondary"
            busy={copy.isPending}
            onClick={() => copy.mutate({ path: '/api/my-copy', name: m.copy_file({ kind: 'json' }) })}
          >
            {m.copy_data()}
          </Button>
        </div>
        {copy.error && <ProblemNotice error={copy.error} />}
        {copy.isSuccess && <p role="status">{m.copy_saved()}</p>}
        <p className="mv-meta">{m.copy_care()}</p>
        <p className="mv-meta">
          {m.copy_in_log()} {m.copy_strong()}
        </p>
      </div>
    </Card>
  );
}
