import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemNotice } from './query-view.tsx';

/** A screen that could not be drawn or fetched: say so, and offer to try again. */
export function RouteProblem({ error }: ErrorComponentProps) {
  return (
    <div className="mv-narrow">
      <ProblemNotice error={error} retry={() => location.reload()} />
    </div>
  );
}
