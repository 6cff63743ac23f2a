export function Spinner() {
  return <span className="mv-spinner" aria-hidden="true" />;
}

const lineKeys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Grey lines while something is on its way; `label` is what a screen reader says. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div className="mv-skeleton" role="status" aria-label={label}>
      {lineKeys.slice(0, lines).map((key) => (
        <span key={key} />
      ))}
    </div>
  );
}
