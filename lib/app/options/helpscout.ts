/** The agent's own Help Scout app on the options page: set up, checked and removed by the background. */
import { askPatiently, type BackgroundClient } from '@/lib/app/background-client';
import { PLACE_LIMIT_MS } from '@/lib/app/options/sources/parts';
import type {
  HelpscoutActions,
  HelpscoutOutcome,
  HelpscoutState,
} from '@/lib/app/stores/helpscout-state';
import type { OptionsState } from '@/lib/app/stores/options-state';
import type { Result } from '@/lib/core/result';
import type { HelpscoutConnection } from '@/lib/model/helpscout-connection';

const API_ORIGIN = 'https://api.helpscout.net';

interface HelpscoutParts {
  background: BackgroundClient;
  /** Asks the agent for hosts; works only when called straight from a click. */
  askOrigins: (origins: readonly string[]) => Promise<boolean>;
  store: {
    getState: () => OptionsState;
    setState: (changes: Partial<OptionsState>) => void;
  };
}

export interface Helpscout {
  /** Reads how the app stands; leaves what is shown when that fails. */
  load: () => Promise<void>;
  actions: HelpscoutActions;
}

export function createHelpscoutSettings({
  background,
  askOrigins,
  store,
}: HelpscoutParts): Helpscout {
  const state = (): HelpscoutState => store.getState().helpscout;
  const change = (changes: Partial<HelpscoutState>): void =>
    store.setState({ helpscout: { ...state(), ...changes } });

  async function read(): Promise<void> {
    const status = await askPatiently(() => background.send('helpscout.status', {}));
    if (status.ok) change({ connection: status.value });
  }

  /** One action at a time; true when it went well. */
  async function act(
    busy: NonNullable<HelpscoutState['busy']>,
    done: HelpscoutOutcome,
    work: () => Promise<Result<HelpscoutConnection> | 'not-allowed'>,
  ): Promise<boolean> {
    if (state().busy !== null) return false;
    change({ busy, outcome: null });
    const result = await work();
    if (result === 'not-allowed') {
      change({ busy: null, outcome: { kind: 'not-allowed' } });
      return false;
    }
    if (result.ok) {
      change({ busy: null, outcome: done, connection: result.value });
      return true;
    }
    change({ busy: null, outcome: { kind: 'failed', fault: result.fault } });
    // A refusal may have changed how the app that is kept stands.
    await read();
    return false;
  }

  return {
    load: read,
    actions: {
      saveHelpscoutApp: (appId, appSecret) =>
        act('save', { kind: 'saved' }, async () => {
          if (!(await askOrigins([API_ORIGIN]))) return 'not-allowed';
          const app = { appId: appId.trim(), appSecret: appSecret.trim() };
          return background.send('helpscout.configure', { app }, PLACE_LIMIT_MS);
        }),
      async checkHelpscoutApp() {
        await act('check', { kind: 'works' }, async () => {
          if (!(await askOrigins([API_ORIGIN]))) return 'not-allowed';
          return background.send('helpscout.check', {}, PLACE_LIMIT_MS);
        });
      },
      async removeHelpscoutApp() {
        await act('remove', { kind: 'removed' }, () =>
          background.send('helpscout.configure', { app: null }),
        );
      },
    },
  };
}
