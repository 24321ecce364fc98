// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  findLoss,
  isHeldAmidTyping,
  isSameData,
  isSameShown,
} from '@/lib/helpdesks/editors/read-back';
import { sanitise } from '@/lib/helpdesks/editors/sanitise';

const LINK = '<a href="https://x.example/a">Fix it</a>';
const loss = (before: string, after: string, inserted = LINK) =>
  findLoss(document, before, after, sanitise(document, inserted));

describe('an insert held when the draft is all there, with the insert once more', () => {
  it.each([
    ['', `<p>${LINK}</p>`],
    ['<p>Hello</p>', `<p>Hello ${LINK}</p>`],
    ['<p>Hello</p>', `<p>${LINK}&nbsp;Hello</p>`],
    ['<p>Hello Ana</p>', `<p>Hello</p><p>${LINK}</p><p>Ana</p>`],
    [`<p>${LINK}</p>`, `<p>${LINK} ${LINK}</p>`],
    ['<p>Fix</p>', `<p>Fix ${LINK}</p>`],
  ])('%s → %s', (before, after) => {
    expect(loss(before, after)).toBeNull();
  });
});

describe('and did not', () => {
  it.each([
    ['nothing happened', '<p>Hello</p>', '<p>Hello</p>', 'text'],
    ['the draft was replaced', '<p>Hello</p>', `<p>${LINK}</p>`, 'text'],
    ['the draft lost a word', '<p>Hello Ana</p>', `<p>Hello ${LINK}</p>`, 'text'],
    ['it went in twice', '', `<p>${LINK} ${LINK}</p>`, 'text'],
    ['it was there before', `<p>${LINK}</p>`, `<p>${LINK}</p>`, 'text'],
    ['the address went', '', '<p>Fix it</p>', 'address'],
    ['the address is another', '', '<p><a href="https://y.example/">Fix it</a></p>', 'address'],
    ['the draft’s address went', `<p>${LINK}</p>`, `<p>Fix it ${LINK}</p>`, 'address'],
    [
      'the draft’s link took it in',
      '<p><a href="https://y.example/">over there</a></p>',
      `<p><a href="https://y.example/">over there Fix it</a>${LINK.replace('Fix it', '')}</p>`,
      'address',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(loss(before, after)).toBe(expected);
  });
});

it('list items are compared without the editor’s ids', () => {
  expect(isSameData('<li data-list-item-id="e1">a</li>', '<li data-list-item-id="e2">a</li>')).toBe(
    true,
  );
  expect(isSameData('<li>a</li>', '<li>b</li>')).toBe(false);
});

it.each([
  ['<p class="x">a <span data-key="1">b</span></p>', '<p>a b</p>', true],
  ['<p>a\u200B</p>', '<p>a<br></p>', true],
  ['<p>a&nbsp;b</p>', '<p>a b</p>', true],
  ['<p><a href="/x" class="on">a</a></p>', '<p><a href="/x">a</a></p>', true],
  ['<p><a href="/x">a</a></p>', '<p><a href="/y">a</a></p>', false],
  ['<p>a</p><p>b</p>', '<p>ab</p>', false],
  ['<p>a</p>', '<p>a!</p>', false],
])('what is shown: %s and %s', (a, b, isSame) => {
  expect(isSameShown(document, a, b)).toBe(isSame);
});

describe('while the agent types, an insert is there', () => {
  const isThere = (before: string, after: string) =>
    isHeldAmidTyping(document, before, after, sanitise(document, LINK));
  it.each([
    ['with nothing typed', '<p>Hello</p>', `<p>Hello ${LINK}</p>`],
    ['with letters on both sides', '<p>Hello 👋</p>', `<p>Hello 👋 my ${LINK} friend</p>`],
    ['with letters in the draft', '<p>Hello</p>', `<p>Hellooo, ${LINK}</p>`],
    ['once more', `<p>${LINK}</p>`, `<p>${LINK}, or: ${LINK}</p>`],
  ])('%s', (_, before, after) => {
    expect(isThere(before, after)).toBe(true);
  });
  it.each([
    ['nothing came but letters', '<p>Hello</p>', '<p>Hello Ana</p>'],
    ['letters went into it', '', `<p>${LINK.replace('Fix it', 'Fix xit')}</p>`],
    ['it was there before', `<p>${LINK}</p>`, `<p>${LINK} and</p>`],
    ['its address went', '<p>Hello</p>', '<p>Hello Fix it now</p>'],
    ['the draft lost something', '<p>Hello Ana</p>', `<p>Hello my ${LINK}</p>`],
    ['an address of the draft went', `<p>${LINK}</p>`, `<p>Fix it, ${LINK}</p>`],
  ])('not when %s', (_, before, after) => {
    expect(isThere(before, after)).toBe(false);
  });
});
