import type { ComponentType } from 'react';
import type { PersonPage } from '#contract/person.ts';

/** A form about one person: what it needs to know, and what to call when it is saved. */
export interface ActProps {
  page: PersonPage;
  name: string;
  /** What it is about: a goal, a contact, a meeting, a kind. */
  about: string | undefined;
  /** Goes on to another form. */
  open: Open;
  done: () => void;
}
export type ActForm = ComponentType<ActProps>;

/** Forms that belong to other nouns; the one who puts the screens together hands them in. */
export type OtherActs = Record<
  | 'kontakt'
  | 'purret'
  | 'rett'
  | 'trekk'
  | 'versjoner'
  | 'mote'
  | 'forbered'
  | 'svar'
  | 'ta-inn'
  | 'regler'
  | 'papir'
  | 'kode'
  | 'naer'
  | 'snakke-med'
  | 'forelder'
  | 'mandat'
  | 'mandat-slutt'
  | 'barn-spor'
  | 'barn'
  | 'barn-steg'
  | 'om-personen'
  | 'hendelse'
  | 'flytt'
  | 'ta-bort'
  | 'utgaver'
  | 'fortalt'
  | 'ta-tilbake'
  | 'vent'
  | 'tilbake'
  | 'avslutt'
  | 'apne'
  | 'styrke'
  | 'hjulet'
  | 'onske'
  | 'svar-onske'
  | 'krav'
  | 'svar-krav',
  ActForm
>;

/** Opens a form: what to do, and about what. */
export type Open = (act: string, about?: string) => void;

export interface TabProps {
  page: PersonPage;
  name: string;
  open: Open;
}

/** Cards of the plan that belong to other nouns, handed in as forms are. */
export type OtherCards = Record<
  | 'Strengths'
  | 'Wheel'
  | 'Wishes'
  | 'Children'
  | 'RelatedAsked'
  | 'Confided'
  | 'OpenNow'
  | 'Twice'
  | 'Emergencies'
  | 'Guardians'
  | 'Rights'
  | 'WayIn',
  ComponentType<TabProps>
>;

export const may = (page: PersonPage, topic: string): boolean => page.may.includes(topic);
