/** What the options page shows of the agent's own Help Scout app. Its secret is never in here. */
import type { Fault } from '@/lib/core/fault';
import type { HelpscoutConnection } from '@/lib/model/helpscout-connection';

/** What the last action came to; stays until the next one. */
export type HelpscoutOutcome =
  | { kind: 'saved' }
  | { kind: 'works' }
  | { kind: 'removed' }
  /** The agent did not let us ask Help Scout. */
  | { kind: 'not-allowed' }
  | { kind: 'failed'; fault: Fault };

export interface HelpscoutState {
  /** Null until it is read. */
  connection: HelpscoutConnection | null;
  /** The action under way; no second one starts meanwhile. */
  busy: 'save' | 'check' | 'remove' | null;
  outcome: HelpscoutOutcome | null;
}

export interface HelpscoutActions {
  /** Call it straight from a click. True when Help Scout took the app and it is kept. */
  saveHelpscoutApp: (appId: string, appSecret: string) => Promise<boolean>;
  checkHelpscoutApp: () => Promise<void>;
  /** For good; the page has asked the agent before. */
  removeHelpscoutApp: () => Promise<void>;
}

/** Before anything is read. */
export const NO_HELPSCOUT: HelpscoutState = { connection: null, busy: null, outcome: null };
