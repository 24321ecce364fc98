/** Builds blocks from a stream of openings, closings and text, within fixed bounds. */
import { createInlineRun, type Marks } from '@/lib/convert/inline-run';
import { MAX_BLOCKS, MAX_DEPTH, MAX_TEXT } from '@/lib/convert/limits';
import type { Block, Inline } from '@/lib/model/block';
import { cut } from '@/lib/core/text';

type Mark = 'strong' | 'em' | 'code';

type Container =
  | { kind: 'root' | 'quote' | 'item'; blocks: Block[] }
  /** `implied` lists were never opened: they end with their last item. */
  | { kind: 'list'; ordered: boolean; implied: boolean; items: Block[][] };

interface OpenTable {
  rows: Inline[][][];
  header: boolean;
  /** The cell being filled, if one is open. */
  cell: boolean;
}

/** Takes events in document order; closings without an opening do no harm. */
export class BlockBuilder {
  readonly #root: Block[] = [];
  readonly #run = createInlineRun();
  #containers: Container[] = [{ kind: 'root', blocks: this.#root }];
  /** Containers open beyond the bound or in a table: they only break paragraphs. */
  #flattened = 0;
  #table: OpenTable | null = null;
  #heading = 0;
  #code: string[] | null = null;
  #marks: Record<Mark, number> = { strong: 0, em: 0, code: 0 };
  #hrefs: (string | undefined)[] = [];
  #textLeft = MAX_TEXT;
  #blocksLeft = MAX_BLOCKS;

  /** True when a bound is reached and further input would be lost anyway. */
  get isFull(): boolean {
    return this.#textLeft <= 0 || this.#blocksLeft <= 0;
  }

  text(raw: string): void {
    const text = cut(raw, Math.max(0, this.#textLeft));
    this.#textLeft -= text.length;
    if (this.#code === null) this.#run.add(text, this.#marksNow());
    else this.#code.push(text);
  }

  lineBreak(): void {
    if (this.#code === null) this.#run.lineBreak();
    else this.#code.push('\n');
  }

  openMark(mark: Mark): void {
    this.#marks[mark] += 1;
  }

  closeMark(mark: Mark): void {
    this.#marks[mark] = Math.max(0, this.#marks[mark] - 1);
  }

  openLink(href: string | undefined): void {
    this.#hrefs.push(href);
  }

  closeLink(): void {
    this.#hrefs.pop();
  }

  /** Ends the paragraph or heading text collected so far. */
  breakParagraph(): void {
    if (this.#code !== null) return;
    if (this.#table !== null) {
      this.#run.lineBreak();
      return;
    }
    const text = this.#run.take();
    if (text.length === 0) return;
    if (this.#heading > 0) this.add({ type: 'heading', level: this.#heading, text });
    else this.add({ type: 'paragraph', text });
  }

  openHeading(level: number): void {
    this.breakParagraph();
    this.#heading = level;
  }

  closeHeading(): void {
    this.breakParagraph();
    this.#heading = 0;
  }

  openCode(): void {
    this.breakParagraph();
    this.#code ??= [];
  }

  closeCode(): void {
    if (this.#code === null) return;
    const text = this.#code.join('').replace(/^\n/, '').trimEnd();
    this.#code = null;
    if (text === '') return;
    if (this.#table === null) this.add({ type: 'code', text });
    else this.#run.add(text, { code: true });
  }

  openContainer(kind: 'quote' | 'item' | 'list', ordered = false): void {
    this.breakParagraph();
    this.#heading = 0;
    if (this.#table !== null || this.#flattened > 0 || this.#containers.length > MAX_DEPTH * 2) {
      this.#flattened += 1;
      return;
    }
    if (kind === 'list') this.#openList(ordered, false);
    else {
      if (kind === 'item' && this.#containers.at(-1)?.kind !== 'list') this.#openList(false, true);
      this.#containers.push({ kind, blocks: [] });
    }
  }

  /** Closes the innermost container of this kind and all that are open inside it. */
  closeContainer(kind: 'quote' | 'item' | 'list'): void {
    this.breakParagraph();
    if (this.#flattened > 0) {
      this.#flattened -= 1;
      return;
    }
    if (!this.#containers.some((container) => container.kind === kind)) return;
    while (this.#closeInnermost() !== kind);
  }

  openTable(): void {
    this.breakParagraph();
    // A table in a table is layout: its text joins the cell around it.
    if (this.#table === null) this.#table = { rows: [], header: false, cell: false };
    else this.#flattened += 1;
  }

  openRow(): void {
    if (this.#table === null || this.#flattened > 0) return;
    this.#closeCell();
    this.#table.rows.push([]);
  }

  openCell(isHeader: boolean): void {
    if (this.#table === null || this.#flattened > 0) {
      this.breakParagraph();
      return;
    }
    this.#closeCell();
    if (this.#table.rows.length === 0) this.#table.rows.push([]);
    if (isHeader && this.#table.rows.length === 1) this.#table.header = true;
    this.#table.cell = true;
    this.#blocksLeft -= 1;
  }

  closeTable(): void {
    if (this.#flattened > 0) {
      this.#flattened -= 1;
      return;
    }
    if (this.#table === null) return;
    this.#closeCell();
    const { rows, header } = this.#table;
    this.#table = null;
    const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
    if (filled.length > 0) this.add({ type: 'table', rows: filled, header });
  }

  image(alt: string): void {
    if (alt.trim() === '') return;
    if (this.#table !== null || this.#heading > 0 || !this.#run.isEmpty()) this.text(alt);
    else this.add({ type: 'image', alt: cut(alt.trim(), 500) });
  }

  add(block: Block): void {
    this.#blocksLeft -= 1;
    if (this.#blocksLeft >= 0) this.#place(block);
  }

  /** Closes all that is open, so that the next event starts at the top again. */
  unwind(): void {
    this.closeCode();
    this.#flattened = 0;
    this.closeTable();
    this.closeHeading();
    while (this.#containers.length > 1) this.#closeInnermost();
    this.#marks = { strong: 0, em: 0, code: 0 };
    this.#hrefs = [];
  }

  finish(): Block[] {
    this.unwind();
    return this.#root;
  }

  #openList(ordered: boolean, implied: boolean): void {
    this.#containers.push({ kind: 'list', ordered, implied, items: [] });
  }

  #place(block: Block): void {
    const top = this.#containers.at(-1);
    if (top?.kind === 'list' && top.implied) this.#closeInnermost();
    const container = this.#containers.at(-1);
    if (container?.kind === 'list') container.items.push([block]);
    else (container?.blocks ?? this.#root).push(block);
  }

  #marksNow(): Marks {
    const href = this.#hrefs.at(-1);
    return {
      ...(this.#marks.strong > 0 ? { strong: true } : {}),
      ...(this.#marks.em > 0 ? { em: true } : {}),
      ...(this.#marks.code > 0 ? { code: true } : {}),
      ...(href === undefined ? {} : { href }),
    };
  }

  #closeCell(): void {
    if (this.#table === null) return;
    const text = this.#run.take();
    if (this.#table.cell) this.#table.rows.at(-1)?.push(text);
    // Text between cells, which a browser would move in front of the table.
    else if (text.length > 0) this.add({ type: 'paragraph', text });
    this.#table.cell = false;
  }

  #closeInnermost(): Container['kind'] {
    const closed = this.#containers.pop();
    if (closed === undefined || closed.kind === 'root') {
      this.#containers = [{ kind: 'root', blocks: this.#root }];
      return 'root';
    }
    // Containers are placed past the bound too: what is in them has been paid for.
    if (closed.kind === 'list') {
      const { ordered, items } = closed;
      if (items.length > 0) this.#place({ type: 'list', ordered, items });
    } else if (closed.blocks.length > 0) {
      const list = this.#containers.at(-1);
      if (closed.kind === 'quote') this.#place({ type: 'quote', blocks: closed.blocks });
      else if (list?.kind === 'list') list.items.push(closed.blocks);
    }
    return closed.kind;
  }
}
