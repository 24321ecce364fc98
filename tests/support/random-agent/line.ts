/** The random agent's line to the page, from inside the dock: the real sidebar keeps its own beside it. */
import type { FromPage, ToPage } from '@/lib/messaging/page-contract';
import type { PageState } from '@/lib/model/page-state';
import type { DockedPage } from '@/tests/support/extension/docked-page';
import { connectToPage } from '@/tests/support/extension/page-port-client';

type Answer = Exclude<FromPage, { type: 'state' | 'command' }>;
type Question = Extract<ToPage, { requestId: string }>;
/** Every question's shape without the number that goes with it. */
export type Asked = Question extends infer Q
  ? Q extends Question
    ? Omit<Q, 'requestId'>
    : never
  : never;

export interface Line {
  /** Sends, and does not wait; the number is for `answer`. */
  begin(asked: Asked): Promise<string>;
  /** Null when the page did not answer in twenty seconds. */
  answer(requestId: string): Promise<Answer | null>;
  /** Whether the sidebar's frame is still the one that the line began in. */
  isThere(): Promise<boolean>;
  /** What the page said last of itself, and what the sidebar shows of it. */
  sidebar(): Promise<{ state: PageState | null; subject: string }>;
}

export async function openLine(page: DockedPage): Promise<Line> {
  await connectToPage(page);
  let asked = 0;
  return {
    async begin(question) {
      const requestId = `asked-${(asked += 1)}`;
      const message = { ...question, requestId };
      await page.inDock((sent) => window.trivetTestPort?.post(sent), message);
      return requestId;
    },
    answer: (requestId) => page.inDock(waitForAnswer, requestId),
    isThere: () => page.inDock(() => window.trivetTestPort !== undefined),
    sidebar: () => page.inDock(readSidebar),
  };
}

/** In the dock. */
async function waitForAnswer(requestId: string): Promise<Answer | null> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    for (const one of window.trivetTestPort?.received ?? []) {
      if ('requestId' in one && one.requestId === requestId) return one;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return null;
}

/** In the dock. Only what was said last is kept: hundreds of tickets would be read over and over. */
function readSidebar(): { state: PageState | null; subject: string } {
  const received = window.trivetTestPort?.received ?? [];
  const last = received.findLast((one) => one.type === 'state') ?? null;
  const answers = received.filter(({ type }) => type !== 'state').slice(-20);
  received.splice(0, received.length, ...(last ? [last] : []), ...answers);
  return {
    state: last?.type === 'state' ? last.state : null,
    subject: document.querySelector('.ticket h2')?.textContent ?? '',
  };
}
