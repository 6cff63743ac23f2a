import { ChildrenOf } from '#web/children/children-of.tsx';
import { EmergenciesOf } from '#web/emergency/emergencies-of.tsx';
import { OpenNow } from '#web/emergency/open-now.tsx';
import { GuardiansOf } from '#web/guardian/guardians-of.tsx';
import { ConfidedOf } from '#web/letter/confided-of.tsx';
import { WayInOf } from '#web/login/way-in-of.tsx';
import { KeptApartFrom } from '#web/merge/kept-apart.tsx';
import { TwiceOf } from '#web/merge/twice-of.tsx';
import { RelatedAskedOf } from '#web/related/related-asked-of.tsx';
import { RightsOf } from '#web/rights/rights-of.tsx';
import { StrengthsOf } from '#web/strengths/strengths-of.tsx';
import { WheelOf } from '#web/wheel/wheel-of.tsx';
import { WishesOf } from '#web/wish/wishes-of.tsx';
import type { OtherCards } from '../person/acts.ts';

/** What other nouns show of a person’s plan. */
export const otherCards: OtherCards = {
  Strengths: ({ page, name, open }) => (
    <StrengthsOf page={page} name={name} onWrite={(id) => open('styrke', id)} />
  ),
  Children: ({ page, name, open }) => (
    <ChildrenOf
      page={page}
      name={name}
      onAsk={() => open('barn-spor')}
      onCard={(id) => open('barn', id)}
      onStep={(id) => open('barn-steg', id)}
    />
  ),
  Guardians: ({ page, open }) => (
    <GuardiansOf page={page} onNote={() => open('mandat')} onEnd={(id) => open('mandat-slutt', id)} />
  ),
  OpenNow: ({ page }) => <OpenNow page={page} />,
  Twice: ({ page }) => (
    <>
      <TwiceOf page={page} />
      <KeptApartFrom page={page} />
    </>
  ),
  Emergencies: ({ page }) => <EmergenciesOf page={page} />,
  Confided: ({ page, name }) => <ConfidedOf page={page} name={name} />,
  RelatedAsked: ({ page, name, open }) => (
    <RelatedAskedOf page={page} name={name} onAsk={() => open('snakke-med')} />
  ),
  Rights: ({ page, name, open }) => (
    <RightsOf
      page={page}
      name={name}
      onAsk={() => open('krav')}
      onAnswer={(requestId) => open('svar-krav', requestId)}
    />
  ),
  WayIn: ({ page, name, open }) => <WayInOf page={page} name={name} onCode={() => open('kode')} />,
  Wheel: ({ page, name, open }) => <WheelOf page={page} name={name} onTalk={() => open('hjulet')} />,
  Wishes: ({ page, name, open }) => (
    <WishesOf
      page={page}
      name={name}
      onWish={() => open('onske')}
      onAnswer={(wishId) => open('svar-onske', wishId)}
    />
  ),
};
