import { describe, expect, it } from 'vitest';
import { reasonWords } from '@/components/sidebar/reason-words';
import type { Reason } from '@/lib/model/suggestion';
import { marksOf } from '@/tests/support/ui-gallery/items';
import { testWording } from '@/tests/support/wording';

const TITLE = 'Network printer offline (SYNC-4012)';
/** As the suggester marks it for a ticket about an offline printer. */
const offered = (reasons: Reason[], titleMarks = marksOf(TITLE, ['printer', 'offline'])) => ({
  item: { title: TITLE },
  titleMarks,
  reasons,
});
const words = (reason: Reason, language: 'en' | 'de' = 'en') =>
  reasonWords(offered([reason]), testWording(language));

describe('reasonWords', () => {
  it.each<[Reason, string[]]>([
    [{ kind: 'identifier', values: ['SYNC-4012'] }, ['Same error code SYNC-4012']],
    [
      { kind: 'identifier', values: ['SYNC-4012', 'POS-1103'] },
      ['Same error codes SYNC-4012, POS-1103'],
    ],
    [
      { kind: 'identifier', values: ['TerminalSession.kt', 'SYNC-4012'] },
      ['Same error code SYNC-4012', 'Both mention TerminalSession.kt'],
    ],
    [{ kind: 'title', words: ['printer', 'offline'] }, ['Title says “printer offline”']],
    [{ kind: 'title', words: ['offline', 'printer'] }, ['Title says “printer offline”']],
    [{ kind: 'words', words: ['cable', 'port'] }, ['Also about cable, port']],
    [{ kind: 'product', product: 'Fernway Sync' }, ['Same product (Fernway Sync)']],
    [{ kind: 'version', version: '3.8.2' }, ['Same version 3.8.2']],
    [{ kind: 'precedent', tickets: 0 }, []],
    [{ kind: 'precedent', tickets: 1 }, ['Answered a ticket like this']],
    [{ kind: 'precedent', tickets: 3 }, ['Answered 3 tickets like this']],
  ])('%j', (reason, expected) => {
    expect(words(reason)).toEqual(expected);
  });

  it('quotes the title, not the forms that the ticket has', () => {
    const reasons: Reason[] = [{ kind: 'title', words: ['drucker', 'networks'] }];
    const marks = marksOf(TITLE, ['network', 'offline']);
    expect(reasonWords(offered(reasons, marks), testWording('en'))).toEqual([
      'Title says “Network”, “offline”',
    ]);
  });

  it('uses the words of the ticket where no place in the title is known', () => {
    const reasons: Reason[] = [{ kind: 'title', words: ['networks'] }];
    expect(reasonWords(offered(reasons, []), testWording('en'))).toEqual(['Title says “networks”']);
  });

  it('does not say the parts of a code again', () => {
    const reasons: Reason[] = [
      { kind: 'identifier', values: ['SYNC-4012'] },
      { kind: 'title', words: ['4012', 'offline'] },
      { kind: 'words', words: ['sync'] },
    ];
    expect(reasonWords(offered(reasons), testWording('en'))).toEqual([
      'Same error code SYNC-4012',
      'Title says “printer offline”',
    ]);
  });

  it('speaks German', () => {
    expect(words({ kind: 'title', words: ['printer', 'offline'] }, 'de')).toEqual([
      'Im Titel steht „printer offline“',
    ]);
  });

  it('says nothing where nothing is stated', () => {
    expect(words({ kind: 'words', words: [] })).toEqual([]);
    expect(reasonWords(offered([{ kind: 'title', words: [' '] }], []), testWording('en'))).toEqual(
      [],
    );
    expect(words({ kind: 'product', product: '' })).toEqual([]);
  });

  it('takes placeholders and separators in a ticket for the text they are', () => {
    expect(words({ kind: 'words', words: ['$1', '$$', 'a | b | c | d'] })).toEqual([
      'Also about $1, $$, a | b | c | d',
    ]);
  });

  it('stays short', () => {
    const endless = Array.from({ length: 100 }, () => 'x'.repeat(10_000));
    expect(words({ kind: 'identifier', values: endless }).join('').length).toBeLessThan(300);
  });
});
