/** Cuts a text into marked and unmarked pieces, whatever the ranges look like. */
import { cut } from '@/lib/core/text';

export interface Segment {
  text: string;
  marked: boolean;
  /** Where the piece starts in the whole text. */
  at: number;
}

export type Ranges = readonly (readonly [number, number])[];

/** The text in pieces. Ranges that are out of bounds, empty, out of order or overlapping do no harm. */
export function cutByMarks(text: string, marks: Ranges): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const push = (end: number, marked: boolean) => {
    if (end > at) segments.push({ text: text.slice(at, end), marked, at });
    at = Math.max(at, end);
  };
  for (const [from, to] of marks.toSorted((one, other) => one[0] - other[0])) {
    const start = Math.max(at, Math.min(from, text.length));
    const end = Math.min(to, text.length);
    if (!(end > start)) continue;
    push(start, false);
    push(end, true);
  }
  push(text.length, false);
  return segments;
}

/** A part of a text that is short enough to show, with its marks moved along. */
export interface Excerpt {
  text: string;
  marks: [number, number][];
}

/** Characters kept before the first mark when the start is cut away. */
const LEAD = 48;

function wordStart(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space === -1 || space > from + LEAD ? from : space + 1;
}

/** At most `limit` characters around the first mark; `…` stands where text was left out. */
export function excerpt(text: string, marks: Ranges, limit: number, visible = limit): Excerpt {
  const first = marks[0]?.[0] ?? 0;
  const start = first > visible ? wordStart(text, Math.max(0, first - LEAD)) : 0;
  const end = start + cut(text.slice(start), limit).length;
  const head = start > 0 ? '…' : '';
  const shift = head.length - start;
  return {
    text: head + text.slice(start, end) + (end < text.length ? '…' : ''),
    marks: marks
      .filter(([from, to]) => to > start && from < end)
      .map(([from, to]) => [Math.max(from, start) + shift, Math.min(to, end) + shift]),
  };
}
