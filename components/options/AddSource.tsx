/** Adding a source begins with pasting its address; what it may be is said below. */
import { useId, type SubmitEvent } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import type { OptionsProps } from '@/components/options/Options';
import { hostOf, kindName, readableKinds } from '@/components/options/source-words';
import { SourceFault } from '@/components/options/SourceFault';
import { Button } from '@/components/ui/Button';
import type { AddressState } from '@/lib/app/stores/sources-state';

function Matches({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const { matches } = state.places.address;
  if (matches.length === 0) return null;
  return (
    <>
      <p>{t('sources.matches', matches.length)}</p>
      <ul className="match-list">
        {matches.map(({ kind, name }, at) => (
          <li key={kind}>
            <Button
              look={at === 0 ? 'primary' : 'plain'}
              label={t('sources.setUpKind', [kindName(kind, t)])}
              name={t('action.named', [t('sources.setUpKind', [kindName(kind, t)]), name])}
              onPress={() => actions.chooseMatch(at)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is known of the address so far. */
function Finding({ address }: { address: AddressState }) {
  const wording = useWording();
  const { t } = wording;
  const { text, matches, askable, probe } = address;
  if (text.trim() === '') {
    return <p className="fine-print">{t('sources.readable', [readableKinds(wording)])}</p>;
  }
  if (typeof probe === 'object') return <SourceFault fault={probe.fault} />;
  if (probe === 'unknown') {
    return (
      <>
        <p>{t('sources.unknown', [askable === null ? text : hostOf(askable)])}</p>
        <p className="fine-print">{t('sources.readable', [readableKinds(wording)])}</p>
      </>
    );
  }
  if (probe === 'refused') return <p>{t('sources.refused')}</p>;
  if (askable === null) return <p>{t('sources.noAddress')}</p>;
  return matches.length === 0 ? <p>{t('sources.mustLook', [hostOf(askable)])}</p> : null;
}

export function AddSource({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const id = useId();
  const { address } = state.places;
  const { text, matches, askable, probe } = address;
  const isUnclear = askable !== null && text.trim() !== '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (matches.length > 0) actions.chooseMatch(0);
    else void actions.askAddress();
  };
  return (
    <form className="source-form" onSubmit={submit}>
      <label htmlFor={id}>{t('sources.address')}</label>
      <input
        id={id}
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder="https://"
        value={text}
        onChange={(event) => void actions.typeAddress(event.target.value)}
      />
      <div aria-live="polite" className="source-found">
        <Finding address={address} />
        <Matches state={state} actions={actions} />
      </div>
      {isUnclear && (
        <Button
          look={matches.length === 0 ? 'primary' : 'quiet'}
          icon="search"
          label={t(matches.length === 0 ? 'sources.look' : 'sources.lookAnyway')}
          isBusy={probe === 'asking'}
          isDisabled={!state.places.isOnline}
          onPress={() => void actions.askAddress()}
        />
      )}
    </form>
  );
}
