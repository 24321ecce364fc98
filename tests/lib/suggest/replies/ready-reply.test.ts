import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { linkedAddresses } from '@/lib/convert/block-html';
import type { IssueFacts } from '@/lib/model/issue-facts';
import type { Item, ItemHead } from '@/lib/model/item';
import type { ReadyReply } from '@/lib/model/ready-reply';
import { makeReadyReply, type ReplyQuestion } from '@/lib/suggest/replies/ready-reply';
import { makeArticle, makeIssue, paragraph } from '@/tests/support/items';

const NOW = Date.parse('2026-11-22T10:00:00Z');

function replyTo(item: ItemHead, changes: Partial<ReplyQuestion> = {}): ReadyReply | null {
  return makeReadyReply({
    item,
    passage: [],
    original: null,
    locale: 'en-GB',
    templates: {},
    now: NOW,
    ...changes,
  });
}
const text = (item: ItemHead, changes: Partial<ReplyQuestion> = {}): string =>
  blocksText(replyTo(item, changes)?.blocks ?? []);
const issue = (facts: Partial<IssueFacts>, changes: Partial<Item> = {}): Item =>
  makeIssue('FERN-1042', { title: 'Spooler loses every fifth order', ...changes }, facts);
const incident = (facts: Partial<IssueFacts>): Item => issue(facts, { kind: 'incident' });
const STEPS = [paragraph('Restart the print service.')];

describe('where a bug stands', () => {
  it.each<[Partial<IssueFacts>, RegExp]>([
    [{ category: 'open' }, /known problem, and our team is aware of it\.$/],
    [{ category: 'in-progress' }, /our team is working on a fix\.$/],
    [
      { category: 'open', fixVersion: 'POS 6.5.0', fixDate: '2026-12-08' },
      /planned for POS 6\.5\.0, expected on 8 December 2026|December 8, 2026/,
    ],
    [{ category: 'in-progress', fixVersion: 'POS 6.5.0' }, /planned for POS 6\.5\.0\.$/],
    [{ category: 'open', fixDate: '2026-12-08' }, /planned for December 8, 2026\.$/],
    [{ category: 'fixed-unreleased' }, /fixed already, and the fix will be released\.$/],
    [
      { category: 'fixed-unreleased', fixVersion: '6.5.0', fixDate: '2026-12-08' },
      /comes with 6\.5\.0, expected on December 8, 2026\.$/,
    ],
    [{ category: 'fixed-unreleased', fixVersion: '6.5.0' }, /comes with 6\.5\.0\.$/],
    [{ category: 'fixed-unreleased', fixDate: '2026-12-08' }, /expected on December 8, 2026\.$/],
    [{ category: 'fixed' }, /it is fixed now\.$/],
    [{ category: 'fixed', fixVersion: '6.4.2' }, /fixed in 6\.4\.2\.$/],
    [
      { category: 'fixed', fixVersion: '6.4.2', fixDate: '2026-11-03' },
      /fixed in 6\.4\.2, which was released on November 3, 2026\.$/,
    ],
    [{ category: 'wont-fix' }, /no plans to change it\.$/],
    [{ category: 'duplicate', duplicateOf: 'FERN-7' }, /our team is aware of it\.$/],
  ])('%j', (facts, expected) => {
    expect(text(issue(facts))).toMatch(expected);
  });

  it('never promises a day that has passed, nor calls a release past that is to come', () => {
    const late = { fixVersion: '6.4.9', fixDate: '2026-11-01' };
    expect(text(issue({ category: 'open', ...late }))).toMatch(/aware of it\.$/);
    expect(text(issue({ category: 'in-progress', ...late }))).toMatch(/working on a fix\.$/);
    expect(text(issue({ category: 'fixed-unreleased', ...late }))).toMatch(/with 6\.4\.9\.$/);
    const ahead = { fixVersion: '6.5.0', fixDate: '2026-12-08' };
    expect(text(issue({ category: 'fixed', ...ahead }))).toMatch(/expected on December 8, 2026/);
  });

  it.each(['Sprint 42', 'Backlog', 'Q3 2027', 'next', 'internal 7', 'x'.repeat(41), '{{x}} 1', ''])(
    'does not name %j as a version',
    (fixVersion) => {
      expect(text(issue({ category: 'open', fixVersion }))).toMatch(/aware of it\.$/);
    },
  );

  it.each(['not a date', '2026-13-45'])('does not name %j as a day', (fixDate) => {
    expect(text(issue({ category: 'open', fixDate }))).toMatch(/aware of it\.$/);
  });
});

describe('where an incident stands', () => {
  it.each<[IssueFacts['category'], RegExp]>([
    ['open', /looking for the cause/],
    ['in-progress', /found the cause and are working on it/],
    ['fixed-unreleased', /we are watching how it holds/],
    ['fixed', /it is over now/],
    ['wont-fix', /closed our work/],
    ['duplicate', /know about this disruption/],
  ])('%s', (category, expected) => {
    expect(text(incident({ category, fixVersion: '9.9', fixDate: '2026-12-08' }))).toMatch(
      expected,
    );
    expect(text(incident({ category, fixVersion: '9.9' }))).not.toMatch(/\d/);
  });
});

describe('the workaround', () => {
  it('comes after the sentence, and first where there will be no fix', () => {
    const open = text(issue({ category: 'open', workaround: STEPS }));
    expect(open).toBe(
      'This is a known problem, and our team is aware of it.\n\n' +
        'Meanwhile, you can do the following:\n\nRestart the print service.',
    );
    expect(text(issue({ category: 'wont-fix', workaround: STEPS }))).toMatch(
      /^You can do the following instead:\n\nRestart[^]*no plans to change it\.$/,
    );
    expect(text(issue({ category: 'fixed', workaround: STEPS }))).toMatch(/If you still see it/);
  });

  it.each([
    ['the issue', 'See FERN-1042.'],
    ['another issue of its tracker', 'Like in fern-988, restart.'],
    ['its title', 'About “spooler loses every fifth order”: restart.'],
    ['its tracker', 'See https://help.fernway.example/hc/1.'],
  ])('that names %s is withheld, and that is said', (_, words) => {
    const reply = replyTo(issue({ workaround: [paragraph(words)] }));
    expect(reply?.notes).toEqual(['workaround-withheld']);
    expect(blocksText(reply?.blocks ?? [])).toBe(
      'This is a known problem, and our team is aware of it.',
    );
  });

  it('that links to the tracker is withheld, too', () => {
    const url = 'https://tracker.example/FERN-1042';
    const linked = [{ type: 'paragraph' as const, text: [{ text: 'Restart', href: `${url}/x` }] }];
    expect(replyTo(issue({ workaround: linked }, { url }))?.notes).toEqual(['workaround-withheld']);
  });

  it('of a public issue may name it', () => {
    const item = issue({ workaround: [paragraph('See FERN-1042.')] }, { visibility: 'public' });
    expect(text(item)).toContain('See FERN-1042.');
  });
});

describe('a duplicate', () => {
  const item = issue({ category: 'duplicate', duplicateOf: 'FERN-7' });
  it('says what holds for its original', () => {
    const original = makeIssue(
      'FERN-7',
      { title: 'The original title of it' },
      { category: 'fixed', fixVersion: '6.4.2', workaround: STEPS },
    );
    const said = text(item, { original });
    expect(said).toContain('It is fixed in 6.4.2.');
    expect(said).toContain('Restart the print service.');
  });

  it('of a duplicate is known, no more', () => {
    const original = makeIssue('FERN-7', {}, { category: 'duplicate' });
    expect(text(item, { original })).toMatch(/aware of it\.$/);
  });
});

describe('what only some colleagues may see', () => {
  const restricted = { visibility: 'restricted' } as const;
  it('is not even known', () => {
    expect(replyTo(issue({ category: 'fixed', fixVersion: '6.4.2' }, restricted))).toBeNull();
  });

  it('says nothing through a duplicate either', () => {
    const item = issue({ category: 'duplicate', duplicateOf: 'FERN-7' });
    const original = makeIssue('FERN-7', restricted, { category: 'fixed', fixVersion: '6.4.2' });
    expect(text(item, { original })).toMatch(/aware of it\.$/);
  });
});

describe('the language', () => {
  const item = issue({ category: 'in-progress', fixVersion: '6.5.0', fixDate: '2026-12-08' });
  it.each([
    ['de-CH', 'de', 'für 6.5.0 geplant, voraussichtlich am 8. Dezember 2026'],
    ['fr', 'fr', 'prévue dans 6.5.0, attendue le 8 décembre 2026'],
    ['es-419', 'es', 'prevista para 6.5.0, que se espera el 8 de diciembre de 2026'],
    ['it', 'it', 'prevista per 6.5.0, in arrivo in data 8 dicembre 2026'],
  ])('of %s is %s', (locale, language, expected) => {
    expect(replyTo(item, { locale })).toMatchObject({ locale: language, notes: [] });
    expect(text(item, { locale })).toContain(expected);
  });

  it('is the item’s, else English, where there are no sentences; and that is said', () => {
    const german = issue({ category: 'open' }, { locale: 'de' });
    expect(replyTo(german, { locale: 'pl' })).toMatchObject({
      locale: 'de',
      notes: ['no-templates'],
    });
    const polish = issue({ category: 'open' }, { locale: 'pl' });
    expect(replyTo(polish, { locale: 'pl' })).toMatchObject({
      locale: 'en',
      notes: ['no-templates'],
    });
  });

  it('of the workaround is named where it is another one', () => {
    const reply = replyTo(issue({ workaround: STEPS }), { locale: 'fr' });
    expect(reply?.notes).toEqual(['other-language']);
  });
});

describe('an article', () => {
  const article = makeArticle('Printing', { title: 'Printing: the basics' });
  it('has an intro, its passage and its link', () => {
    const reply = replyTo(article, { passage: STEPS });
    expect(blocksText(reply?.blocks ?? [])).toBe(
      'Our article “Printing: the basics” answers this:\n\nRestart the print service.\n\nPrinting: the basics',
    );
    expect(linkedAddresses(reply?.blocks ?? [])).toEqual([article.url]);
  });

  it.each(['internal', 'restricted', 'unknown'] as const)('that is %s is none', (visibility) => {
    expect(replyTo({ ...article, visibility }, { passage: STEPS })).toBeNull();
  });

  it('of another kind is none', () => {
    expect(replyTo({ ...article, kind: 'past-ticket' }, { passage: STEPS })).toBeNull();
  });
});

describe('a team’s own sentences', () => {
  const item = issue({ category: 'fixed', fixVersion: '6.4.2' });
  const own = (sentence: string) => ({
    templates: { en: { 'fixed-version': sentence } },
  });
  it('are said, with the facts', () => {
    expect(text(item, own('Good news: {version} has it.'))).toBe('Good news: 6.4.2 has it.');
  });

  it.each(['', '   ', 'Since {date}', '{{ticket.id}}', '{version', 'x'.repeat(601)])(
    'are not used when they cannot be: %j',
    (sentence) => {
      expect(text(item, own(sentence))).toMatch(/fixed in 6\.4\.2\.$/);
    },
  );

  it('do not give away what is internal', () => {
    expect(text(item, own('FERN-1042 is fixed.'))).toMatch(/aware of it\.$/);
  });

  it('hold for their language only', () => {
    expect(text(item, { ...own('Own'), locale: 'de' })).toMatch(/in 6\.4\.2 behoben\.$/);
  });
});
