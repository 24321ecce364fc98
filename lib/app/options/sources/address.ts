/** A pasted address: what it may be, by itself or by asking the place. */
import { changePlaces, PLACE_LIMIT_MS, type SourceParts } from '@/lib/app/options/sources/parts';
import { newSetUp } from '@/lib/app/options/sources/draft';
import {
  NO_ADDRESS,
  type AddressState,
  type PlacesActions,
  type SetUpState,
} from '@/lib/app/stores/sources-state';

type AddressActions = Pick<PlacesActions, 'typeAddress' | 'askAddress' | 'chooseMatch'>;

export function createAddress(
  parts: SourceParts,
  begin: (setUp: SetUpState) => void,
): AddressActions {
  const { background, store } = parts;
  const current = (): AddressState => store.getState().places.address;
  const show = (changes: Partial<AddressState>): void =>
    changePlaces(parts, { address: { ...current(), ...changes } });

  function choose(at: number): void {
    const match = current().matches[at];
    if (match !== undefined) begin(newSetUp(match));
  }

  return {
    async typeAddress(text) {
      show({ ...NO_ADDRESS, text });
      if (text.trim() === '') return;
      const detected = await background.send('source.detect', { url: text });
      // Typed on meanwhile.
      if (current().text !== text) return;
      if (detected.ok) show(detected.value);
      else show({ probe: { fault: detected.fault } });
    },
    async askAddress() {
      const { text, askable, probe } = current();
      if (askable === null || probe === 'asking') return;
      // Nothing may be awaited before: browsers count the click only until then.
      const asked = parts.askOrigins([askable]);
      show({ probe: 'asking' });
      const isAllowed = await asked;
      const found = isAllowed
        ? await background.send('source.probe', { url: text }, PLACE_LIMIT_MS)
        : null;
      if (current().text !== text) return;
      if (found === null) return show({ probe: 'refused' });
      if (!found.ok) return show({ probe: { fault: found.fault } });
      show({ matches: found.value, probe: found.value.length === 0 ? 'unknown' : 'none' });
      if (found.value.length === 1) choose(0);
    },
    chooseMatch: choose,
  };
}
