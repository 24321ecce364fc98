/** Puts recorded pages into jsdom's document, with the network and the editor bridge in the test's hands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import type { EditorBridge, HelpdeskPage } from '@/lib/helpdesks/contract';

export const readFixture = (path: string): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures', path), 'utf8');

/** Replaces the whole document by `html`, attributes of its root included. */
export function showPage(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const root = document.documentElement;
  for (const { name } of Array.from(root.attributes)) root.removeAttribute(name);
  for (const { name, value } of parsed.documentElement.attributes) root.setAttribute(name, value);
  root.innerHTML = parsed.documentElement.innerHTML;
  // Parsed without a browsing context, an input keeps its value in the attribute only.
  document.getSelection()?.removeAllRanges();
}

/** Remembers where it was asked to insert; says what it is told to say. */
interface BridgeRecorder extends EditorBridge {
  targets: Element[];
  contents: Parameters<EditorBridge['insert']>[1][];
  answer: Fault | null;
}

function createBridgeRecorder(): BridgeRecorder {
  const recorder: BridgeRecorder = {
    targets: [],
    contents: [],
    answer: null,
    insert(composer, content) {
      recorder.targets.push(composer);
      recorder.contents.push(content);
      const held = { before: '', after: content.html };
      return Promise.resolve(recorder.answer ? fail(recorder.answer) : ok(held));
    },
    undo(composer) {
      recorder.targets.push(composer);
      return Promise.resolve(recorder.answer ? fail(recorder.answer) : ok(undefined));
    },
  };
  return recorder;
}

export interface TestPage extends HelpdeskPage {
  address: string;
  editors: BridgeRecorder;
}

/** The page at `address`; without `fetch` it is offline. */
export function createTestPage(address: string, fetch?: typeof globalThis.fetch): TestPage {
  const page: TestPage = {
    address,
    document,
    url: () => new URL(page.address),
    fetch: fetch ?? (() => Promise.reject(new TypeError('Failed to fetch'))),
    editors: createBridgeRecorder(),
  };
  return page;
}
