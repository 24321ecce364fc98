/** Help Scout's API for the pages that read and link conversations, with the app that the agent set up. */
import type { RequestRecorder } from '@/lib/app/background/request-recorder';
import type { Services } from '@/lib/app/background/services';
import { isoTime, systemClock } from '@/lib/core/clock';
import { ok } from '@/lib/core/result';
import { createMailbox } from '@/lib/helpdesks/helpscout/mailbox';
import type { ApiFetch } from '@/lib/helpdesks/helpscout/mailbox-http';
import type { Handlers } from '@/lib/messaging/router';
import {
  readHelpscoutApp,
  readHelpscoutTokens,
  writeHelpscoutApp,
  writeHelpscoutTokens,
} from '@/lib/platform/helpscout-storage';

type HelpscoutHandlers = Pick<
  Handlers,
  'helpscout.ask' | 'helpscout.status' | 'helpscout.configure'
>;

export function createHelpscout({
  platform,
  recorder,
}: Pick<Services, 'platform' | 'recorder'>): HelpscoutHandlers {
  const mailbox = createMailbox({
    fetch: recorded((url, init) => platform.fetch(url, init), recorder),
    store: {
      readApp: readHelpscoutApp,
      readTokens: readHelpscoutTokens,
      writeTokens: writeHelpscoutTokens,
    },
  });
  return {
    'helpscout.ask': (request) => mailbox.ask(request),
    async 'helpscout.status'() {
      return ok({ isSet: (await readHelpscoutApp()) !== null });
    },
    async 'helpscout.configure'({ app }) {
      await writeHelpscoutApp(app);
      return app === null ? ok(null) : mailbox.check();
    },
  };
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
