import { describe, expect, it } from 'vitest';
import type { IssueFacts } from '@/lib/model/issue-facts';
import type { Item } from '@/lib/model/item';
import { keysIn, outdatingFix } from '@/lib/suggest/stale-by-release';
import { makeArticle, makeIssue, paragraph } from '@/tests/support/items';

const NOW = new Date('2026-11-22T12:00:00Z');
const FIX = { key: 'POS-12', version: 'POS 9.3', date: '2026-05-04' };

const fixed = (facts: Partial<IssueFacts> = {}, changes: Partial<Item> = {}): Item =>
  makeIssue(
    'POS-12',
    { url: 'https://fernway.example/browse/POS-12', products: ['Fernway POS'], ...changes },
    { category: 'fixed', fixVersion: 'POS 9.3', fixDate: '2026-05-04', ...facts },
  );

const article = (text: string, changes: Partial<Item> = {}): Item =>
  makeArticle('a', {
    products: ['fernway pos'],
    updatedAt: '2026-03-01T08:00:00Z',
    blocks: [paragraph(text)],
    ...changes,
  });

const linking = (href: string): Item =>
  article('', { blocks: [{ type: 'paragraph', text: [{ text: 'the bug', href }] }] });

const beside = (item: Item, issue = fixed()) =>
  outdatingFix(item, { known: issue, mentioned: [] }, NOW);
const mentioning = (item: Item, issue = fixed()) =>
  outdatingFix(item, { known: null, mentioned: [issue] }, NOW);

describe('an article that mentions a fixed issue', () => {
  it.each([
    ['by its key', article('Caused by POS-12, see there.')],
    ['by its key in other letters', article('Caused by pos-12.')],
    ['by its address', linking('https://fernway.example/browse/POS-12/?focus=1#c3')],
    ['in its title', article('', { title: 'What to do about POS-12' })],
  ])('%s is older than the fix', (_how, item) => {
    expect(mentioning(item)).toEqual(FIX);
    expect(beside(item)).toEqual(FIX);
  });

  it.each([
    ['another key', article('Caused by POS-123 and XPOS-12 and POS-12-B.')],
    ['another address', linking('https://fernway.example/browse/POS-123')],
    ['another host', linking('https://other.example/browse/POS-12')],
    ['no address at all', linking('mailto:POS-1@fernway.example')],
  ])('is not meant by %s', (_what, item) => {
    expect(mentioning(item)).toBeNull();
  });

  it('is told apart at trackers whose addresses differ by a number', () => {
    const bug = fixed({}, { key: 'Bug 7', url: 'https://bugs.example/show_bug.cgi?id=7' });
    const to = (id: number) => linking(`https://bugs.example/show_bug.cgi?id=${id}&ctype=x`);
    expect(mentioning(to(7), bug)).not.toBeNull();
    expect(mentioning(to(71), bug)).toBeNull();
    // "Bug 7" and "#7" in a text could be any tracker's.
    expect(mentioning(article('see Bug 7'), bug)).toBeNull();
    expect(mentioning(article('see #7'), fixed({}, { key: '#7' }))).toBeNull();
  });
});

describe('an article about older versions than the known issue was fixed in', () => {
  it.each([
    'Works up to 9.2.',
    'Works up to and including version 9.2.4',
    'In 9.1.x the queue is cleared by hand.',
    'This is for POS, release 8.10 and version 9.2',
    'Gilt bis einschließlich Version 9.2.',
    'Für v9.2.1 gilt:',
  ])('%s', (text) => {
    expect(beside(article(text))).toEqual(FIX);
    // The version says so of the shown issue alone.
    expect(mentioning(article(text))).toBeNull();
  });

  it.each([
    ['the version of the fix', 'In version 9.3 the queue is cleared.'],
    ['a newer one, too', 'Up to 9.2 do this, in 9.4 do that.'],
    ['all of the version line of the fix', 'In 9.3.x do this.'],
    ['what holds since then', 'Since 9.1 the queue is shown.'],
    ['a size', 'Uploads for 2.5 MB, and up to 8.1GB, with 7.5 %'],
    ['a time', 'Wait for 2.5 minutes, and bis 1.5 Stunden'],
    ['a day', 'Gilt bis 1.5.2026'],
    ['a day with zeros', 'Gilt bis 04.05.'],
    ['an address', 'Reach it in 10.0.0.1'],
    ['no version', 'Up to nine tills, in 2 shops'],
    ['a bare number', '8.1 items'],
  ])('is not one that names %s', (_what, text) => {
    expect(beside(article(text))).toBeNull();
  });

  it('is of the same product', () => {
    expect(beside(article('Up to 9.2', { products: ['Kitchen'] }))).toBeNull();
    expect(beside(article('Up to 9.2', { products: [] }))).toBeNull();
    expect(beside(article('Up to 9.2'), fixed({}, { products: [] }))).toBeNull();
  });

  it('knows that 9.3.x holds fixes of 9.3.4', () => {
    const patch = fixed({ fixVersion: '9.3.4' });
    expect(beside(article('In 9.3.x do this'), patch)).toBeNull();
    expect(beside(article('In 9.3.1 do this'), patch)).not.toBeNull();
    expect(beside(article('In 9.2.x do this'), patch)).not.toBeNull();
  });
});

describe('nothing is claimed', () => {
  const item = article('POS-12: up to 9.2');
  it.each([
    ['without a version of the fix', { fixVersion: undefined }],
    ['without a day of the fix', { fixDate: undefined }],
    ['with a day that is none', { fixDate: 'soon' }],
    ['before the release', { fixDate: '2026-12-08' }],
    ['while the fix is not out', { category: 'fixed-unreleased' }],
    ['while the issue is open', { category: 'open' }],
    ['when it will not be fixed', { category: 'wont-fix' }],
  ] as [string, Partial<IssueFacts>][])('%s', (_when, facts) => {
    expect(beside(item, fixed(facts))).toBeNull();
  });

  it.each([
    ['later', '2026-06-01T00:00:00Z'],
    ['on the day of the fix', '2026-05-04T06:00:00Z'],
    ['at a time that is none', ''],
  ])('for an article changed %s', (_when, updatedAt) => {
    expect(beside({ ...item, updatedAt })).toBeNull();
  });

  it('for issues, or where no version can be read', () => {
    expect(beside({ ...item, issue: fixed().issue! })).toBeNull();
    expect(beside(article('Up to 9.2'), fixed({ fixVersion: 'autumn' }))).toBeNull();
    expect(outdatingFix(item, { known: null, mentioned: [] }, NOW)).toBeNull();
  });
});

it('finds keys in a text, and few of them', () => {
  const keys = keysIn(article('POS-12, POS-12 and EX-4012; not utf-8, POS-, a/B-7 or ISO-8859-1'));
  expect(keys).toEqual(['POS-12', 'EX-4012']);
  const many = Array.from({ length: 100 }, (_, n) => `AB-${n}`).join(' ');
  expect(keysIn(article(many))).toHaveLength(5);
});

it('takes no time over a hostile text', () => {
  const started = performance.now();
  const text = `${'in '.repeat(50_000)}${'9.'.repeat(50_000)}${'v v. '.repeat(50_000)}POS-12${'A'.repeat(100_000)}`;
  expect(beside(article(text))).toBeNull();
  keysIn(article(text));
  expect(performance.now() - started).toBeLessThan(1_000);
});
