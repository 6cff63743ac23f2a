import { getRouteApi } from '@tanstack/react-router';
import { TwoRowsPage } from '#web/merge/two-rows-page.tsx';

const route = getRouteApi('/samme-person/$one/$other');

export function TwoRowsScreen() {
  const { one, other } = route.useParams();
  return <TwoRowsPage key={`${one} ${other}`} one={one} other={other} />;
}
