/**
 * Textile, as Redmine writes it, to blocks, within fixed bounds of time and memory. The marks:
 * https://www.redmine.org/projects/redmine/wiki/RedmineTextFormattingTextile.
 */
import { cut } from '@/lib/core/text';
import { webAddress } from '@/lib/core/url';
import { BlockBuilder } from '@/lib/convert/block-builder';
import { decodeEntities } from '@/lib/convert/entities';
import type { Block } from '@/lib/model/block';

/** Issues are short; every bound below is per character of this. */
const MAX_TEXTILE = 200_000;

export interface TextileOptions {
  /** Relative addresses are resolved against it. */
  baseUrl?: string;
}

const MARKS = { '*': 'strong', _: 'em', '@': 'code' } as const;
/** Class, style and language in front of a block: `p(note).`, `h2{color:red}.` */
const ATTRIBUTES = String.raw`(?:\([^()\n]{0,100}\)|\{[^{}\n]{0,200}\}|\[[^[\]\n]{0,20}\]|[<>=]){0,4}`;
const HEADING = new RegExp(String.raw`^h([1-6])${ATTRIBUTES}\.\s+(.*)$`);
const QUOTE = new RegExp(String.raw`^bq${ATTRIBUTES}\.\.?(?::\S+)?\s+(.*)$`);
const PARAGRAPH = new RegExp(String.raw`^p${ATTRIBUTES}\.\s+(.*)$`);
const LIST_ITEM = /^\s{0,3}([*#]{1,12})\s+(.*)$/;
const MACRO =
  /^\s*\{\{\s*[\w>]+(?:\([^()]{0,300}\))?\s*$|^\s*\}\}\s*$|^\s*\{\{[^{}]{0,300}\}\}\s*$/;

/** Whether a text is Textile: Redmine's servers use it or Markdown, and do not say which. */
export function looksLikeTextile(text: string): boolean {
  const start = text.slice(0, 20_000);
  if (/^#{2,6} \S|^```|^~~~|\]\((?:https?:|\/)|\*\*[^*\s][^*\n]{0,200}\*\*/m.test(start))
    return false;
  if (/^(?:h[1-6]|bq|p)[({[<>=.][^\n]{0,200}/m.test(start) || /^\|_\./m.test(start)) return true;
  if (/"[^"\n]{1,200}":(?:https?:\/\/|\/)|<pre>|^\*{2,} \S/m.test(start)) return true;
  // One `# ` is a title in Markdown, several in a row are a list in Textile.
  return /^# \S[^\n]*\r?\n# \S/m.test(start) || /(?:^|\s)@[^@\s][^@\n]{0,200}@/m.test(start);
}

/** Reads Textile into blocks. */
export function textileToBlocks(textile: string, options: TextileOptions = {}): Block[] {
  const writer = new TextileWriter(options);
  const parts = cut(textile, MAX_TEXTILE)
    .replaceAll('\r\n', '\n')
    .split(/<pre\b[^<>]{0,100}>/i);
  for (const [at, part] of parts.entries()) {
    const [code, rest] = at === 0 ? ['', part] : splitOnce(part, /<\/pre>/i);
    if (at > 0) writer.code(code);
    writer.lines(rest ?? '');
  }
  return writer.builder.finish();
}

function splitOnce(text: string, mark: RegExp): [string, string | undefined] {
  const found = mark.exec(text);
  if (found === null) return [text, undefined];
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}

class TextileWriter {
  readonly builder = new BlockBuilder();
  readonly #options: TextileOptions;
  #lists = 0;
  #inTable = false;

  constructor(options: TextileOptions) {
    this.#options = options;
  }

  code(text: string): void {
    this.#closeBlocks();
    this.builder.openCode();
    this.builder.text(decodeEntities(text.replace(/<\/?code\b[^<>]{0,100}>/gi, '')));
    this.builder.closeCode();
  }

  lines(text: string): void {
    let isOpen = false;
    for (const line of text.split('\n')) {
      if (this.builder.isFull) return;
      if (line.trim() === '' || /^-{3,}\s*$/.test(line) || MACRO.test(line)) {
        this.#closeBlocks();
        isOpen = false;
        continue;
      }
      const begun = this.#block(line);
      if (begun === null) {
        if (isOpen) this.builder.lineBreak();
        else if (this.#lists === 0) this.#closeBlocks();
        this.#inline(line.trim());
      }
      isOpen = begun !== 'whole';
    }
    this.#closeBlocks();
  }

  /** A line that begins a block by its first characters, which the next line may go on. */
  #block(line: string): 'whole' | 'open' | null {
    const { builder } = this;
    const item = LIST_ITEM.exec(line);
    if (item !== null) {
      this.#item(item[1] ?? '*', item[2] ?? '');
      return 'open';
    }
    if (/^\|.*\|\s*$/.test(line)) {
      this.#row(line);
      return 'whole';
    }
    const [, level, title] = HEADING.exec(line) ?? [];
    const quoted = QUOTE.exec(line)?.[1] ?? /^>+\s?(.*)$/.exec(line)?.[1];
    const paragraph = PARAGRAPH.exec(line)?.[1];
    if (level === undefined && quoted === undefined && paragraph === undefined) return null;
    this.#closeBlocks();
    if (level !== undefined) {
      builder.openHeading(Number(level));
      this.#inline(title ?? '');
      builder.closeHeading();
    } else if (quoted !== undefined) {
      builder.openContainer('quote');
      this.#inline(quoted);
      builder.closeContainer('quote');
    } else {
      this.#inline(paragraph ?? '');
      return 'open';
    }
    return 'whole';
  }

  #item(marks: string, text: string): void {
    const { builder } = this;
    this.#closeTable();
    while (this.#lists > marks.length) this.#closeList();
    if (this.#lists === marks.length) {
      builder.closeContainer('item');
      builder.openContainer('item');
    }
    while (this.#lists < marks.length) {
      builder.openContainer('list', marks[this.#lists] === '#');
      builder.openContainer('item');
      this.#lists += 1;
    }
    this.#inline(text);
  }

  #row(line: string): void {
    const { builder } = this;
    if (!this.#inTable) {
      this.#closeBlocks();
      builder.openTable();
      this.#inTable = true;
    }
    builder.openRow();
    const cells = line.trim().slice(1, -1).split('|').slice(0, 100);
    for (const cell of cells) {
      const [, header = '', text = ''] = /^(_?)(?:[\\/]\d{1,3}|[<>=^~-]){0,4}\.\s?(.*)$/.exec(
        cell,
      ) ?? ['', '', cell];
      builder.openCell(header === '_');
      this.#inline(text.trim());
    }
  }

  #closeList(): void {
    this.builder.closeContainer('item');
    this.builder.closeContainer('list');
    this.#lists -= 1;
  }

  #closeTable(): void {
    if (this.#inTable) this.builder.closeTable();
    this.#inTable = false;
  }

  #closeBlocks(): void {
    while (this.#lists > 0) this.#closeList();
    this.#closeTable();
    this.builder.breakParagraph();
  }

  #inline(text: string): void {
    let end = 0;
    for (const match of text.matchAll(INLINE)) {
      this.#text(text.slice(end, match.index));
      this.#mark(match);
      end = match.index + match[0].length;
    }
    this.#text(text.slice(end));
  }

  #mark(match: RegExpExecArray): void {
    const { builder } = this;
    const [whole, marked, inside, label, address, alt, page, name] = match;
    if (marked !== undefined) {
      const mark = MARKS[marked as keyof typeof MARKS];
      builder.openMark(mark);
      if (mark === 'code') builder.text(inside ?? '');
      else this.#text(inside ?? '');
      builder.closeMark(mark);
    } else if (label !== undefined) this.#link(address ?? '', label);
    else if (whole.startsWith('[[')) builder.text(name ?? page ?? '');
    else if (whole.startsWith('!')) builder.image(alt ?? '');
    else this.#link(whole, whole);
  }

  /** The full stop after an address belongs to the sentence. */
  #link(written: string, label: string): void {
    const address = written.replace(/[.,;:!?)]+$/, '');
    const isBare = written === label;
    this.builder.openLink(webAddress(address, this.#options.baseUrl));
    this.#text(isBare ? address : label);
    this.builder.closeLink();
    this.builder.text(written.slice(address.length));
  }

  #text(text: string): void {
    this.builder.text(decodeEntities(text.replace(/<\/?(?:notextile|code|br ?\/?)>/gi, ' ')));
  }
}

/** Marks stand at the edges of words; each alternative is bounded, so a line costs what it is long. */
const INLINE =
  /(?<![\p{L}\p{N}])([*_@])(?=\S)([^\n]{1,300}?)(?<=\S)\1(?![\p{L}\p{N}])|"([^"\n]{1,300})":((?:https?:\/\/|mailto:|\/)[^\s<>"|]{1,500})|!(?=\S)[^\s!()]{1,300}(?:\(([^()\n]{1,200})\))?!|\[\[([^\]|\n]{1,200})(?:\|([^\]\n]{1,200}))?\]\]|https?:\/\/[^\s<>"|]{1,500}/gu;
