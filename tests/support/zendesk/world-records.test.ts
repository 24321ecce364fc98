/** A customer's words come through as text, whatever they contain. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentHtml, slug } from './world-records';

const readBack = (html: string) =>
  html
    .replace(/^<div class="zd-comment" dir="auto"><p dir="auto">|<\/p><\/div>$/g, '')
    .replaceAll('</p><p dir="auto">', '\n\n')
    .replaceAll('<br>', '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

describe('commentHtml', () => {
  it('escapes everything but its own markup', () => {
    const markup = fc.constantFrom('<', '>', '&', '"', '&lt;', '<script>', '\n', 'ü', 'x');
    fc.assert(
      fc.property(fc.array(markup), (parts) => {
        const body = parts.join('').replaceAll(/\n{3,}/g, '\n\n');
        expect(readBack(commentHtml(body))).toBe(body);
      }),
    );
  });
});

describe('slug', () => {
  it.each([
    ['Café Zwölf', 'cafe-zwolf'],
    ['Weber & Söhne', 'weber-sohne'],
    ['株式会社', 'unnamed'],
  ])('%s → %s', (name, expected) => {
    expect(slug(name)).toBe(expected);
  });
});
