/**
 * Atlassian's document format (ADF) to blocks, within fixed bounds of time and memory. The format:
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/. Of a node we do not
 * know, what is in it is read.
 */
import { webAddress } from '@/lib/core/url';
import { BlockBuilder } from '@/lib/convert/block-builder';
import { MAX_BLOCKS } from '@/lib/convert/limits';
import type { Block } from '@/lib/model/block';

type Node = Record<string, unknown>;

/** Deeper nodes are read as text only; no editor nests so deep. */
const MAX_NESTING = 100;
/** No document comes near; one of empty nodes without end has its end here. */
const MAX_NODES = MAX_BLOCKS * 10;

const MARKS: Record<string, 'strong' | 'em' | 'code'> = {
  strong: 'strong',
  em: 'em',
  code: 'code',
};

/** Reads a document, or any node of one; what is none gives no blocks. */
export function adfToBlocks(document: unknown): Block[] {
  const writer = new NodeWriter();
  writer.write(document, 0);
  return writer.builder.finish();
}

class NodeWriter {
  readonly builder = new BlockBuilder();
  #nodesLeft = MAX_NODES;

  write(value: unknown, depth: number): void {
    this.#nodesLeft -= 1;
    if (!isNode(value) || this.#nodesLeft < 0 || depth > MAX_NESTING || this.builder.isFull) return;
    const type = text(value['type']);
    if (type === 'text') this.#text(value);
    else if (!this.#leaf(type, attributesOf(value))) this.#parent(type, value, depth);
  }

  #text(node: Node): void {
    const { builder } = this;
    const marks = (Array.isArray(node['marks']) ? node['marks'].slice(0, 20) : []).filter(isNode);
    const names = marks.flatMap((mark) => MARKS[text(mark['type'])] ?? []);
    const link = marks.find((mark) => mark['type'] === 'link');
    for (const name of names) builder.openMark(name);
    if (link !== undefined) builder.openLink(webAddress(text(attributesOf(link)['href'])));
    builder.text(text(node['text']));
    if (link !== undefined) builder.closeLink();
    for (const name of names) builder.closeMark(name);
  }

  /** Nodes that stand for a piece of text; false for those with nodes in them. */
  #leaf(type: string, attributes: Node): boolean {
    const { builder } = this;
    switch (type) {
      case 'hardBreak':
        builder.lineBreak();
        return true;
      case 'rule':
        builder.breakParagraph();
        return true;
      // A person's name says nothing about the problem.
      case 'mention':
        return true;
      case 'emoji':
        builder.text(text(attributes['text']) || text(attributes['shortName']));
        return true;
      case 'status':
        builder.text(text(attributes['text']));
        return true;
      case 'date':
        builder.text(dayOf(attributes['timestamp']));
        return true;
      case 'inlineCard':
        this.#card(attributes);
        return true;
      case 'blockCard':
      case 'embedCard':
        builder.breakParagraph();
        this.#card(attributes);
        builder.breakParagraph();
        return true;
      case 'media':
      case 'mediaInline':
        builder.image(text(attributes['alt']));
        return true;
      default:
        return false;
    }
  }

  #card(attributes: Node): void {
    const { url, data } = attributes;
    const address = webAddress(text(url) || (isNode(data) ? text(data['url']) : ''));
    if (address === undefined) return;
    this.builder.openLink(address);
    this.builder.text(address);
    this.builder.closeLink();
  }

  #parent(type: string, node: Node, depth: number): void {
    const { builder } = this;
    const attributes = attributesOf(node);
    const inside = () => this.#children(node, depth);
    switch (type) {
      case 'heading':
        builder.openHeading(levelOf(attributes['level']));
        inside();
        return builder.closeHeading();
      case 'codeBlock':
        builder.openCode();
        inside();
        return builder.closeCode();
      case 'bulletList':
      case 'orderedList':
      case 'taskList':
      case 'decisionList':
        builder.openContainer('list', type === 'orderedList');
        inside();
        return builder.closeContainer('list');
      case 'listItem':
      case 'taskItem':
      case 'decisionItem':
        builder.openContainer('item');
        if (type === 'taskItem') builder.text(attributes['state'] === 'DONE' ? '☑ ' : '☐ ');
        inside();
        return builder.closeContainer('item');
      case 'blockquote':
      case 'panel':
        builder.openContainer('quote');
        inside();
        return builder.closeContainer('quote');
      default:
        return this.#structure(type, attributes, inside);
    }
  }

  #structure(type: string, attributes: Node, inside: () => void): void {
    const { builder } = this;
    switch (type) {
      case 'table':
        builder.openTable();
        inside();
        return builder.closeTable();
      case 'tableRow':
        builder.openRow();
        return inside();
      case 'tableHeader':
      case 'tableCell':
        builder.openCell(type === 'tableHeader');
        return inside();
      case 'expand':
      case 'nestedExpand':
        builder.breakParagraph();
        builder.openMark('strong');
        builder.text(text(attributes['title']));
        builder.closeMark('strong');
        builder.breakParagraph();
        inside();
        return builder.breakParagraph();
      default:
        builder.breakParagraph();
        inside();
        return builder.breakParagraph();
    }
  }

  #children(node: Node, depth: number): void {
    const { content } = node;
    if (!Array.isArray(content)) return;
    for (const child of content as unknown[]) {
      if (this.#nodesLeft < 0 || this.builder.isFull) return;
      this.write(child, depth + 1);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function attributesOf(node: Node): Node {
  return isNode(node['attrs']) ? node['attrs'] : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function levelOf(value: unknown): number {
  return typeof value === 'number' && value >= 1 && value <= 6 ? Math.floor(value) : 3;
}

/** Milliseconds since 1970, as a number or in a string. */
function dayOf(timestamp: unknown): string {
  const date = new Date(Number(timestamp));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
