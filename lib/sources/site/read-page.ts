/** Reads one page of a site, as HTML or as the Markdown beside it. */
import { markdownToBlocks } from '@/lib/convert/markdown';
import { readWebPage } from '@/lib/convert/web-page';
import { inlineText } from '@/lib/convert/block-text';
import { ok, type Result } from '@/lib/core/result';
import { cut } from '@/lib/core/text';
import type { Block } from '@/lib/model/block';
import type { SkippedRecord, SourceHttp, SourceResponse } from '@/lib/sources/contract';
import { tagOf } from '@/lib/sources/site/known-pages';
import { pageKey, type ListedPage } from '@/lib/sources/site/site-map';

/** The text of a page. */
export interface PageText {
  url: string;
  title: string;
  /** '' where the page does not say it. */
  locale: string;
  blocks: Block[];
  /** Of the product, where the page says it. */
  version?: string;
  /** ISO 8601: when the server says it was changed; '' where it does not. */
  modified: string;
}

export type PageReading =
  | { kind: 'unchanged'; servedAt: string }
  /** Not there, not to be found, or another page's second address. */
  | { kind: 'gone'; servedAt: string }
  /** In doubt: the text breaks off, and may be whole the next time. */
  | { kind: 'text'; text: PageText; isDoubtful: boolean; tag: string; servedAt: string }
  | { kind: 'no-text'; why: SkippedRecord['why']; servedAt: string };

export interface PageRequest {
  page: ListedPage;
  /** Headers that let the server say "unchanged". */
  conditions: Record<string, string>;
  gapMs: number;
  /** Ask for the Markdown beside the page. */
  asMarkdown: boolean;
  /** Where the site begins. */
  startUrl: string;
  isListed: (key: string) => boolean;
}

/** Pages with less are asked for a password when they show a field for one. */
const SHORT_PAGE = 600;

/** A page that is not there any more is no fault. */
export async function readPage(
  http: SourceHttp,
  request: PageRequest,
  signal: AbortSignal,
): Promise<Result<PageReading>> {
  const { page, conditions, gapMs, asMarkdown } = request;
  const common = { why: 'a page', minGapMs: gapMs, expect: [304, 404, 410] };
  const twin = asMarkdown ? twinOf(page.url) : null;
  if (twin !== null) {
    const headers = { accept: 'text/markdown, text/plain', ...conditions };
    const answer = await http.send({ ...common, url: twin, headers }, signal);
    if (!answer.ok) return answer;
    const { status, servedAt } = answer.value;
    if (status === 304) return ok({ kind: 'unchanged', servedAt });
    if (status === 200 && isMarkdown(answer.value)) {
      return ok(textReading(answer.value, readMarkdownPage(answer.value, page.url), false));
    }
  }
  // A tag that belongs to the Markdown says nothing of the page.
  const headers = { accept: 'text/html, application/xhtml+xml', ...(twin ? {} : conditions) };
  const answer = await http.send({ ...common, url: page.url, headers }, signal);
  if (!answer.ok) return answer;
  const { status, servedAt } = answer.value;
  if (status === 304) return ok({ kind: 'unchanged', servedAt });
  if (status === 404 || status === 410) return ok({ kind: 'gone', servedAt });
  return ok(await judge(answer.value, request, twin === null));
}

/** `isTagged`: the next request for this page may name the state that this answer brought. */
async function judge(
  response: SourceResponse,
  request: PageRequest,
  isTagged: boolean,
): Promise<PageReading> {
  const { servedAt, headers } = response;
  const type = headers.get('content-type') ?? '';
  if ((type !== '' && !/html/i.test(type)) || !response.text.includes('<')) {
    return { kind: 'no-text', why: 'no-page', servedAt };
  }
  const page = readWebPage(response.text, response.url);
  if (page.isHidden || /\b(?:noindex|none)\b/i.test(headers.get('x-robots-tag') ?? '')) {
    return { kind: 'gone', servedAt };
  }
  if (await isSecondAddress(response.url, page.canonical, request)) {
    return { kind: 'gone', servedAt };
  }
  if (page.asksForPassword && JSON.stringify(page.blocks).length < SHORT_PAGE) {
    return { kind: 'no-text', why: 'sign-in', servedAt };
  }
  const { title, locale, blocks, version } = page;
  const modified = modifiedOf(headers);
  const text = { url: response.url, title, locale, blocks, modified, ...(version && { version }) };
  const reading = textReading(response, text, !page.isWhole);
  return reading.kind === 'text' && !isTagged ? { ...reading, tag: '' } : reading;
}

function textReading(
  { servedAt, headers }: SourceResponse,
  text: PageText,
  isDoubtful: boolean,
): PageReading {
  if (text.blocks.length === 0 || text.title === '') {
    return { kind: 'no-text', why: 'no-text', servedAt };
  }
  return { kind: 'text', text, isDoubtful, tag: tagOf(headers), servedAt };
}

/** The page was moved to the front page, or to one that is read under its own address. */
async function isSecondAddress(
  finalUrl: string,
  canonical: string | undefined,
  { page, startUrl, isListed }: PageRequest,
): Promise<boolean> {
  const isMoved = finalUrl !== page.url;
  if (isMoved && new URL(finalUrl).pathname === new URL(startUrl).pathname) return true;
  for (const address of [isMoved ? finalUrl : undefined, canonical]) {
    if (address === undefined || address === page.url) continue;
    if (isListed(await pageKey(address))) return true;
  }
  return false;
}

/** Where the same page stands as Markdown, as GitBook and Mintlify serve it; null for folders. */
export function twinOf(address: string): string | null {
  const url = new URL(address);
  const path = url.pathname.replace(/\.html?$/, '');
  if (path.endsWith('/') || /\.[a-z]{2,4}$/i.test(path)) return null;
  url.pathname = `${path}.md`;
  return url.href;
}

/** Sites without such pages answer with an HTML page that says so, or with their front page. */
export function isMarkdown({ headers, text }: Pick<SourceResponse, 'headers' | 'text'>): boolean {
  const type = headers.get('content-type') ?? '';
  return /^text\/(?:markdown|x-markdown|plain)/i.test(type) && !/^\s*</.test(text);
}

function modifiedOf(headers: Headers): string {
  const time = Date.parse(headers.get('last-modified') ?? '');
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

function readMarkdownPage({ text, headers }: SourceResponse, url: string): PageText {
  const body = text.replace(/^\ufeff?---\r?\n[\s\S]{0,5000}?\r?\n---\r?\n/, '');
  const blocks = markdownToBlocks(body, { baseUrl: url });
  const at = blocks.slice(0, 3).findIndex((block) => block.type === 'heading' && block.level === 1);
  const heading = blocks[at];
  const title = heading?.type === 'heading' ? cut(inlineText(heading.text).trim(), 500) : '';
  return {
    url,
    title,
    locale: '',
    modified: modifiedOf(headers),
    blocks: title === '' ? blocks : blocks.toSpliced(at, 1),
  };
}
