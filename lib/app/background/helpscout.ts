/** Help Scout's API for the pages that read and link conversations, with the app that the agent set up. */
import type { RequestRecorder } from '@/lib/app/background/request-recorder';
import type { Services } from '@/lib/app/background/services';
import { isoTime, systemClock } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import { createMailbox, type Mailbox } from '@/lib/helpdesks/helpscout/mailbox';
import type { ApiFetch } from '@/lib/helpdesks/helpscout/mailbox-http';
import type { HelpscoutApp, HelpscoutTokens } from '@/lib/helpdesks/helpscout/mailbox-tokens';
import type { Handlers } from '@/lib/messaging/router';
import type { HelpscoutConnection } from '@/lib/model/helpscout-connection';
import {
  readHelpscoutApp,
  readHelpscoutStanding,
  readHelpscoutTokens,
  writeHelpscoutApp,
  writeHelpscoutStanding,
  writeHelpscoutTokens,
} from '@/lib/platform/helpscout-storage';

type HelpscoutHandlers = Pick<
  Handlers,
  'helpscout.ask' | 'helpscout.status' | 'helpscout.check' | 'helpscout.configure'
>;

export function createHelpscout({
  platform,
  recorder,
}: Pick<Services, 'platform' | 'recorder'>): HelpscoutHandlers {
  const send = recorded((url, init) => platform.fetch(url, init), recorder);
  let current = createStoredMailbox(send);

  async function keep(app: HelpscoutApp | null): Promise<void> {
    current.retire();
    current = createStoredMailbox(send);
    await writeHelpscoutApp(app);
  }

  return {
    async 'helpscout.ask'(request) {
      const { mailbox, note } = current;
      const answer = await mailbox.ask(request);
      await note(answer);
      return answer;
    },
    'helpscout.status': async () => ok(await readConnection()),
    async 'helpscout.check'() {
      const { mailbox, note } = current;
      const account = await mailbox.check();
      await note(account, account.ok ? account.value : undefined);
      return account.ok ? ok(await readConnection()) : account;
    },
    async 'helpscout.configure'({ app }) {
      if (app === null) {
        await keep(null);
        return ok(await readConnection());
      }
      const trial = createTrial(send, app);
      const account = await trial.mailbox.check();
      // What worked before goes on working when the new one is refused.
      if (!account.ok) return account;
      await keep(app);
      const tokens = trial.tokens();
      if (tokens) await writeHelpscoutTokens(tokens);
      await writeHelpscoutStanding({ account: account.value, isRefused: false });
      return ok(await readConnection());
    },
  };
}

async function readConnection(): Promise<HelpscoutConnection> {
  const app = await readHelpscoutApp();
  if (app === null) return { state: 'not-set', appId: '', account: '' };
  const { account, isRefused } = await readHelpscoutStanding();
  return { state: isRefused ? 'expired' : 'connected', appId: app.appId, account };
}

interface StoredMailbox {
  mailbox: Mailbox;
  /** Remembers whether Help Scout still takes the app, and whom it acts for. */
  note: (answer: Result<unknown>, account?: string) => Promise<void>;
  /** Another app is set up: what is still under way may not leave its tokens to it. */
  retire(): void;
}

/** With the app that is stored. */
function createStoredMailbox(send: ApiFetch): StoredMailbox {
  let isCurrent = true;
  const mailbox = createMailbox({
    fetch: send,
    store: {
      readApp: readHelpscoutApp,
      readTokens: readHelpscoutTokens,
      async writeTokens(tokens) {
        if (isCurrent) await writeHelpscoutTokens(tokens);
      },
    },
  });
  return {
    mailbox,
    retire() {
      isCurrent = false;
    },
    async note(answer, account) {
      const isRefused = !answer.ok && answer.fault.kind === 'signed-out';
      // Any other fault says nothing about the app.
      if (!isCurrent || (!answer.ok && !isRefused)) return;
      const before = await readHelpscoutStanding();
      const next = { account: account ?? before.account, isRefused };
      if (next.account === before.account && isRefused === before.isRefused) return;
      await writeHelpscoutStanding(next);
    },
  };
}

/** With an app that is stored only if Help Scout takes it. */
function createTrial(
  send: ApiFetch,
  app: HelpscoutApp,
): { mailbox: Mailbox; tokens: () => HelpscoutTokens | null } {
  let tokens: HelpscoutTokens | null = null;
  const mailbox = createMailbox({
    fetch: send,
    store: {
      readApp: () => Promise.resolve(app),
      readTokens: () => Promise.resolve(tokens),
      writeTokens(made) {
        tokens = made;
        return Promise.resolve();
      },
    },
  });
  return { mailbox, tokens: () => tokens };
}

/** Every request is in the log that the agent can read. */
function recorded(send: ApiFetch, recorder: RequestRecorder): ApiFetch {
  return async (url, init) => {
    const began = systemClock();
    const { host, pathname: path } = new URL(url);
    const note = (status: number | null, bytes: number): void =>
      recorder.add({
        at: isoTime(() => began),
        sourceId: '',
        method: init.method === 'PUT' || init.method === 'POST' ? init.method : 'GET',
        host,
        path,
        why: 'conversation',
        via: 'direct',
        status,
        fault: status === null ? 'offline' : null,
        bytes,
        ms: systemClock() - began,
      });
    try {
      const response = await send(url, init);
      note(response.status, Number(response.headers.get('content-length') ?? 0));
      return response;
    } catch (error) {
      note(null, 0);
      throw error;
    }
  };
}
