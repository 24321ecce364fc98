/** A file of Markdown or HTML as the record an import takes. */
import { inlineText } from '@/lib/convert/block-text';
import { markdownToBlocks } from '@/lib/convert/markdown';
import { readWebPage } from '@/lib/convert/web-page';
import type { Block } from '@/lib/model/block';
import { readFrontMatter } from '@/lib/sources/folder/front-matter';

/** A document and its text, already as blocks. */
export interface FolderDocument {
  record: Record<string, unknown>;
  blocks: Block[];
}

const MARKDOWN = /\.(?:md|mdx|markdown|txt)$/i;
const HTML = /\.(?:html?|xhtml)$/i;
/** Folders named like this say the language of what is in them. */
const LOCALE_FOLDER = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;
/** Two letters that are words or file types more often than languages. */
const NO_LOCALES = new Set(['my', 'to', 'in', 'is', 'go', 'as', 'or', 'so', 'no', 'kb', 'ui', 'qa', 'js', 'ts', 'db', 'hc']); // prettier-ignore

/** Whether a file of this name holds a document. */
export function isDocument(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !name.startsWith('.') && (MARKDOWN.test(name) || HTML.test(name));
}

/** `path` with its folders: it names the document, and tells its labels and language. */
export function readDocument(path: string, text: string): FolderDocument {
  return HTML.test(path) ? readHtml(path, text) : readMarkdown(path, text);
}

function readMarkdown(path: string, text: string): FolderDocument {
  const { fields, body } = readFrontMatter(text);
  const all = markdownToBlocks(withoutImports(path, body));
  const first = all[0];
  const isTitle = first?.type === 'heading' && first.level === 1;
  const heading = isTitle ? inlineText(first.text) : '';
  const title = textOf(fields, ['title', 'name']) || heading || nameOf(path);
  const blocks = isTitle && heading.trim() === title.trim() ? all.slice(1) : all;
  return {
    record: {
      ...recordOf(path),
      title,
      ...stated(fields),
      labels: [...foldersOf(path), ...wordsOf(fields, ['tags', 'labels', 'keywords', 'categories', 'category'])], // prettier-ignore
    },
    blocks,
  };
}

function readHtml(path: string, html: string): FolderDocument {
  const page = readWebPage(html);
  const url = page.canonical === undefined ? {} : { url: page.canonical };
  const locale = page.locale === '' ? {} : { locale: page.locale };
  const title = page.title || nameOf(path);
  return { record: { ...recordOf(path), title, ...url, ...locale, labels: foldersOf(path) }, blocks: page.blocks }; // prettier-ignore
}

/** What the path tells. */
function recordOf(path: string): Record<string, unknown> {
  const locale = path.split('/').slice(0, -1).find(isLocale);
  return { id: path.slice(-200), ...(locale === undefined ? {} : { locale }) };
}

/** What the head states in words that an import knows. */
function stated(fields: Record<string, string | string[]>): Record<string, unknown> {
  const taken = {
    url: textOf(fields, ['url', 'permalink', 'canonical', 'canonical_url', 'link']),
    updated: textOf(fields, [
      'updated',
      'updatedat',
      'lastmod',
      'last_updated',
      'modified',
      'date',
    ]),
    created: textOf(fields, ['created', 'createdat', 'date']),
    product: textOf(fields, ['product', 'products']),
    version: textOf(fields, ['version']),
    locale: textOf(fields, ['locale', 'lang', 'language']),
    visibility: textOf(fields, ['visibility', 'audience']),
    kind: textOf(fields, ['kind']),
    status: textOf(fields, ['status']),
    workaround: textOf(fields, ['workaround']),
    fixVersion: textOf(fields, ['fixversion', 'fix_version', 'fixed_in']),
  };
  return Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== ''));
}

function textOf(fields: Record<string, string | string[]>, names: readonly string[]): string {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const text = Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
    if (text !== '') return text;
  }
  return '';
}

function wordsOf(fields: Record<string, string | string[]>, names: readonly string[]): string[] {
  return names.flatMap((name) => (Object.hasOwn(fields, name) ? (fields[name] ?? []) : []));
}

/** `import` and `export` lines of MDX are code, not text. */
function withoutImports(path: string, body: string): string {
  return /\.mdx$/i.test(path) ? body.replace(/^(?:import|export)\s[^\n]*\n/gm, '') : body;
}

function foldersOf(path: string): string[] {
  const folders = path.split('/').slice(0, -1);
  return folders.filter((folder) => folder !== '' && !isLocale(folder)).slice(-2);
}

function isLocale(folder: string): boolean {
  return LOCALE_FOLDER.test(folder) && !NO_LOCALES.has(folder.toLowerCase());
}

/** `02-offline_mode.md` is "offline mode". */
function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '');
  return (
    name
      .replace(/^\d+[-_. ]+/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name
  );
}
