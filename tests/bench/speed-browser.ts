/**
 * The built extension in a real browser with the whole corpus in its database: brought in as a lead brings it,
 * as a file on the options page, through the real import and the real indexing in the background.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexStatus } from '@/lib/model/source';
import type { SuggestionList } from '@/lib/model/suggestion';
import type { Ticket } from '@/lib/model/ticket';
import type { SpeedDocument } from '@/tests/bench/speed-corpus';
import { openDocuments, type Workspace } from '@/tests/bench/speed-workspace';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { openExtensionPage, type ExtensionPage } from '@/tests/support/extension/extension-page';

/** One answer, timed on the page that asked. */
export interface TimedAnswer {
  /** From the question to the answer in the page. */
  ms: number;
  /** Of these, in the suggester, by the background's own clock. */
  tookMs: number;
  searchedItems: number;
}

export interface LoadedExtension {
  ask(ticket: Ticket): Promise<TimedAnswer>;
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

const FILE = 'corpus.jsonl';
const BATCH = 2_000;
const LOOK_MS = 2_000;
const TELL_MS = 20_000;
/** Without any progress for so long, the import has failed. */
const PATIENCE_MS = 120_000;

/** Starts the browser with a fresh profile and imports the corpus; tells on stderr how far it is. */
export async function loadExtension(
  browser: BrowserName,
  workspace: Workspace,
): Promise<LoadedExtension> {
  const file = path.join(workspace.folder, FILE);
  await writeImport(workspace, file);
  const page = await openExtensionPage(browser, 'options.html');
  try {
    await removeSample(page);
    await page.chooseFile('[data-import] input[type=file]', file);
    await untilIndexed(page, browser, workspace.documents);
  } catch (error) {
    await page.close();
    throw error;
  }
  return {
    async ask(ticket) {
      const answer = await page.evaluate(askTimed, ticket as never);
      if (answer === null) throw new Error(`${browser}: the background gave no answer`);
      return answer as TimedAnswer;
    },
    stopBackground: () => page.stopBackground(),
    close: () => page.close(),
  };
}

/** The corpus as a team's export would be. */
async function writeImport({ folder, documents }: Workspace, file: string): Promise<void> {
  const reader = openDocuments(folder);
  const stream = createWriteStream(file);
  for (let from = 0; from < documents; from += BATCH) {
    const lines = reader.read(from, Math.min(from + BATCH, documents)).map(toLine);
    if (!stream.write(lines.join(''))) await once(stream, 'drain');
  }
  reader.close();
  stream.end();
  await once(stream, 'finish');
}

function toLine(document: SpeedDocument): string {
  const { number, kind, title, body, created, product, component, version } = document;
  const status = kind === 'issue' ? { status: 'open' } : {};
  const words = { title, body, created, product, component, version };
  return `${JSON.stringify({ id: String(number), kind, ...status, visibility: 'public', ...words })}\n`;
}

/** Waits for its installation, and takes it away: other documents are measured. */
export async function removeSample(page: ExtensionPage): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let isAsked = false;
  while (Date.now() < deadline) {
    const status = (await page.evaluate(send, 'index.status', {})) as IndexStatus | null;
    if (isAsked && status?.state === 'empty') return;
    // Its installation must have ended first: what is removed sooner would come back.
    if (!isAsked && status?.state === 'ready' && status.items > 0) {
      await page.evaluate(send, 'source.remove', { id: 'sample' });
      isAsked = true;
    }
    await sleep(200);
  }
  throw new Error('The sample did not go');
}

async function untilIndexed(
  page: ExtensionPage,
  browser: BrowserName,
  documents: number,
): Promise<void> {
  const started = Date.now();
  let last = { indexed: -1, items: -1, at: started, told: started };
  for (;;) {
    await sleep(LOOK_MS);
    const status = (await page.evaluate(send, 'index.status', {})) as IndexStatus | null;
    const now = Date.now();
    const { indexed, items } = status ?? last;
    if (status?.state === 'ready' && indexed === documents) return;
    if (status?.state === 'failed') throw new Error(`${browser}: the index failed`);
    const hasMoved = indexed !== last.indexed || items !== last.items;
    last = { indexed, items, at: hasMoved ? now : last.at, told: last.told };
    if (now - last.at > PATIENCE_MS) throw new Error(`${browser}: the import stands still`);
    if (now - last.told < TELL_MS) continue;
    const seconds = Math.round((now - started) / 1_000);
    console.error(
      `${browser}: ${items} of ${documents} imported, ${indexed} indexed, ${seconds} s`,
    );
    last.told = now;
  }
}

/** In the page: a message's value, or null for a fault or a background that died under it. */
export async function send(name: string, request: unknown): Promise<unknown> {
  type Answer = { ok: boolean; value?: unknown } | undefined;
  type Api = { runtime: { sendMessage(message: unknown): Promise<Answer> } };
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
  try {
    const answer = await (browser ?? chrome)?.runtime.sendMessage({ name, request });
    return answer?.ok === true ? (answer.value ?? null) : null;
  } catch {
    return null;
  }
}

/** In the page: asks as our pages do, once more when the background was stopped under the question. */
export async function askTimed(ticket: unknown): Promise<unknown> {
  type Answer = { ok: boolean; value?: SuggestionList } | undefined;
  type Api = { runtime: { sendMessage(message: unknown): Promise<Answer> } };
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
  const started = performance.now();
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      const message = { name: 'suggest.forTicket', request: { ticket } };
      const list = (await (browser ?? chrome)?.runtime.sendMessage(message))?.value;
      const ms = performance.now() - started;
      if (list) return { ms, tookMs: list.tookMs, searchedItems: list.searchedItems };
    } catch {
      // Stopped under the question.
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return null;
}
