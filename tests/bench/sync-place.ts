/** A help centre with a whole corpus, served over HTTPS on loopback as Zendesk's API answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { openDocuments, type Workspace } from '@/tests/bench/speed-workspace';
import { listenOnLoopback } from '@/tests/support/loopback';
import { createSelfSignedCertificate } from '@/tests/support/self-signed';

/** Zendesk's own limit. */
const LARGEST_PAGE = 100;
const LOCALE = 'en-us';
const DAY = 24 * 3_600_000;

export interface SyncPlace {
  port: number;
  /** The newest articles so many are edited now. */
  edit(count: number): void;
  requests(): number;
  close(): Promise<void>;
}

/** Serves all documents of the workspace as articles, newest first. */
export async function servePlace(workspace: Workspace, host: string): Promise<SyncPlace> {
  const documents = openDocuments(workspace.folder);
  const began = Date.now();
  let edited = { count: 0, at: began };
  let requests = 0;

  const article = (number: number) => {
    const [document] = documents.read(number, number + 1);
    const isEdited = number < edited.count;
    const changed = isEdited ? edited.at - number : began - DAY - number * 1_000;
    // A help centre has no articles without a title; some reports that stand for articles have none.
    const name = document?.title.trim() || `Article ${number}`;
    const title = `${name}${isEdited ? ` (edited ${edited.at})` : ''}`;
    const at = new Date(changed).toISOString();
    return {
      id: number + 1,
      html_url: `https://${host}/hc/${LOCALE}/articles/${number + 1}`,
      title,
      name: title,
      body: toHtml(document?.body ?? ''),
      locale: LOCALE,
      draft: false,
      outdated: false,
      outdated_locales: [],
      section_id: 81,
      user_segment_id: null,
      user_segment_ids: [],
      label_names: [],
      updated_at: at,
      edited_at: at,
    };
  };

  const answer = (url: URL): unknown => {
    if (url.pathname.includes('/locales')) return { locales: [LOCALE], default_locale: LOCALE };
    const from = Number(url.searchParams.get('page[after]') ?? 0);
    const size = Math.min(Number(url.searchParams.get('page[size]') ?? 30), LARGEST_PAGE);
    const end = Math.min(from + size, workspace.documents);
    return {
      articles: Array.from({ length: Math.max(0, end - from) }, (_, at) => article(from + at)),
      sections: [{ id: 81, name: 'Help', category_id: 82 }],
      categories: [{ id: 82, name: 'Help' }],
      meta: { has_more: end < workspace.documents, after_cursor: String(end), before_cursor: null },
    };
  };

  const server = createServer(createSelfSignedCertificate([host]), (request, response) => {
    requests += 1;
    reply(request, response, (url) => answer(url));
  });
  const port = await listenOnLoopback(server);
  return {
    port,
    requests: () => requests,
    edit(count) {
      edited = { count, at: Date.now() };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      documents.close();
    },
  };
}

function reply(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (url: URL) => unknown,
): void {
  const url = new URL(request.url ?? '/', 'https://localhost');
  const isApi = url.pathname.startsWith('/api/v2/help_center/');
  response.writeHead(isApi ? 200 : 404, { 'content-type': 'application/json' });
  response.end(isApi ? JSON.stringify(answer(url)) : '{"error":"RecordNotFound"}');
}

/** Plain paragraphs: what there is to convert is words. */
function toHtml(body: string): string {
  const escaped = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return escaped
    .split(/\n{2,}/)
    .map((part) => `<p>${part}</p>`)
    .join('');
}
