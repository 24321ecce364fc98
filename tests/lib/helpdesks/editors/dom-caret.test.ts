// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  caretIn,
  linkPlace,
  passagePlace,
  visibleText,
  type Place,
} from '@/lib/helpdesks/editors/dom-caret';

/** An editable from HTML in which `|` is the caret. */
function editable(html: string): { element: HTMLElement; caret: Range | null } {
  document.body.innerHTML = `<div contenteditable="true">${html}</div>`;
  const element = document.querySelector<HTMLElement>('div')!;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  document.getSelection()?.removeAllRanges();
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const at = text.data.indexOf('|');
    if (at < 0) continue;
    text.deleteData(at, 1);
    document.getSelection()?.collapse(text, at);
  }
  return { element, caret: caretIn(element) };
}

/** The editable's HTML with `|` at the place. */
function shown(element: HTMLElement, { range }: Place): string {
  range.insertNode(document.createTextNode('|'));
  return element.innerHTML;
}

describe('a link goes', () => {
  it.each([
    ['to the end of the word', '<p>He|llo Ana</p>', '<p>Hello| Ana</p>'],
    ['where the caret is between words', '<p>Hello |Ana</p>', '<p>Hello |Ana</p>'],
    ['over marks in a word', '<p>He|l<b>lo</b> Ana</p>', '<p>Hel<b>lo|</b> Ana</p>'],
    [
      'behind a link and the blank after it',
      '<p>a <a href="/x">li|nk</a> b</p>',
      '<p>a <a href="/x">link</a> |b</p>',
    ],
    [
      'right behind a link that ends the line',
      '<p>a <a href="/x">li|nk</a></p>',
      '<p>a <a href="/x">link</a>|</p>',
    ],
    ['to the end of the text without a caret', '<p>Hello</p><p>Bye</p>', '<p>Hello</p><p>Bye|</p>'],
  ])('%s', (_, html, expected) => {
    const { element, caret } = editable(html);
    expect(shown(element, linkPlace(element, caret))).toBe(expected);
  });

  it('with the blanks it needs, and knows the end of the line', () => {
    const inside = editable('<p>Hello|, Ana</p>');
    expect(linkPlace(inside.element, inside.caret)).toMatchObject({
      blanks: { before: ' ', after: '' },
      isAtEnd: false,
    });
    const end = editable('<p>Hello|</p>');
    expect(linkPlace(end.element, end.caret).isAtEnd).toBe(true);
  });
});

describe('a passage goes', () => {
  it.each([
    ['below the caret’s paragraph', '<p>He|llo</p><p>Bye</p>', '<p>Hello|</p><p>Bye</p>'],
    ['to the end without a caret', '<p>Hello</p><p>Bye</p>', '<p>Hello</p><p>Bye|</p>'],
    [
      'to the end from a list, in which it would become items',
      '<ul><li>o|ne</li></ul><p>Bye</p>',
      '<ul><li>one</li></ul><p>Bye|</p>',
    ],
    ['below a line without a block', 'He|llo', 'Hello|'],
    [
      'below the paragraph where all are wrapped once more',
      '<div><p>He|llo</p><p>Bye</p></div>',
      '<div><p>Hello|</p><p>Bye</p></div>',
    ],
  ])('%s', (_, html, expected) => {
    const { element, caret } = editable(html);
    expect(shown(element, passagePlace(element, caret))).toBe(expected);
  });

  it('on a line of its own only where there is text', () => {
    const filled = editable('<p>Hello|</p>');
    expect(passagePlace(filled.element, filled.caret).needsLine).toBe(true);
    const empty = editable('<p>\uFEFF</p>');
    expect(passagePlace(empty.element, empty.caret).needsLine).toBe(false);
    const blankLine = editable('<p>Hello</p><p>|\u200B</p>');
    expect(passagePlace(blankLine.element, blankLine.caret).needsLine).toBe(false);
  });
});

it('a caret elsewhere is none', () => {
  const { element } = editable('<p>Hello</p>');
  document.body.insertAdjacentHTML('beforeend', '<p id="other">other</p>');
  document.getSelection()?.collapse(document.querySelector('#other'), 0);
  expect(caretIn(element)).toBeNull();
});

it('fillers are no text', () => {
  document.body.innerHTML = '<p>\uFEFF \u200B</p>';
  expect(visibleText(document.body)).toBe('');
});
