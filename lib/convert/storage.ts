/**
 * Confluence's storage format to blocks: XHTML with macros (`ac:`) and references (`ri:`), within
 * the same bounds as HTML. https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html
 */
import { Parser, type Handler } from 'htmlparser2';
import { BlockBuilder } from '@/lib/convert/block-builder';
import { CHUNK, MAX_OPEN, type HtmlOptions } from '@/lib/convert/html';
import { closeElement, openElement } from '@/lib/convert/html-elements';
import { isDropped, type Attributes } from '@/lib/convert/html-rules';
import { MAX_SOURCE } from '@/lib/convert/limits';
import { cut } from '@/lib/core/text';
import type { Block } from '@/lib/model/block';

/** Macros that are a box around text. */
const BOXES = new Set(['info', 'note', 'warning', 'tip', 'panel', 'excerpt', 'expand', 'details']);
/** Macros whose text is shown as it stands. */
const CODE = new Set(['code', 'noformat']);
/** Parts of a macro that readers never see, and the name under which a task or picture is kept. */
const UNSEEN = new Set(['ac:task-id', 'ac:task-uuid', 'ac:placeholder', 'ac:adf-attribute', 'ac:adf-fallback']); // prettier-ignore

/** What to do when an element that was opened closes. */
type Close = 'quote' | 'code' | 'plain' | 'title' | 'status' | 'list' | 'item' | 'image' | 'html' | 'dropped'; // prettier-ignore

/** Reads a page's body; unknown macros are read for the text in them. */
export function storageToBlocks(storage: string, options: HtmlOptions = {}): Block[] {
  const source = cut(storage, MAX_SOURCE);
  const reader = new StorageReader(options);
  const parser = new Parser(reader.events, { recognizeCDATA: true, recognizeSelfClosing: true });
  for (let at = 0; at < source.length && !reader.builder.isFull; at += CHUNK) {
    parser.write(source.slice(at, at + CHUNK));
    if (reader.openElements <= MAX_OPEN) continue;
    reader.unwind();
    parser.reset();
  }
  if (!reader.builder.isFull) parser.end();
  return reader.builder.finish();
}

class StorageReader {
  readonly builder = new BlockBuilder();
  readonly events: Partial<Handler>;
  readonly #baseUrl: string | undefined;
  #open: Close[] = [];
  /** The macros around, innermost last. */
  #macros: string[] = [];
  #dropped = 0;
  #isStatus = false;
  /** A link's target by title, shown when the link has no text of its own. */
  #linkTitle = '';
  #linkHasText = false;

  constructor({ baseUrl }: HtmlOptions) {
    this.#baseUrl = baseUrl;
    this.events = {
      onopentag: (name, attributes) => this.#openTag(name, attributes),
      onclosetag: (name) => this.#closeTag(name),
      ontext: (text) => this.#text(text),
    };
  }

  get openElements(): number {
    return this.#open.length;
  }

  unwind(): void {
    this.#open = [];
    this.#macros = [];
    this.#dropped = 0;
    this.builder.unwind();
  }

  #text(text: string): void {
    if (this.#dropped > 0) return;
    if (this.#isStatus) {
      this.#isStatus = false;
      this.builder.text(text.trim() === 'complete' ? '☑ ' : '☐ ');
      return;
    }
    if (text.trim() !== '') this.#linkHasText = true;
    this.builder.text(text);
  }

  #openTag(name: string, attributes: Attributes): void {
    const close = this.#dropped > 0 ? 'dropped' : this.#openElement(name, attributes);
    if (close === 'dropped') this.#dropped += 1;
    this.#open.push(close);
  }

  #openElement(name: string, attributes: Attributes): Close {
    if (UNSEEN.has(name) || isDropped(name, attributes, false)) return 'dropped';
    const isOurs = name.startsWith('ac:') || name.startsWith('ri:');
    if (isOurs) return this.#openMacro(name, attributes);
    openElement(this.builder, name, attributes, this.#baseUrl);
    return 'html';
  }

  #openMacro(name: string, attributes: Attributes): Close {
    const { builder } = this;
    switch (name) {
      case 'ac:structured-macro':
        return this.#enterMacro(attributes['ac:name'] ?? '');
      case 'ac:parameter':
        return this.#openParameter(attributes['ac:name'] ?? '');
      case 'ac:plain-text-body':
        if (!CODE.has(this.#macros.at(-1) ?? '')) return 'plain';
        builder.openCode();
        return 'code';
      case 'ac:task-list':
        builder.openContainer('list');
        return 'list';
      case 'ac:task':
        builder.openContainer('item');
        return 'item';
      case 'ac:task-status':
        this.#isStatus = true;
        return 'status';
      case 'ac:image':
        builder.image(attributes['ac:alt'] ?? attributes['ac:title'] ?? '');
        return 'image';
      case 'ac:link':
        this.#linkTitle = '';
        this.#linkHasText = false;
        return 'plain';
      case 'ri:page':
        this.#linkTitle = attributes['ri:content-title'] ?? '';
        return 'plain';
      default:
        return 'plain';
    }
  }

  #enterMacro(macro: string): Close {
    this.#macros.push(macro);
    if (!BOXES.has(macro)) return 'plain';
    this.builder.openContainer('quote');
    return 'quote';
  }

  /** A box's title and a status's word are seen; colours, widths and languages are not. */
  #openParameter(parameter: string): Close {
    const macro = this.#macros.at(-1) ?? '';
    const isSeen = parameter === 'title' && (BOXES.has(macro) || CODE.has(macro) || macro === 'status'); // prettier-ignore
    if (!isSeen) return 'dropped';
    if (macro === 'status') return 'plain';
    this.builder.breakParagraph();
    this.builder.openMark('strong');
    return 'title';
  }

  #closeTag(name: string): void {
    const { builder } = this;
    const close = this.#open.pop() ?? 'plain';
    if (name === 'ac:structured-macro' && close !== 'dropped') this.#macros.pop();
    if (name === 'ac:link' && !this.#linkHasText && close === 'plain')
      builder.text(this.#linkTitle);
    switch (close) {
      case 'dropped':
        this.#dropped -= 1;
        return;
      case 'quote':
      case 'list':
      case 'item':
        builder.closeContainer(close);
        return;
      case 'code':
        builder.closeCode();
        return;
      case 'title':
        builder.closeMark('strong');
        builder.breakParagraph();
        return;
      case 'status':
        this.#isStatus = false;
        return;
      case 'html':
        closeElement(builder, name);
        return;
      case 'plain':
      case 'image':
    }
  }
}
