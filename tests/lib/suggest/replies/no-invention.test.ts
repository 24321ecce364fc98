/** Whatever an item holds: a ready reply says nothing that is not in it, and nothing that is internal. */
import { assert, constantFrom, date, option, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksHtml, composerText, linkedAddresses } from '@/lib/convert/block-html';
import { blocksText } from '@/lib/convert/block-text';
import { statusCategorySchema } from '@/lib/model/issue-facts';
import type { Item } from '@/lib/model/item';
import { REPLY_CASES } from '@/lib/suggest/replies/cases';
import { makeReadyReply } from '@/lib/suggest/replies/ready-reply';
import { ourTemplate, REPLY_LANGUAGES } from '@/lib/suggest/replies/templates';
import { templateFault } from '@/lib/suggest/replies/fill';
import { makeIssue, paragraph } from '@/tests/support/items';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const KEY = 'FERN-1042';
const words = string({ unit: 'grapheme', maxLength: 40 });

const days = date({
  min: new Date('2020-01-01'),
  max: new Date('2030-01-01'),
  noInvalidDate: true,
}).map((day) => day.toISOString().slice(0, 10));

const versions = constantFrom(
  '6.5.0',
  'POS 6.5.0',
  'v2',
  'Sprint 42',
  'Backlog',
  `fix for ${KEY} 1`,
  '{{x}}',
  '1.0 <b>x</b>',
  'https://t.example/1',
);

const facts = record({
  category: constantFrom(...statusCategorySchema.options),
  rawStatus: words,
  kind: constantFrom('issue' as const, 'incident' as const),
  fixVersion: option(versions, { nil: undefined }),
  fixDate: option(days, { nil: undefined }),
  workaround: option(
    constantFrom('Restart it.', `As in ${KEY}.`, 'See FERN-7', '{{ticket.id}}', 'Ask Bob'),
    { nil: undefined },
  ),
  duplicateOf: option(constantFrom('FERN-7', 'EXT-1'), { nil: undefined }),
  title: constantFrom('Spooler loses orders', 'A', `Title 77 of ${KEY}`),
  visibility: constantFrom('internal' as const, 'restricted' as const, 'unknown' as const),
  locale: constantFrom('en', 'de-AT', 'fr', 'es', 'it', 'ja'),
});

function itemOf(made: {
  category: (typeof statusCategorySchema.options)[number];
  rawStatus: string;
  kind: 'issue' | 'incident';
  fixVersion?: string | undefined;
  fixDate?: string | undefined;
  workaround?: string | undefined;
  duplicateOf?: string | undefined;
  title: string;
  visibility: Item['visibility'];
}): Item {
  const { kind, title, visibility, workaround, fixVersion, fixDate, duplicateOf, ...rest } = made;
  return makeIssue(
    KEY,
    { kind, title, visibility, url: 'https://tracker.fernway.example/browse/FERN-1042' },
    {
      category: rest.category,
      rawStatus: rest.rawStatus,
      ...(fixVersion === undefined ? {} : { fixVersion }),
      ...(fixDate === undefined ? {} : { fixDate }),
      ...(duplicateOf === undefined ? {} : { duplicateOf }),
      ...(workaround === undefined ? {} : { workaround: [paragraph(workaround)] }),
    },
  );
}

/** Every form in which the day may be named. */
const dayForms = (day: string | undefined): string[] =>
  day === undefined
    ? []
    : REPLY_LANGUAGES.map((language) =>
        new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
          Date.parse(day),
        ),
      );

describe('a ready reply', () => {
  it('holds our words and the item’s facts, nothing else', () => {
    assert(
      property(facts, ({ locale, ...made }) => {
        const item = itemOf(made);
        const reply = makeReadyReply({
          item,
          passage: [],
          original: null,
          locale,
          templates: {},
          now: NOW,
        });
        let rest = blocksText(reply?.blocks ?? []);
        const { fixVersion, fixDate, workaround } = made;
        const known = [...dayForms(fixDate), fixVersion ?? '', workaround ?? ''];
        for (const fact of known.filter((one) => one !== '').sort((a, b) => b.length - a.length)) {
          rest = rest.replaceAll(fact, '');
        }
        // What remains is made of our sentences' pieces: cut them all away, and nothing is left.
        const pieces = REPLY_LANGUAGES.flatMap((language) =>
          REPLY_CASES.flatMap((one) => ourTemplate(language, one).split(/\{\w+\}/)),
        );
        for (const piece of pieces.sort((a, b) => b.length - a.length)) {
          if (piece.trim() !== '') rest = rest.replaceAll(piece, '');
        }
        expect(rest.trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('names neither key nor title nor tracker of an internal item, in no form it is inserted in', () => {
    assert(
      property(facts, ({ locale, ...made }) => {
        const item = itemOf(made);
        const reply = makeReadyReply({
          item,
          passage: [],
          original: null,
          locale,
          templates: {},
          now: NOW,
        });
        const blocks = reply?.blocks ?? [];
        const forms = [blocksHtml(blocks), composerText(blocks), ...linkedAddresses(blocks)];
        for (const form of forms) {
          expect(form).not.toMatch(/FERN-\d/i);
          expect(form).not.toContain('tracker.fernway.example');
          expect(form).not.toMatch(/\{\{|\{%/);
          // Shorter titles are words that any sentence may have.
          expect(item.title.length < 12 || !form.includes(item.title)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('our sentences', () => {
  it.each(REPLY_LANGUAGES)('in %s can be used, and hold no fact of their own', (language) => {
    for (const one of REPLY_CASES) {
      const text = ourTemplate(language, one);
      expect([one, templateFault(text, one)]).toEqual([one, null]);
      expect(text.replace(/\{\w+\}/g, '')).not.toMatch(/\d/);
    }
  });

  it.each(REPLY_LANGUAGES)('in %s name every fact that their case has', (language) => {
    for (const one of REPLY_CASES) {
      const slots = one.match(/version|date/g) ?? [];
      for (const slot of slots) expect(ourTemplate(language, one)).toContain(`{${slot}}`);
    }
  });
});
