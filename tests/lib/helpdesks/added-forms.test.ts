// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addForms,
  addedForms,
  closestTo,
  countForms,
  isCss,
  matchesAny,
  queryAll,
  queryFirst,
  queryShown,
  readText,
  withId,
  type Selector,
} from '@/lib/helpdesks/dom';

const part = (css: string[], more: Partial<Selector> = {}): Selector => ({
  name: 'part',
  seen: '',
  css,
  ...more,
});
const show = (html: string) => {
  document.body.innerHTML = html;
};
const names = (found: Element[]) => found.map(({ nodeName }) => nodeName);
beforeEach(() => show('<b></b><i></i><u style="display:none"></u>'));
afterEach(() => addForms(document, undefined));

describe('forms that are added to a selector', () => {
  it('come first, and give way when they find nothing', () => {
    addForms(document, { part: ['i'] });
    expect(names(queryAll(document, part(['b'])))).toEqual(['I']);
    addForms(document, { part: ['s'] });
    expect(names(queryAll(document, part(['b'])))).toEqual(['B']);
    addForms(document, undefined);
    expect(names(queryAll(document, part(['b'])))).toEqual(['B']);
  });
  it('fill a gap only where they would decide whose ticket or reply box it is', () => {
    addForms(document, { part: ['i'] });
    expect(names(queryAll(document, part(['b'], { isGuard: true })))).toEqual(['B']);
    expect(names(queryAll(document, part(['s'], { isGuard: true })))).toEqual(['I']);
  });
  it('never find what is hidden, nor anything hidden inside of what they find', () => {
    addForms(document, { part: ['u'] });
    expect(queryAll(document, part(['s']))).toEqual([]);
    show('<main><p style="display:none">other ticket</p><p>this one</p></main>');
    addForms(document, { part: ['main'] });
    const root = queryFirst(document, part(['s']))!;
    const paragraphs = queryAll(root, { name: 'p', seen: '', css: ['p'] });
    expect(paragraphs.map(({ textContent }) => textContent)).toEqual(['this one']);
  });
  it('are of one page', () => {
    addForms(document, { part: ['i'] });
    const other = new DOMParser().parseFromString('<b></b><i></i>', 'text/html');
    expect(names(queryAll(other, part(['b'])))).toEqual(['B']);
  });
  it('are counted last', () => {
    addForms(document, { part: ['i', 'u'] });
    expect(countForms(document, part(['b', 's']))).toEqual([1, 0, 1, 0]);
  });
  it('count for what is around an element, what it is itself, and what is left out of a text', () => {
    show('<section><p>text<q>old</q></p></section>');
    addForms(document, { part: ['section', 'q'] });
    const paragraph = document.querySelector('p')!;
    expect(closestTo(paragraph, part(['s']))?.nodeName).toBe('SECTION');
    expect(matchesAny(document.querySelector('q')!, part(['s']))).toBe(true);
    expect(readText(paragraph, part(['s']), 100)).toBe('text');
  });
});

describe('a ticket’s number', () => {
  const pane = withId(part(['[pane="{id}"]']), '4712');
  it('must be asked for, and must be there', () => {
    show('<p data-now="pane-4712"></p><p data-now="pane-4711"></p>');
    addForms(document, { part: ['[data-now="pane-{id}"]'] });
    expect(queryShown(document, pane)).toEqual([document.querySelector('p')]);
    for (const css of ['p', ':not([data-now="{id}"])', '[data-now$="4711"], [x="{id}"]']) {
      show('<p data-now="pane-4711"></p>');
      addForms(document, { part: [css] });
      expect(queryShown(document, pane)).toEqual([]);
    }
  });
  it('is nothing for other selectors', () => {
    addForms(document, { part: ['i[x="{id}"]', 'i'] });
    expect(addedForms(document, part(['b']))).toEqual(['i']);
  });
});

describe('what is no selector', () => {
  it.each([
    ['[data-a="b"]', true],
    ['[data-a="{id}"]', true],
    ['a:has(b)', true],
    ['', false],
    ['a{color:red}', false],
    ['::', false],
    ['a >', false],
    [7, false],
    [null, false],
    [{ toString: () => 'a' }, false],
  ])('%o: %s', (css, expected) => {
    expect(isCss(document, css)).toBe(expected);
  });
  it.each([null, 7, 'x', [], { part: null }, { part: [null, '::', {}] }, { part: { css: 'i' } }])(
    'is left out: %o',
    (forms) => {
      addForms(document, forms);
      expect(names(queryAll(document, part(['b'])))).toEqual(['B']);
    },
  );
});
