import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CodeSettings as Settings } from '#contract/code.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { ReasonForm } from '../app/reason.tsx';
import { ActList } from '../ui/act-list.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';

type Way = Settings['ways'][number];

const wayName = (way: string): string => (way === 'sms-code' ? m.code_way_sms() : m.code_way_worker());

/** What the municipality has decided about codes; and messages that did not come through, without a word of them. */
export function CodeSettings() {
  const query = useQuery(addressQuery<Settings>('/api/code-settings'));
  const [deciding, setDeciding] = useState<Way>();
  return (
    <QueryView query={query}>
      {({ ways, unsent, gateway, now }) => (
        <>
          <Card title={m.code_settings_title()}>
            <p>{m.code_settings_lead()}</p>
            <ActList>
              {ways.map((way) => (
                <li key={way.municipalityId + way.way}>
                  <div>
                    <p>
                      <strong>{wayName(way.way)}</strong>, {way.municipality}
                    </p>
                    <p>{way.on ? m.code_way_on() : m.code_way_off()}</p>
                    {way.way === 'sms-code' && !gateway && <p className="mv-meta">{m.code_no_gateway()}</p>}
                    {way.setAt && (
                      <p className="mv-meta">
                        {[nearMoment(way.setAt, now), way.setBy, way.because].filter(Boolean).join('. ')}
                      </p>
                    )}
                  </div>
                  <Button
                    variant="secondary"
                    aria-label={`${way.on ? m.code_way_turn_off() : m.code_way_turn_on()}: ${wayName(way.way)}, ${way.municipality}`}
                    onClick={() => setDeciding(way)}
                  >
                    {way.on ? m.code_way_turn_off() : m.code_way_turn_on()}
                  </Button>
                </li>
              ))}
            </ActList>
          </Card>
          {unsent.length > 0 && <Unsent unsent={unsent} now={now} />}
          {deciding && <Decide way={deciding} onClose={() => setDeciding(undefined)} />}
        </>
      )}
    </QueryView>
  );
}

function Decide({ way, onClose }: { way: Way; onClose: () => void }) {
  const { municipalityId, municipality, on } = way;
  const name = wayName(way.way);
  return (
    <Dialog title={name} closeLabel={m.close()} onClose={onClose}>
      <ReasonForm
        draft={`code-way ${municipalityId} ${way.way}`}
        label={m.code_way_because()}
        maxLength={200}
        submit={on ? m.code_way_turn_off() : m.code_way_turn_on()}
        savedText={m.code_way_saved()}
        path={`/api/code-settings/${municipalityId}`}
        bodyOf={(because) => ({ way: way.way, on: !on, because })}
        onSaved={onClose}
      >
        <p>{(on ? m.code_way_off_means : m.code_way_on_means)({ municipality })}</p>
      </ReasonForm>
    </Dialog>
  );
}

const KINDS: Record<string, () => string> = {
  'login-code': m.unsent_login_code,
  'phone-code': m.unsent_confirm_code,
  'consent-code': m.unsent_confirm_code,
};

function Unsent({ unsent, now }: Pick<Settings, 'unsent' | 'now'>) {
  return (
    <Card title={m.unsent_title()}>
      <p className="mv-meta">{m.unsent_lead()}</p>
      <ActList>
        {unsent.map(({ at, code, tries, because }) => (
          <li key={at + code}>
            <div>
              <p>{(KINDS[code] ?? m.unsent_notice)()}</p>
              <p className="mv-meta">
                {nearMoment(at, now)}.{' '}
                {because === 'expired' ? m.unsent_expired({ tries }) : m.unsent_given_up({ tries })}
              </p>
            </div>
          </li>
        ))}
      </ActList>
    </Card>
  );
}
