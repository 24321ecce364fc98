/** Walking a list by either kind of page visits every item once, in order. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf } from './paging';

interface CursorEnvelope {
  readonly meta: { readonly has_more: boolean };
  readonly links: { readonly next: string | null; readonly prev: string | null };
}

const listUrl = (query: string) => new URL(`https://acme.zendesk.com/api/v2/list.json?${query}`);

function walk(items: readonly number[], first: URL, next: (envelope: never) => string | null) {
  const pages: (readonly number[])[] = [];
  for (let url: URL | null = first; url;) {
    const page = pageOf(items, url);
    if (!page) throw new Error(`No page at ${url.href}`);
    pages.push(page.items);
    const link: string | null = next(page.envelope as never);
    url = link === null ? null : new URL(link);
  }
  return pages;
}

describe('pageOf', () => {
  const lists = fc.array(fc.integer(), { maxLength: 350 });
  const sizes = fc.integer({ min: 1, max: 130 });

  it('walks a list by cursor', () => {
    fc.assert(
      fc.property(lists, sizes, (items, size) => {
        const next = ({ links, meta }: CursorEnvelope) => (meta.has_more ? links.next : null);
        const pages = walk(items, listUrl(`page[size]=${size}&include=users`), next);
        expect(pages.flat()).toEqual(items);
        expect(pages.every((page) => page.length <= Math.min(size, 100))).toBe(true);
      }),
    );
  });

  it('walks a list by offset', () => {
    fc.assert(
      fc.property(lists, sizes, (items, size) => {
        const next = ({ next_page }: { next_page: string | null }) => next_page;
        expect(walk(items, listUrl(`per_page=${size}`), next).flat()).toEqual(items);
      }),
    );
  });

  it('goes back by cursor', () => {
    const items = Array.from({ length: 25 }, (_, index) => index);
    const third = pageOf(items, listUrl(`page[size]=10&page[after]=${btoa('o:20')}`));
    const envelope = third?.envelope as CursorEnvelope | undefined;
    const previous = new URL(envelope?.links.prev ?? '');
    expect(pageOf(items, previous)?.items).toEqual(items.slice(10, 20));
  });

  it.each(['page[after]=nonsense&page[size]=2', 'page=101&per_page=100'])(
    'has no page for %s',
    (query) => {
      expect(pageOf([1, 2, 3], listUrl(query))).toBeNull();
    },
  );
});
