/** The adapter's way to the stand-in's API: the background's own client, with its storage in the test's hands. */
import { createMailbox, type Mailbox } from '@/lib/helpdesks/helpscout/mailbox';
import type {
  HelpscoutApp,
  HelpscoutTokens,
  TokenStore,
} from '@/lib/helpdesks/helpscout/mailbox-tokens';
import { createApiFetch } from '@/tests/support/helpscout/api-fetch';
import { APP } from '@/tests/support/helpscout/mailbox-auth';
import type { SampleConversation } from '@/tests/support/helpscout/records';
import { createHelpscoutStandIn, type HelpscoutStandIn } from '@/tests/support/helpscout/stand-in';

export interface ApiWorld {
  standIn: HelpscoutStandIn;
  /** What the browser's storage holds. */
  stored: { app: HelpscoutApp | null; tokens: HelpscoutTokens | null };
  time: { now: number };
  /** A client as after a start of the background. */
  createMailbox(): Mailbox;
  /** Method and path of the calls, exchanges of tokens left out. */
  calls(): string[];
}

export async function createApiWorld(
  conversations: readonly SampleConversation[],
): Promise<ApiWorld> {
  const standIn = await createHelpscoutStandIn({ conversations });
  const stored: ApiWorld['stored'] = { app: APP, tokens: null };
  const time = { now: Date.now() };
  const store: TokenStore = {
    readApp: () => Promise.resolve(stored.app),
    readTokens: () => Promise.resolve(stored.tokens),
    writeTokens(tokens) {
      stored.tokens = tokens;
      return Promise.resolve();
    },
  };
  return {
    standIn,
    stored,
    time,
    createMailbox: () =>
      createMailbox({ fetch: createApiFetch(standIn), store, now: () => time.now }),
    calls: () =>
      standIn.requests
        .filter(({ path }) => !path.includes('/oauth2/'))
        .map(({ method, path }) => `${method} ${path.replace('/v2', '')}`),
  };
}
