// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  isShown,
  queryAll,
  queryShown,
  readText,
  selectedText,
  shownValue,
  tidy,
  withId,
  type Selector,
} from '@/lib/helpdesks/dom';

const selector = (...css: string[]): Selector => ({ name: 'x', seen: '', css });
const show = (html: string) => {
  document.body.innerHTML = html;
};
const first = () => document.body.firstElementChild!;
const quotes = selector('blockquote');
beforeEach(() => show(''));

describe('visible', () => {
  it.each([
    ['<i></i>', true],
    ['<div style="display:none"><i></i></div>', false],
    ['<div style="visibility:hidden"><i></i></div>', false],
    ['<div style="opacity:0"><i></i></div>', false],
    ['<div hidden><i></i></div>', false],
    ['<div style="visibility:hidden"><i style="visibility:visible"></i></div>', true],
  ])('%s: %s', (html, expected) => {
    show(html);
    expect(isShown(document.querySelector('i')!)).toBe(expected);
  });
  it('not when taken out of the page', () => {
    expect(isShown(document.createElement('i'))).toBe(false);
  });
});

describe('fallbacks', () => {
  it('the first form that matches counts', () => {
    show('<b></b><i></i>');
    expect(queryAll(document, selector('u', 'i', 'b')).map(({ nodeName }) => nodeName)).toEqual([
      'I',
    ]);
  });
  it('a form that finds only hidden elements gives way', () => {
    show('<b style="display:none"></b><i></i>');
    expect(queryShown(document, selector('b', 'i')).map(({ nodeName }) => nodeName)).toEqual(['I']);
  });
  it('an id is never more than an id', () => {
    expect(withId(selector('[x="{id}"]'), '4712').css).toEqual(['[x="4712"]']);
    expect(() => withId(selector('[x="{id}"]'), '"],*')).toThrow('Not an id');
  });
});

describe('text', () => {
  it('has a line per block, without quotes, scripts and spare blanks', () => {
    show(
      '<div><p>Hello  <b>Ana</b>,</p><ul><li>one</li><li>two</li></ul>a<br>b<script>x</script>' +
        '<blockquote><p>old</p></blockquote><p>&nbsp;</p><p>bye</p></div>',
    );
    expect(readText(first(), quotes, 1000)).toBe('Hello Ana,\n\none\n\ntwo\n\na\nb\n\nbye');
  });
  it('ends at the limit, however long the page is', () => {
    show(`<div>${'<p>word</p>'.repeat(20_000)}</div>`);
    const started = performance.now();
    expect(readText(first(), quotes, 100)).toHaveLength(100);
    expect(performance.now() - started).toBeLessThan(500);
  });
  it('reads a quote when asked for the quote itself', () => {
    show('<blockquote>old</blockquote>');
    expect(readText(first(), quotes, 100)).toBe('old');
  });
  it('of inputs and labels is what a person sees', () => {
    show('<input value=" a  b "><div title="Ana Perez">A. P.</div><p>text</p>');
    expect([...document.body.children].map(shownValue)).toEqual(['a b', 'Ana Perez', 'text']);
    expect(shownValue(null)).toBe('');
  });
  it('marked with the mouse', () => {
    show('<p>Hello Ana</p>');
    expect(selectedText(document, 100)).toBe('');
    document.getSelection()!.selectAllChildren(first());
    expect(selectedText(document, 5)).toBe('Hello');
  });
  it('is tidied', () => {
    expect(tidy(' a\t b \n\n\n c&nbsp;d ')).toBe('a b\n\nc d');
  });
});
