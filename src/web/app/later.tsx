import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';

/** A piece that is fetched when it is opened, so that a home on an old phone loads little; nothing stands in its place meanwhile. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  const Piece = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return (props) => (
    <Suspense fallback={null}>
      <Piece {...props} />
    </Suspense>
  );
}
