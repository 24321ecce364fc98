/** What the sources part of the options page needs from outside, as ports. */
import type { BackgroundClient } from '@/lib/app/background-client';
import type { PlacesState, SetUpState } from '@/lib/app/stores/sources-state';
import type { OptionsState } from '@/lib/app/stores/options-state';
import type { Network } from '@/lib/app/sidebar/parts';

/** The browser, as sources need it. */
export interface SourcePorts {
  /** Asks the agent for hosts; works only when called straight from a click. */
  askOrigins: (origins: readonly string[]) => Promise<boolean>;
  /** Gives the agent a file to keep. */
  saveFile: (name: string, text: string) => void;
  network: Network;
}

export interface SourceParts extends SourcePorts {
  background: BackgroundClient;
  store: {
    getState: () => OptionsState;
    setState: (changes: Partial<OptionsState>) => void;
  };
  /** Reads the list of sources again. */
  readSources: () => Promise<unknown>;
}

/** The background gives up after 28 s of asking a place. */
export const PLACE_LIMIT_MS = 32_000;

/** The part of the state that is about sources. */
export function changePlaces({ store }: Pick<SourceParts, 'store'>, changes: Partial<PlacesState>) {
  store.setState({ places: { ...store.getState().places, ...changes } });
}

/** Does nothing when nothing is being set up any more. */
export function changeSetUp(parts: Pick<SourceParts, 'store'>, changes: Partial<SetUpState>): void {
  const { setUp } = parts.store.getState().places;
  if (setUp !== null) changePlaces(parts, { setUp: { ...setUp, ...changes } });
}
