/**
 * What a page's Markdown says of the pages and databases in it: a tag each, with its address. Tags:
 * https://developers.notion.com/guides/data-apis/enhanced-markdown. A page that is only mentioned
 * stands in a `<mention-page>`, and is no child.
 */

const FENCE = /^[\t >]*(?:`{3,}|~{3,})/;
const CHILD = /<(page|database)\b([^<>]*)>/g;
const PAGE_ID = /\burl="[^"]*?([0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})(?:[?#][^"]*)?"/i;
/** Views of a database elsewhere name its data source as well. */
const SOURCE_ID = /\bdata-source-url="collection:\/\/([0-9a-f-]{32,36})"/i;
/** In the trash, and still shown where it was. */
const GONE = /\bdeleted\b(?!=")/;

export interface Children {
  /** Ids as `plainId` writes them, each once. */
  pages: string[];
  /** Data sources, whose rows are pages. */
  sources: string[];
}

/** Ids come with and without hyphens. */
export function plainId(id: string): string {
  return id.replaceAll('-', '').toLowerCase();
}

/** The children that a page's Markdown names outside of code, in order. */
export function childrenOf(markdown: string): Children {
  const pages = new Set<string>();
  const sources = new Set<string>();
  let isCode = false;
  for (const line of markdown.split('\n')) {
    if (FENCE.test(line)) isCode = !isCode;
    for (const [, tag, attributes = ''] of isCode ? [] : line.matchAll(CHILD)) {
      if (GONE.test(attributes.replaceAll(/"[^"]*"/g, '""'))) continue;
      const id = (tag === 'page' ? PAGE_ID : SOURCE_ID).exec(attributes)?.[1];
      if (id !== undefined) (tag === 'page' ? pages : sources).add(plainId(id));
    }
  }
  return { pages: [...pages], sources: [...sources] };
}
