// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import type { Insertion } from '@/lib/helpdesks/contract';
import { createChannelMemory } from '@/lib/helpdesks/helpscout/channel';
import { createHelpscoutComposer } from '@/lib/helpdesks/helpscout/composer';
import { createLocator } from '@/lib/helpdesks/helpscout/locate';
import { createTestPage, showPage, type TestPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const HREF = 'https://help.fernway.example/a';
const insertion: Insertion = {
  ticketId: '3100000001',
  form: 'link',
  html: `<a href="${HREF}">Fix</a>`,
  text: 'Fix',
  hrefs: [HREF],
  visibility: 'public',
};
const NEXT = 'https://secure.helpscout.net/conversation/3100000002/44478';

let page: TestPage;
let time = 0;
let pressed: string[] = [];
let stop = (): void => {};
const channels = createChannelMemory();

function show(name: string): void {
  showPage(recordedPage(`helpscout/${name}`));
  page = createTestPage('https://secure.helpscout.net/conversation/3100000001/44477');
  time = 0;
  pressed = [];
}

/** What the page does with its buttons: an editor, after a moment. */
function mountOnPress(then: () => void = () => {}): void {
  for (const name of ['reply', 'note']) {
    document.querySelector(`[data-testid="${name}-button"]`)!.addEventListener('click', () => {
      pressed.push(name);
      setTimeout(() => {
        then();
        const editor = document.createElement('div');
        editor.innerHTML =
          '<div data-cy="ConvoEditor" role="textbox" contenteditable="true" ' +
          `aria-label="${name === 'note' ? 'Note' : 'Reply'} Editor"></div>`;
        document.querySelector('ol[data-testid]:last-of-type')?.before(editor);
        document.querySelector('.Contentcss__ConversationAreaUI-sc-7a8b9c-0')!.append(editor);
      }, 10);
    });
  }
}

const composer = () =>
  createHelpscoutComposer(
    createLocator(channels, () => time),
    () => time,
    200,
  );
const kindOf = async (one: Insertion, by = composer()) => {
  const result = await by.insert(page, one);
  return result.ok ? result.value.channel : result.fault.kind;
};

beforeEach(() => {
  history.replaceState(null, '', '/conversation/3100000001/44477');
  show('reply');
  stop = channels.watch(page);
});
afterEach(() => stop());

describe('an open composer', () => {
  it('takes what is for it', async () => {
    expect(await kindOf(insertion)).toBe('public');
    const { form, html, text, hrefs } = insertion;
    expect(page.editors.contents).toEqual([{ form, html, text, hrefs }]);
  });

  it.each(['internal', 'restricted', 'unknown'] as const)(
    'nothing %s but in a note',
    async (visibility) => {
      expect(await kindOf({ ...insertion, visibility })).toBe('not-public');
      show('unlabelled');
      expect(await kindOf({ ...insertion, visibility })).toBe('not-public');
      expect(page.editors.targets).toEqual([]);
      show('note');
      expect(await kindOf({ ...insertion, visibility })).toBe('internal');
    },
  );

  it('of another conversation takes nothing', async () => {
    page.address = NEXT;
    expect(await kindOf(insertion)).toBe('switching');
    page.address = 'https://secure.helpscout.net/search/?query=x';
    expect(await kindOf(insertion)).toBe('no-ticket');
    expect(page.editors.targets).toEqual([]);
  });

  it('beside another one is nobody’s guess, and no button is pressed', async () => {
    mountOnPress();
    const editor = document.querySelector('[data-cy="ConvoEditor"]')!;
    editor.after(editor.cloneNode(true));
    expect(await kindOf(insertion)).toBe('no-composer');
    expect(pressed).toEqual([]);
  });
});

describe('a composer that is not open', () => {
  beforeEach(() => show('closed-composer'));

  it.each([
    ['public', 'reply', 'public'],
    ['internal', 'note', 'internal'],
    ['restricted', 'note', 'internal'],
    ['unknown', 'note', 'internal'],
  ] as const)('for %s is opened by %s', async (visibility, button, channel) => {
    mountOnPress();
    expect(await kindOf({ ...insertion, visibility })).toBe(channel);
    expect(pressed).toEqual([button]);
  });

  it('that does not open in time is none', async () => {
    expect(await kindOf(insertion)).toBe('no-composer');
  });

  it('is not opened by two buttons, nor by one that submits', async () => {
    mountOnPress();
    const button = document.querySelector<HTMLButtonElement>('[data-testid="reply-button"]')!;
    button.type = 'submit';
    expect(await kindOf(insertion)).toBe('no-composer');
    button.type = 'button';
    button.after(button.cloneNode(true));
    expect(await kindOf(insertion)).toBe('no-composer');
    expect(pressed).toEqual([]);
  });

  it('takes nothing when another conversation came meanwhile', async () => {
    mountOnPress(() => {
      page.address = NEXT;
    });
    expect(await kindOf(insertion)).toBe('switching');
    expect(page.editors.targets).toEqual([]);
  });

  it('takes nothing internal when it turns out to be a reply', async () => {
    mountOnPress(() => {
      queueMicrotask(() => {
        document.querySelector('[aria-label="Note Editor"]')?.setAttribute('aria-label', 'Reply');
      });
    });
    expect(await kindOf({ ...insertion, visibility: 'internal' })).toBe('not-public');
    expect(page.editors.targets).toEqual([]);
  });
});

describe('the same twice', () => {
  it('within two seconds is once, also while the composer opens', async () => {
    show('closed-composer');
    mountOnPress();
    const one = composer();
    const both = await Promise.all([kindOf(insertion, one), kindOf(insertion, one)]);
    expect(both).toEqual(['public', 'already-inserted']);
    expect(await kindOf(insertion, one)).toBe('already-inserted');
    time = 2000;
    expect(await kindOf(insertion, one)).toBe('public');
  });

  it('is twice for other content, after a failure and after an undo', async () => {
    const one = composer();
    page.editors.answer = fault('insert-failed');
    expect(await kindOf(insertion, one)).toBe('insert-failed');
    page.editors.answer = null;
    expect(await kindOf(insertion, one)).toBe('public');
    expect(await kindOf({ ...insertion, html: '<p>other</p>' }, one)).toBe('public');
    const receipt = {
      ticketId: insertion.ticketId,
      channel: 'public',
      before: '',
      after: 'x',
    } as const;
    expect((await one.undo(page, receipt)).ok).toBe(true);
    expect(await kindOf(insertion, one)).toBe('public');
  });
});

describe('undo', () => {
  const receipt = { ticketId: '3100000001', channel: 'public', before: '', after: 'x' } as const;

  it('is for the same conversation and the same channel', async () => {
    expect((await composer().undo(page, receipt)).ok).toBe(true);
    const other = await composer().undo(page, { ...receipt, channel: 'internal' });
    expect(other).toMatchObject({ fault: { kind: 'draft-changed' } });
    page.address = NEXT;
    expect(await composer().undo(page, receipt)).toMatchObject({ fault: { kind: 'switching' } });
    expect(page.editors.targets).toHaveLength(1);
  });
});
