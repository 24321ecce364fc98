/** Writing records; for the layout see `records.ts`. */
import { ByteWriter, encodeText, sharedPrefix } from '@/lib/search/blocks/bytes';
import {
  COUNT_MASK,
  FIELD_SHIFT,
  isPlain,
  MORE_FIELDS,
  WIDTH,
  type DocumentRecord,
  type ForwardIndex,
} from '@/lib/search/segment/records';

const NO_BYTES = new Uint8Array();

/** A document's terms, or what writes them. */
export type ForwardTerms = ForwardIndex | ((writer: ByteWriter) => void);

/** Fills one record block. */
export class RecordBlockWriter {
  readonly #bytes = new ByteWriter();
  readonly #record = new ByteWriter();
  #firstId: Uint8Array = NO_BYTES;

  get length(): number {
    return this.#bytes.length;
  }

  add(record: DocumentRecord, forward: ForwardTerms): void {
    const id = encodeText(record.id);
    if (this.#bytes.length === 0) {
      this.#firstId = id;
      this.#bytes.varint(id.length);
      this.#bytes.append(id);
    }
    const writer = this.#record;
    const shared = sharedPrefix(this.#firstId, id);
    writer.varint(shared);
    writer.varint(id.length - shared);
    writer.append(id, shared);
    const original = record.original === null ? null : encodeText(record.original);
    writer.varint(original === null ? 0 : original.length + 1);
    if (original !== null) writer.append(original);
    writer.varint(record.about.length);
    for (const value of record.about) writer.varint(value);
    for (const length of record.lengths) writer.varint(length);
    if (typeof forward === 'function') forward(writer);
    else writeForward(writer, forward);
    this.#bytes.varint(writer.length);
    this.#bytes.append(writer.written());
    writer.clear();
  }

  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.take();
  }
}

function writeForward(writer: ByteWriter, { ordinals, counts, length }: ForwardIndex): void {
  writer.varint(length);
  let previous = -1;
  for (let at = 0; at < length; at++) {
    const ordinal = ordinals[at] ?? 0;
    const gap = ordinal - previous - 1;
    previous = ordinal;
    const from = at * WIDTH;
    if (isPlain(counts, from)) {
      writer.varint(gap * 2);
      continue;
    }
    writer.varint(gap * 2 + 1);
    writeCounts(writer, counts, from);
  }
}

function writeCounts(writer: ByteWriter, counts: Uint16Array, from: number): void {
  let left = 0;
  for (let field = 0; field < WIDTH; field++) left += counts[from + field] === 0 ? 0 : 1;
  for (let field = 0; field < WIDTH; field++) {
    const count = counts[from + field] ?? 0;
    if (count === 0) continue;
    left--;
    const more = left > 0 ? MORE_FIELDS : 0;
    writer.byte(more | (field << FIELD_SHIFT) | Math.min(count - 1, COUNT_MASK));
    if (count - 1 >= COUNT_MASK) writer.varint(count - 1 - COUNT_MASK);
  }
}
