/** A page as the web serves it: its own text without the frame around it, and what its head says. */
import { Parser } from 'htmlparser2';
import { inlineText } from '@/lib/convert/block-text';
import { CHUNK, htmlToBlocks, MAX_OPEN } from '@/lib/convert/html';
import type { Attributes } from '@/lib/convert/html-rules';
import { MAX_SOURCE } from '@/lib/convert/limits';
import { cut } from '@/lib/core/text';
import { webAddress } from '@/lib/core/url';
import type { Block } from '@/lib/model/block';

export interface WebPage {
  /** '' where the page has none. */
  title: string;
  /** As the page states it; '' where it does not. */
  locale: string;
  blocks: Block[];
  /** The page asks not to be found by search. */
  isHidden: boolean;
  /** The page asks for a password. */
  asksForPassword: boolean;
  /** False when the text breaks off before the page's end. */
  isWhole: boolean;
  /** The address the page calls its own. */
  canonical?: string;
  /** Version of the product that the page describes, where its generator says it. */
  version?: string;
}

const TITLE_LIMIT = 500;
/** A first heading further down than this is not the page's title. */
const TITLE_WITHIN = 3;
/** A page with more main parts and articles is a list of them. */
const MOST_REGIONS = 100;

/**
 * Reads a page; `url` is its own address, absent for a file. Bounded in time and memory like
 * `htmlToBlocks`.
 */
export function readWebPage(html: string, url?: string): WebPage {
  const source = cut(html, MAX_SOURCE);
  const scan = new PageScan(source);
  const { start, end } = scan.content();
  const all = htmlToBlocks(source.slice(start, end), {
    inPage: true,
    ...(url === undefined ? {} : { baseUrl: url }),
  });
  const { title, blocks } = takeTitle(all, scan);
  const canonical = webAddress(scan.canonical, url);
  return {
    title,
    locale: scan.locale,
    blocks,
    isHidden: scan.isHidden,
    asksForPassword: scan.asksForPassword,
    isWhole: source.length < html.length || /<\/html\s*>\s*(?:<!--[^>]*-->\s*)*$/i.test(source.slice(-2_000)), // prettier-ignore
    ...(canonical === undefined || scan.canonical === '' ? {} : { canonical }),
    ...(scan.version === '' ? {} : { version: scan.version }),
  };
}

/** The first heading is the title; otherwise what the head says, without the site's name. */
function takeTitle(blocks: Block[], scan: PageScan): { title: string; blocks: Block[] } {
  const at = blocks.slice(0, TITLE_WITHIN).findIndex(isTopHeading);
  const heading = blocks[at];
  if (heading?.type === 'heading') {
    const title = oneLine(inlineText(heading.text));
    if (title !== '') return { title, blocks: blocks.toSpliced(at, 1) };
  }
  const named = oneLine(scan.ogTitle) || oneLine(scan.title).replace(/\s+[|·–—-]\s+[^|·–—]*$/, '');
  return { title: named, blocks };
}

function isTopHeading(block: Block): boolean {
  return block.type === 'heading' && block.level === 1;
}

function oneLine(text: string): string {
  return cut(text.replace(/[\s\p{Cc}\u200b]+/gu, ' ').trim(), TITLE_LIMIT);
}

/** Part of the source: first character, and the one after the last. */
interface Region {
  start: number;
  end: number;
  kind: 'main' | 'article';
}

/** One pass over the source that finds the parts; no text is kept but the title's. */
class PageScan {
  title = '';
  ogTitle = '';
  locale = '';
  canonical = '';
  version = '';
  isHidden = false;
  asksForPassword = false;
  readonly #length: number;
  readonly #regions: Region[] = [];
  /** The open elements; regions among them are still without an end. */
  readonly #open: (Region | null)[] = [];
  #inTitle = false;

  constructor(source: string) {
    this.#length = source.length;
    const parser = new Parser({
      onopentag: (name, attributes) => this.#openTag(name, attributes, parser),
      onclosetag: () => {
        this.#inTitle = false;
        const region = this.#open.pop();
        if (region) region.end = Math.max(region.start, parser.endIndex + 1);
      },
      ontext: (text) => {
        if (this.#inTitle && this.title.length < TITLE_LIMIT) this.title += text;
      },
    });
    for (let at = 0; at < source.length && this.#open.length <= MAX_OPEN; at += CHUNK) {
      parser.write(source.slice(at, at + CHUNK));
    }
    if (this.#open.length <= MAX_OPEN) parser.end();
  }

  /** The main part, or the one article in it; the whole page where there is neither. */
  content(): { start: number; end: number } {
    const main = this.#largest('main', { start: 0, end: this.#length });
    const around = main ?? { start: 0, end: this.#length };
    const articles = this.#regions.filter(
      ({ kind, start, end }) => kind === 'article' && start >= around.start && end <= around.end,
    );
    const outer = articles.filter(
      (one) => !articles.some((other) => other !== one && contains(other, one)),
    );
    return outer.length === 1 && outer[0] !== undefined ? outer[0] : around;
  }

  #largest(kind: Region['kind'], within: { start: number; end: number }): Region | undefined {
    return this.#regions
      .filter((region) => region.kind === kind && region.end <= within.end)
      .toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  }

  #openTag(name: string, attributes: Attributes, parser: Parser): void {
    const kind = regionKind(name, attributes);
    const isCounted = kind !== null && this.#regions.length < MOST_REGIONS;
    const region = isCounted ? { kind, start: parser.startIndex, end: this.#length } : null;
    if (region !== null) this.#regions.push(region);
    this.#open.push(region);
    if (name === 'html') this.locale = localeOf(attributes['lang'] ?? '');
    else if (name === 'title') this.#inTitle = this.title === '';
    else if (name === 'meta') this.#readMeta(attributes);
    else if (name === 'link' && attributes['rel'] === 'canonical') {
      this.canonical = attributes['href'] ?? '';
    } else if (name === 'input' && attributes['type'] === 'password') this.asksForPassword = true;
  }

  #readMeta(attributes: Attributes): void {
    const name = (attributes['name'] ?? attributes['property'] ?? '').toLowerCase();
    const content = cut(attributes['content'] ?? '', TITLE_LIMIT);
    if (name === 'robots') this.isHidden = /\b(?:noindex|none)\b/i.test(content);
    else if (name === 'og:title') this.ogTitle = content;
    else if (name === 'docusaurus_version' || name === 'docsearch:version') {
      this.version = /^\d[\w.-]{0,30}$/.test(content) ? content : this.version;
    }
  }
}

function regionKind(name: string, attributes: Attributes): Region['kind'] | null {
  if (name === 'main' || attributes['role'] === 'main') return 'main';
  return name === 'article' ? 'article' : null;
}

function contains(outer: Region, inner: Region): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function localeOf(text: string): string {
  const trimmed = text.trim();
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(trimmed) ? trimmed : '';
}
