import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Enquiries } from '#contract/enquiry.ts';
import { m } from '#text/generated/messages.js';
import { AskChildrenOf, ChildFormOf, ChildStepFormOf } from '#web/children/children-of.tsx';
import { ContactForm } from '#web/contact/contact-form.tsx';
import { ContactVersionList } from '#web/contact/contact-versions.tsx';
import { CorrectContact, WithdrawContact } from '#web/contact/correct-contact.tsx';
import { AnswerForm } from '#web/enquiry/answer-form.tsx';
import { EnrolForm } from '#web/enquiry/enrol-form.tsx';
import { EndMandateForm, MandateForm } from '#web/guardian/mandate-form.tsx';
import { GiveCode } from '#web/login/give-code.tsx';
import { CallMeetingForm, PrepareMeetingForm } from '#web/meeting/meeting-forms.tsx';
import type { ActProps, OtherActs } from '#web/person/acts.ts';
import { PersonPage } from '#web/person/person-page.tsx';
import { promisedIn } from '#web/person/remind.tsx';
import { ProfileForm } from '#web/profile/profile-form.tsx';
import { ParentFormOf } from '#web/related/parent-form.tsx';
import { AskRelatedOf } from '#web/related/related-asked-of.tsx';
import { RelatedForm } from '#web/related/related-form.tsx';
import { DecideRightForm, RightsRequestOf } from '#web/rights/rights-of.tsx';
import { ConsentTo } from '#web/sharing/give-consent.tsx';
import { StrengthFormOf } from '#web/strengths/strengths-of.tsx';
import { TellForm } from '#web/told/tell-form.tsx';
import { WheelForm } from '#web/wheel/wheel-form.tsx';
import { AnswerWishForm } from '#web/wish/answer-wish-form.tsx';
import { WishFormOf } from '#web/wish/wish-form-of.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { otherCards } from './person-cards.tsx';
import type { PersonSearch } from './person-search.ts';
import { addressQuery } from './queries.ts';
import { QueryView } from './query-view.tsx';
import { turnActs } from './turn-acts.tsx';
import { takingBack, useSaved } from './undo.ts';

const route = getRouteApi('/deltaker/$participantId');

/** What other nouns can do about a person, put together here. */
const otherActs: OtherActs = {
  ...turnActs,
  kontakt: ({ page, name, about, done }) => (
    <ContactForm
      about={{ participantId: page.participantId, name }}
      kind={about}
      now={page.now}
      onSaved={done}
    />
  ),
  purret: ({ page, name, about, done }) => {
    const promised = promisedIn(page, about);
    return promised && about ? (
      <ContactForm
        about={{ participantId: page.participantId, name }}
        reminder={{
          of: about,
          note: m.remind_note({ name: promised.doerName, words: m.quote({ words: promised.words }) }),
        }}
        now={page.now}
        onSaved={done}
      />
    ) : (
      <EmptyState>{m.remind_gone()}</EmptyState>
    );
  },
  rett: ({ page, about = '', done }) => (
    <CorrectContact participantId={page.participantId} factId={about} onSaved={done} />
  ),
  trekk: ({ page, about = '', done }) => (
    <WithdrawContact participantId={page.participantId} factId={about} onSaved={done} />
  ),
  versjoner: ({ page, about = '' }) => (
    <ContactVersionList participantId={page.participantId} factId={about} />
  ),
  mote: ({ page, name, done }) => (
    <CallMeetingForm participantId={page.participantId} name={name} now={page.now} onSaved={done} />
  ),
  forbered: ({ page, name, about, done }) => {
    const meeting = page.meetings?.find(({ id, heldAt }) => (about ? id === about : !heldAt));
    return meeting ? (
      <PrepareMeetingForm participantId={page.participantId} name={name} meeting={meeting} onSaved={done} />
    ) : (
      <CallMeetingForm participantId={page.participantId} name={name} now={page.now} onSaved={done} />
    );
  },
  papir: ({ page, name, done }) => (
    <ConsentTo
      participantId={page.participantId}
      related={page.related ?? []}
      now={page.now}
      signedBy={name}
      onClose={done}
    />
  ),
  kode: ({ page, name, done }) => <GiveCode participantId={page.participantId} name={name} done={done} />,
  naer: ({ page, name, about, done }) => (
    <RelatedForm
      participantId={page.participantId}
      before={page.related?.find(({ id }) => id === about)}
      nameLabel={m.related_name_of({ name })}
      takeBackNote={m.related_take_back_note_of({ name })}
      done={done}
    />
  ),
  'snakke-med': AskRelatedOf,
  forelder: ParentFormOf,
  'barn-spor': AskChildrenOf,
  barn: ChildFormOf,
  'barn-steg': ChildStepFormOf,
  mandat: ({ page, done }) => <MandateForm page={page} done={done} />,
  'mandat-slutt': ({ page, about, done }) => <EndMandateForm page={page} id={about} done={done} />,
  regler: TellThem,
  'om-personen': ({ page, done }) =>
    page.identity?.profile ? (
      <ProfileForm participantId={page.participantId} profile={page.identity.profile} onSaved={done} />
    ) : null,
  svar: Answer,
  'ta-inn': ({ page, about, done }) => (
    <EnrolForm
      participantId={page.participantId}
      service={(page.enquiries?.find(({ id }) => id === about) ?? page.enquiries?.[0])?.service}
      now={page.now}
      onSaved={done}
    />
  ),
  styrke: StrengthFormOf,
  hjulet: ({ page, name, done }) => (
    <WheelForm participantId={page.participantId} lead={m.wheel_together({ name })} onSaved={done} />
  ),
  onske: WishFormOf,
  'svar-onske': AnswerWishForm,
  krav: RightsRequestOf,
  'svar-krav': DecideRightForm,
};

/** Read together from the worker's screen; without a text named, the rules of the group. */
function TellThem({ page, name, about = 'confidentiality-and-group-rules', done }: ActProps) {
  const saved = useSaved();
  return (
    <TellForm
      participantId={page.participantId}
      code={about}
      words={{
        lead: m.rules_lead({ name }),
        sign: m.told_sign_them({ name }),
        signNote: m.told_sign_them_note({ name }),
        done: m.told_have_told(),
      }}
      onSaved={(id) => {
        const all = `/api/people/${page.participantId}/acknowledgements`;
        saved(m.told_saved(), takingBack(all, id, m.contact_undo_reason()), m.told_undone());
        done();
      }}
    />
  );
}

function Answer({ page, name, about, done }: ActProps) {
  const query = useQuery(addressQuery<Enquiries>('/api/enquiries'));
  const enquiry = page.enquiries?.find(({ id, answeredAt }) => (about ? id === about : !answeredAt));
  if (!enquiry) return null;
  return (
    <QueryView query={query}>
      {({ nextSessions, now }) => (
        <AnswerForm
          enquiry={{
            ...enquiry,
            participantId: page.participantId,
            name: page.identity?.name ?? name,
            phone: page.identity?.phone,
          }}
          sessions={nextSessions}
          now={now}
          onSaved={done}
        />
      )}
    </QueryView>
  );
}

export function PersonScreen() {
  const { participantId } = route.useParams();
  const { fane, gjor, om } = route.useSearch();
  const navigate = route.useNavigate();
  const onAct = (act?: string, about?: string) =>
    navigate({
      search: {
        ...(fane ? { fane } : {}),
        ...(act ? { gjor: act } : {}),
        ...(about ? { om: about } : {}),
      } satisfies PersonSearch,
      replace: act === undefined,
      resetScroll: false,
    });
  return (
    <PersonPage
      key={participantId}
      participantId={participantId}
      tab={fane}
      act={gjor}
      about={om}
      onTab={(tab) => navigate({ search: { fane: tab }, replace: true, resetScroll: false })}
      onAct={onAct}
      otherActs={otherActs}
      otherCards={otherCards}
    />
  );
}
