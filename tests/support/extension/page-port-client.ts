/** A sidebar without a face: talks to the page's content script over its port, from inside the dock. */
import type { FromPage, ToPage } from '@/lib/messaging/page-contract';
import type { Result } from '@/lib/core/result';
import type { PageState } from '@/lib/model/page-state';
import { eventually, type DockedPage } from '@/tests/support/extension/docked-page';

/** What the client keeps on the dock's window. */
interface TestPort {
  post(message: unknown): void;
  /** Everything the page said, oldest first. */
  received: FromPage[];
}

declare global {
  interface Window {
    trivetTestPort?: TestPort;
  }
}

export type InsertContent = Omit<Extract<ToPage, { type: 'insert' }>, 'type' | 'requestId'>;

export interface PagePortClient {
  post(message: ToPage): Promise<void>;
  insert(content: InsertContent): Promise<Result<null>>;
  undo(ticketKey: string): Promise<Result<null>>;
  received(): Promise<FromPage[]>;
  /** The last state, once it passes. */
  waitForState(passes: (state: PageState) => boolean, what: string): Promise<PageState>;
}

/** Opens a line from the dock of the page in front. */
export async function connectToPage(page: DockedPage): Promise<PagePortClient> {
  await page.inDock(
    () =>
      new Promise<void>((resolve) => {
        const received: FromPage[] = [];
        window.addEventListener('message', function take({ ports: [port] }) {
          if (!port) return;
          window.removeEventListener('message', take);
          port.addEventListener('message', ({ data }) =>
            received.push(JSON.parse(String(data)) as FromPage),
          );
          port.start();
          window.trivetTestPort = {
            received,
            post: (message) => port.postMessage(JSON.stringify(message)),
          };
          resolve();
        });
        window.parent.postMessage('trivet-dock-hello', '*');
      }),
  );
  const received = () => page.inDock(() => window.trivetTestPort?.received ?? []);
  const post = (message: ToPage) =>
    page.inDock((sent) => window.trivetTestPort?.post(sent), message as never);
  const ask = async (message: ToPage & { requestId: string }): Promise<Result<null>> => {
    const result = await page.inDock(async (sent) => {
      const port = window.trivetTestPort;
      if (!port) return null;
      port.post(sent);
      const deadline = Date.now() + 8000;
      while (Date.now() < deadline) {
        const done = port.received.find(
          (one) => one.type === 'insert.done' && one.requestId === sent.requestId,
        );
        if (done?.type === 'insert.done') return done.result;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return null;
    }, message);
    if (!result) throw new Error('The page did not answer');
    return result;
  };
  let requests = 0;
  return {
    post,
    received,
    insert: (content) =>
      ask({ type: 'insert', requestId: `insert-${(requests += 1)}`, ...content }),
    undo: (ticketKey) =>
      ask({ type: 'insert.undo', requestId: `undo-${(requests += 1)}`, ticketKey }),
    async waitForState(passes, what) {
      const found = await eventually(what, async () => {
        const states = (await received()).flatMap((one) =>
          one.type === 'state' ? [one.state] : [],
        );
        const last = states.at(-1);
        return last && passes(last) ? last : null;
      });
      return found!;
    },
  };
}

/** The fault of a result, or null when it went well: short for expectations. */
export function faultKind(result: Result<unknown>): string | null {
  return result.ok ? null : result.fault.kind;
}
