import { describe, expect, it } from 'vitest';
import { issueStatusWords, isVersionOfTicket } from '@/components/sidebar/issue-status';
import { statusCategorySchema, type IssueFacts } from '@/lib/model/issue-facts';
import { NOW, queueFacts } from '@/tests/support/ui-gallery/items';
import { LANGUAGES } from '@/tests/support/ui-gallery/messages';
import { testWording } from '@/tests/support/wording';

const words = (facts: Partial<IssueFacts>, kind: 'issue' | 'incident' = 'issue') =>
  issueStatusWords(
    kind,
    { ...queueFacts, fixVersion: undefined, fixDate: undefined, ...facts },
    { ...testWording('en'), locale: 'en-GB', now: NOW },
  );

describe('issueStatusWords', () => {
  it.each<[string, Partial<IssueFacts>]>([
    [
      'Known bug, fix planned for POS 6.5.0 on 8 Dec 2026',
      { category: 'in-progress', fixVersion: 'POS 6.5.0', fixDate: '2026-12-08' },
    ],
    ['Known bug, fix planned for POS 6.5.0', { category: 'open', fixVersion: 'POS 6.5.0' }],
    ['Known bug, fix planned for 8 Dec 2026', { category: 'open', fixDate: '2026-12-08' }],
    ['Known bug, no fix planned yet', { category: 'open' }],
    ['Known bug, a fix is being worked on', { category: 'in-progress' }],
    [
      'Known bug, the fix planned for POS 6.4.1 on 10 Nov 2026 is late',
      { category: 'in-progress', fixVersion: 'POS 6.4.1', fixDate: '2026-11-10' },
    ],
    [
      'Known bug, the fix planned for 10 Nov 2026 is late',
      { category: 'open', fixDate: '2026-11-10' },
    ],
    [
      'Known bug, fixed and coming with POS 6.5.0 on 8 Dec 2026',
      { category: 'fixed-unreleased', fixVersion: 'POS 6.5.0', fixDate: '2026-12-08' },
    ],
    [
      'Known bug, fixed and coming with POS 6.5.0',
      { category: 'fixed-unreleased', fixVersion: 'POS 6.5.0', fixDate: '2026-10-08' },
    ],
    ['Known bug, fixed but not released yet', { category: 'fixed-unreleased' }],
    [
      'Known bug, fixed in POS 6.4.1 since 10 Nov 2026',
      { category: 'fixed', fixVersion: 'POS 6.4.1', fixDate: '2026-11-10' },
    ],
    ['Known bug, fixed in POS 6.4.1', { category: 'fixed', fixVersion: 'POS 6.4.1' }],
    ['Known bug, fixed', { category: 'fixed' }],
    ['Known bug, will not be fixed', { category: 'wont-fix' }],
    ['Known bug, handled as FERN-1051', { category: 'duplicate', duplicateOf: 'FERN-1051' }],
    ['Known bug, handled in another report', { category: 'duplicate' }],
    // A date nobody can read is no date.
    [
      'Known bug, fix planned for POS 7',
      { category: 'open', fixVersion: 'POS 7', fixDate: 'soon' },
    ],
  ])('%s', (expected, facts) => {
    expect(words(facts)).toBe(expected);
  });

  it('has words for every category of bugs and incidents in both languages', () => {
    for (const language of LANGUAGES) {
      const wording = { ...testWording(language), now: NOW };
      for (const category of statusCategorySchema.options) {
        for (const kind of ['issue', 'incident'] as const) {
          const text = issueStatusWords(kind, { ...queueFacts, category }, wording);
          expect(text.length).toBeGreaterThan(8);
        }
      }
    }
  });

  it('speaks of incidents in words of their own', () => {
    expect(words({ category: 'open' }, 'incident')).toBe('Incident, cause still being looked for');
  });
});

describe('isVersionOfTicket', () => {
  it.each([
    ['POS 6.3.2', ['6.3.2'], true],
    ['POS 6.3.2', ['POS 6.3.2'], true],
    ['POS v6.3.2', ['6.3.2'], true],
    ['POS 16.3.2', ['6.3.2'], false],
    ['POS 6.3.20', ['6.3.2'], false],
    ['Sync 3.8.2', ['POS 3.8.2'], false],
    ['POS 6.3.2', [], false],
  ])('%s for %j: %s', (affected, named, expected) => {
    expect(isVersionOfTicket(affected, named)).toBe(expected);
  });
});
