import { ControlPage } from '../control/control-page.tsx';
import { Reviews } from '../emergency/reviews.tsx';

export const ControlScreen = () => <ControlPage reviews={<Reviews />} />;
