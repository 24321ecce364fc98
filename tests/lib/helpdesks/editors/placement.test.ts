import { describe, expect, it } from 'vitest';
import { blanksAround, inlineOffset } from '@/lib/helpdesks/editors/placement';

/** `|` marks the caret, `^` where the insert goes. */
function place(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const at = inlineOffset({ text, links: [] }, offset);
  return `${text.slice(0, at)}^${text.slice(at)}`;
}

describe('in a line of words', () => {
  it.each([
    ['|', '^'],
    ['Hello| world', 'Hello^ world'],
    ['Hello |world', 'Hello ^world'],
    ['Hel|lo world', 'Hello^ world'],
    ['Hello wor|ld.', 'Hello world^.'],
    ['fine|.', 'fine^.'],
    ['(|see below)', '(^see below)'],
    ['(se|e) below', '(see^) below'],
    ['EX-|4012 again', 'EX-4012^ again'],
    ['at https://exa|mple.com/a?b=1, then', 'at https://example.com/a?b=1^, then'],
    ["don|'t", "don't^"],
    ['naï|ve', 'naïve^'],
    ['“quo|ted” word', '“quoted^” word'],
    ['two\nli|nes', 'two\nlines^'],
    ['a\uFFFC|b', 'a\uFFFC^b'],
  ])('%j goes to %j', (marked, expected) => {
    expect(place(marked)).toBe(expected);
  });

  it('finds the word’s end where words have no blanks between them', () => {
    const at = place('請重新|啟動印表機');
    expect(at).not.toBe('請重新啟動印表機^');
    expect(at.replace('^', '')).toBe('請重新啟動印表機');
  });
});

it('goes behind a link it would be inside of, but not behind one it only touches', () => {
  const link = 'https://a.example/';
  const line = {
    text: 'see this page now',
    links: Array.from({ length: 17 }, (_, at) => (at >= 4 && at < 13 ? link : null)),
  };
  expect(inlineOffset(line, 8)).toBe(13);
  expect(inlineOffset(line, 4)).toBe(4);
  expect(inlineOffset(line, 13)).toBe(13);
});

describe('blanks', () => {
  it.each([
    ['', 0, '', ''],
    ['Hello', 5, ' ', ''],
    ['Hello ', 6, '', ''],
    ['Hello world', 6, '', ' '],
    ['Hello, world', 5, ' ', ''],
    ['(see)', 1, '', ' '],
    ['(see)', 4, ' ', ''],
    ['say "it"', 5, '', ' '],
    ['{', 1, ' ', ''],
    ['%x', 0, '', ' '],
    ['你好', 2, '', ''],
  ])('%j at %i', (text, offset, before, after) => {
    expect(blanksAround(text, offset)).toEqual({ before, after });
  });
});
