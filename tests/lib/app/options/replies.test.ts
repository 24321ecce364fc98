import { beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { blankReplies, createReplies, type Replies } from '@/lib/app/options/replies';
import type { OptionsState, ReplyRow } from '@/lib/app/stores/options-state';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import type { ReplyTemplates } from '@/lib/model/ready-reply';
import { baseOptions } from '@/tests/support/ui-gallery/options-states';

const NOW = Date.parse('2026-11-22T10:00:00Z');

let stored: ReplyTemplates;
let isBroken: boolean;
let page: Replies & { state: () => OptionsState; row: (name: string) => ReplyRow };
function start(locale = 'en-GB') {
  const store = createStore<OptionsState>(() => ({
    ...baseOptions,
    replies: blankReplies(locale),
  }));
  const replies = createReplies({
    storage: {
      read: async () => stored,
      write: async (templates) => {
        if (isBroken) return fail(fault('storage-broken'));
        stored = templates;
        return ok(null);
      },
    },
    locale,
    clock: () => NOW,
    store,
  });
  return {
    ...replies,
    state: () => store.getState(),
    row: (name: string) => store.getState().replies.rows.find((row) => row.case === name)!,
  };
}

beforeEach(async () => {
  stored = {};
  isBroken = false;
  page = start();
  await page.load();
});

describe('the sentences', () => {
  it('begin with ours in the page’s language, each with its preview', () => {
    expect(page.state().replies).toMatchObject({ language: 'en', status: 'saved' });
    expect(page.row('planned-version-date')).toMatchObject({
      slots: ['version', 'date'],
      isOurs: true,
      fault: null,
      preview:
        'This is a known problem. A fix is planned for POS 6.5.0, expected on December 6, 2026.',
    });
  });

  it('are the team’s own where there are some', async () => {
    stored = { de: { known: 'Wissen wir.' } };
    const german = start('de-AT');
    await german.load();
    expect(german.state().replies.language).toBe('de');
    expect(german.row('known')).toMatchObject({ text: 'Wissen wir.', isOurs: false });
  });

  it('are in English where there are none in the page’s language', async () => {
    const polish = start('pl');
    await polish.load();
    expect(polish.state().replies.language).toBe('en');
  });
});

describe('editing', () => {
  it('shows at once how it reads, and what is wrong with it', () => {
    page.edit('fixed-version', 'Update to {version}!');
    expect(page.row('fixed-version').preview).toBe('Update to POS 6.5.0!');
    page.edit('fixed-version', 'Since {date} in {release}');
    expect(page.row('fixed-version')).toMatchObject({
      preview: null,
      fault: { kind: 'unknown-slot', names: ['date', 'release'] },
    });
    for (const [text, kind] of [
      ['', 'empty'],
      ['{{ticket.id}}', 'placeholder'],
      ['{% if x %}', 'placeholder'],
      ['{version', 'brace'],
      ['x'.repeat(601), 'too-long'],
    ] as const) {
      page.edit('fixed-version', text);
      expect(page.row('fixed-version').fault?.kind).toBe(kind);
    }
  });

  it('saves what differs from ours, in every language, and only when all can be used', async () => {
    page.edit('known', 'We know.');
    page.edit('fixed', page.row('fixed').text);
    page.choose('de');
    page.edit('known', '');
    await page.save();
    expect(stored).toEqual({});
    page.edit('known', 'Wissen wir.');
    await page.save();
    expect(stored).toEqual({ en: { known: 'We know.' }, de: { known: 'Wissen wir.' } });
    expect(page.state().replies).toMatchObject({ status: 'saved', language: 'de' });
  });

  it('goes back to ours', async () => {
    page.edit('known', 'We know.');
    await page.save();
    page.reset('known');
    expect(page.row('known').isOurs).toBe(true);
    await page.save();
    expect(stored).toEqual({});
  });

  it('is not lost when the page comes back to the front, nor when it cannot be saved', async () => {
    page.edit('known', 'We know.');
    await page.load();
    expect(page.row('known').text).toBe('We know.');
    isBroken = true;
    await page.save();
    expect(page.row('known').text).toBe('We know.');
    expect(page.state().notice).toMatchObject({ kind: 'fault' });
    expect(page.state().replies.status).toBe('changed');
  });
});
