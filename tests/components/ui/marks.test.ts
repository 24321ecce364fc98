import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutByMarks, excerpt } from '@/components/ui/marks';

const marked = (text: string, marks: [number, number][]) =>
  cutByMarks(text, marks)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('cutByMarks', () => {
  it('cuts exactly at the ranges', () => {
    expect(
      marked('Offline queue stops', [
        [0, 7],
        [8, 13],
      ]),
    ).toBe('[Offline] [queue] stops');
  });

  it.each<[string, [number, number][], string]>([
    [
      'out of order',
      [
        [8, 13],
        [0, 7],
      ],
      '[Offline] [queue] stops',
    ],
    [
      'overlapping',
      [
        [0, 9],
        [4, 13],
      ],
      '[Offline q][ueue] stops',
    ],
    ['reversed', [[7, 0]], 'Offline queue stops'],
    ['beyond the end', [[14, 900]], 'Offline queue [stops]'],
    ['before the start', [[-5, 7]], '[Offline] queue stops'],
    [
      'not numbers',
      [
        [Number.NaN, 4],
        [0, Number.NaN],
      ],
      'Offline queue stops',
    ],
  ])('survives ranges that are %s', (_, marks, expected) => {
    expect(marked('Offline queue stops', marks)).toBe(expected);
  });

  it('never loses or doubles a character', () => {
    const range = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(range), (text, marks) => {
        const pieces = cutByMarks(text, marks);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });
});

describe('excerpt', () => {
  const text = `${'word '.repeat(60)}offline queue ${'tail '.repeat(60)}`;
  const mark: [number, number] = [300, 307];

  it('leaves short texts alone', () => {
    expect(excerpt('Offline queue', [[0, 7]], 100)).toEqual({
      text: 'Offline queue',
      marks: [[0, 7]],
    });
  });

  it('starts near the first mark when it would be out of sight', () => {
    const shown = excerpt(text, [mark], 200, 90);
    const [[from, to] = [0, 0]] = shown.marks;
    expect(shown.text.slice(from, to)).toBe('offline');
    expect(shown.text).toMatch(/^…word/);
    expect(from).toBeLessThan(90);
  });

  it('keeps its marks on the same words, whatever is cut away', () => {
    const place = fc.integer({ min: 0, max: 590 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 200 }), place, (start, limit, visible) => {
        const end = Math.min(text.length, start + 4);
        const shown = excerpt(text, [[start, end]], limit, visible);
        expect(shown.text.length).toBeLessThanOrEqual(limit + 2);
        for (const [from, to] of shown.marks) {
          expect(text.slice(start, end)).toContain(shown.text.slice(from, to));
        }
      }),
    );
  });
});
