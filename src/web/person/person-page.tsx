import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PersonPage as Person } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { FoundView } from '../app/found-view.tsx';
import { addressQuery } from '../app/queries.ts';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AccessTab } from './access-tab.tsx';
import type { ActForm, Open, OtherActs, OtherCards, TabProps } from './acts.ts';
import { ownActs } from './own-acts.ts';
import { PathwayTab } from './pathway-tab.tsx';
import { PersonHeader } from './person-header.tsx';
import { PlanTab } from './plan-tab.tsx';
import { TeamTab } from './team-tab.tsx';
import { Timeline } from './timeline.tsx';
import './person.css';
import './plan.css';

export interface PersonPageProps {
  participantId: string;
  tab: string | undefined;
  act: string | undefined;
  about: string | undefined;
  onTab: (tab: string) => void;
  /** Without an act: whatever is open closes. */
  onAct: (act?: string, about?: string) => void;
  otherActs: OtherActs;
  otherCards: OtherCards;
}

export function PersonPage(props: PersonPageProps) {
  const query = useQuery(addressQuery<Person>(`/api/people/${props.participantId}`));
  return <FoundView query={query}>{(page) => <Page {...props} page={page} />}</FoundView>;
}

type TabId = 'plan' | 'oppfolging' | 'nettverk' | 'forlop' | 'tilgang';

/** Only tabs that have something the reader may see. */
function tabsOf(page: Person): { id: TabId; label: string }[] {
  const plan = page.statement ?? page.goals ?? page.crisisPlan;
  const team = page.team ?? page.related ?? page.children;
  const access = page.sharing ?? page.rights ?? page.emergencies;
  const pathway = page.standings ?? page.meetings ?? page.enquiries;
  return [
    ...(plan ? [{ id: 'plan' as const, label: m.tab_plan() }] : []),
    ...(page.events?.length || page.may.includes('follow-up')
      ? [{ id: 'oppfolging' as const, label: m.tab_follow_up() }]
      : []),
    ...(team ? [{ id: 'nettverk' as const, label: m.tab_network() }] : []),
    ...(pathway ? [{ id: 'forlop' as const, label: m.tab_pathway() }] : []),
    ...(access ? [{ id: 'tilgang' as const, label: m.tab_access() }] : []),
  ];
}

function Page({
  page,
  tab,
  act,
  about,
  onTab,
  onAct,
  otherActs,
  otherCards,
}: PersonPageProps & { page: Person }) {
  const name = nameIn(page);
  return (
    <PersonView page={page} tab={tab} onTab={onTab} open={onAct} cards={otherCards}>
      <Doing
        act={act}
        about={about}
        page={page}
        name={name}
        open={onAct}
        close={() => onAct()}
        otherActs={otherActs}
      />
    </PersonView>
  );
}

const nameIn = (page: Person): string => page.identity?.callMe ?? m.person_unnamed();

interface PersonViewProps {
  page: Person;
  tab: string | undefined;
  onTab: (tab: string) => void;
  /** Left out where nothing is to be done, as when somebody sees their own page as another gets it. */
  open?: Open;
  cards: OtherCards;
  children?: ReactNode;
}

/** The page of one person, as it was answered. */
export function PersonView({ page, tab, onTab, open = () => undefined, cards, children }: PersonViewProps) {
  const name = nameIn(page);
  const tabs = tabsOf(page);
  const selected = tabs.find(({ id }) => id === tab)?.id ?? tabs[0]?.id;
  return (
    <div className="mv-person">
      <PersonHeader page={page} name={name} open={open} />
      <cards.OpenNow page={page} name={name} open={open} />
      <cards.Twice page={page} name={name} open={open} />
      {selected === undefined ? (
        <EmptyState>{m.person_nothing_shared()}</EmptyState>
      ) : (
        <Tabs label={m.person_tabs()} tabs={tabs} selected={selected} onSelect={onTab}>
          <Panel tab={selected} page={page} name={name} open={open} cards={cards} />
        </Tabs>
      )}
      {children}
    </div>
  );
}

function Panel({ tab, cards, ...props }: TabProps & { tab: TabId; cards: OtherCards }) {
  if (tab === 'plan') return <PlanTab {...props} cards={cards} />;
  if (tab === 'oppfolging') return <Timeline {...props} />;
  if (tab === 'nettverk') return <TeamTab {...props} cards={cards} />;
  if (tab === 'tilgang') return <AccessTab {...props} cards={cards} />;
  return <PathwayTab {...props} />;
}

interface DoingProps {
  act: string | undefined;
  about: string | undefined;
  page: Person;
  name: string;
  open: Open;
  close: () => void;
  otherActs: OtherActs;
}

const titles: Record<string, (words: { name: string }) => string> = {
  kontakt: m.contact_title_about,
  rett: m.contact_correct_title,
  trekk: m.contact_withdraw_title,
  versjoner: m.contact_versions_title,
  mote: m.meeting_call_title,
  forbered: m.meeting_prepare_title,
  svar: m.enquiry_answer_title,
  'ta-inn': m.enquiry_enrol_title,
  viktig: m.statement_title,
  mal: m.goal_title,
  tiltak: m.action_title,
  'endre-mal': m.goal_edit_title,
  'endre-tiltak': m.action_edit_title,
  styrke: m.strength_form_title,
  hjulet: m.wheel_form_title,
  onske: m.wish_form_title,
  'svar-onske': m.wish_answer_title,
  krav: m.rights_ask_of,
  'svar-krav': m.rights_answer_title,
  team: m.team_title,
  slutt: m.team_end_title,
  papir: m.paper_title,
  kode: m.give_code_title,
  naer: m.related_title,
  'snakke-med': m.related_ask_title,
  forelder: m.parent_title,
  mandat: m.mandate_title,
  'mandat-slutt': m.mandate_end_title,
  'barn-spor': m.children_ask_title,
  barn: m.child_add_title,
  'barn-steg': m.child_add_title,
  'om-personen': m.profile_of,
  nummer: m.number_of,
  'to-ganger': m.twice_find,
  kontaktperson: m.team_contact_person_title,
  regler: m.rules_title,
  kriseplan: m.crisis_title,
  purr: m.remind_title,
  purret: m.remind_title,
  hendelse: m.turn_write_title,
  flytt: m.turn_change_title,
  'ta-bort': m.turn_withdraw_title,
  utgaver: m.contact_versions_title,
  fortalt: m.tell_write_title,
  'ta-tilbake': m.turn_withdraw_title,
  vent: m.hold_title,
  tilbake: m.return_title,
  avslutt: m.end_title,
  apne: m.return_title,
};

/** What one must be allowed to add to, for each act. */
const neededTopic: Record<string, string> = {
  kontakt: 'follow-up',
  purret: 'follow-up',
  mote: 'meeting',
  forbered: 'meeting',
  svar: 'enquiry',
  'ta-inn': 'status',
  viktig: 'goals',
  mal: 'goals',
  tiltak: 'actions',
  'endre-mal': 'goals',
  'endre-tiltak': 'actions',
  styrke: 'goals',
  hjulet: 'life-areas',
  onske: 'wishes',
  'svar-onske': 'wishes',
  krav: 'sharing',
  'svar-krav': 'sharing',
  team: 'team',
  slutt: 'team',
  papir: 'sharing',
  kode: 'sharing',
  naer: 'related',
  'snakke-med': 'related',
  forelder: 'related',
  mandat: 'related',
  'mandat-slutt': 'related',
  'barn-spor': 'children',
  barn: 'children',
  'barn-steg': 'children',
  'om-personen': 'identity',
  'to-ganger': 'identity',
  kontaktperson: 'team',
  regler: 'sharing',
  kriseplan: 'crisis-plan',
  hendelse: 'turns',
  flytt: 'turns',
  'ta-bort': 'turns',
  fortalt: 'relapse',
  'ta-tilbake': 'relapse',
  vent: 'status',
  tilbake: 'status',
  avslutt: 'status',
  apne: 'status',
};

/** The form that the address says is open. */
function Doing({ act, about, page, name, open, close, otherActs }: DoingProps) {
  if (act === undefined) return null;
  const forms: Record<string, ActForm> = { ...ownActs, ...otherActs };
  const Form = Object.hasOwn(forms, act) ? forms[act] : undefined;
  if (!Form) return null;
  const topic = neededTopic[act];
  const allowed = topic === undefined || page.may.includes(topic);
  return (
    <Dialog title={titles[act]?.({ name }) ?? name} closeLabel={m.close()} onClose={close}>
      {allowed ? (
        <Form key={`${act} ${about}`} page={page} name={name} about={about} open={open} done={close} />
      ) : (
        <EmptyState>{m.act_not_yours({ name })}</EmptyState>
      )}
    </Dialog>
  );
}
