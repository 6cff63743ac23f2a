import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Control } from '#contract/control.ts';
import { m } from '#text/generated/messages.js';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Heading } from '../ui/heading.tsx';
import { Cases } from './cases.tsx';
import { LogSearch } from './log-search.tsx';
import { Questions } from './questions.tsx';
import { Rules } from './rules.tsx';
import './control.css';

/** «Logg og kontroll»: what is to be found out first, then the log itself, then how the rules are set. */
export function ControlPage({ reviews }: { reviews: ReactNode }) {
  const query = useQuery(addressQuery<Control>('/api/control'));
  return (
    <div className="mv-narrow mv-stack">
      <Heading level={1}>{m.nav_control()}</Heading>
      <p>{m.control_lead()}</p>
      <QueryView query={query}>
        {(control) => (
          <>
            <Questions questions={control.questions} now={control.now} />
            {reviews}
            <Cases cases={control.cases} now={control.now} />
            <LogSearch accounts={control.accounts} now={control.now} />
            <Rules rules={control.rules} now={control.now} />
          </>
        )}
      </QueryView>
    </div>
  );
}
