// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addForms } from '@/lib/helpdesks/dom';
import { createChannelMemory, type ChannelMemory } from '@/lib/helpdesks/helpscout/channel';
import { createTestPage, showPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';

let memory: ChannelMemory;
let stop: () => void;
beforeEach(() => {
  history.replaceState(null, '', '/conversation/3100000001/44477');
  showPage(recordedPage('helpscout/unlabelled'));
  memory = createChannelMemory();
  stop = memory.watch(createTestPage('https://secure.helpscout.net/conversation/3100000001/44477'));
});
afterEach(() => stop());

const editor = () => document.querySelector<HTMLElement>('[data-cy="ConvoEditor"]')!;
const channel = () => memory.channelOf(editor());
const press = (name: string) =>
  document.querySelector<HTMLElement>(`[data-testid="${name}-button"]`)!.click();
const key = (target: Element, init: KeyboardEventInit) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));

describe('an editor without marks', () => {
  it('is what its button says', () => {
    expect(channel()).toBe('unknown');
    press('note');
    expect(channel()).toBe('internal');
    press('reply');
    expect(channel()).toBe('public');
  });

  it('is still a note while the agent types', () => {
    press('note');
    key(editor(), { key: 'r' });
    editor().click();
    expect(channel()).toBe('internal');
  });

  it.each([
    ['a key outside', () => key(document.body, { key: 'r' })],
    ['a key with a modifier', () => key(editor(), { key: 'r', altKey: true })],
    ['another button', () => document.querySelector<HTMLElement>('header button')!.click()],
    ['another conversation', () => history.replaceState(null, '', '/conversation/3100000002/1')],
  ])('is anybody’s guess after %s', (_, happens) => {
    press('note');
    happens();
    expect(channel()).toBe('unknown');
  });

  it('is nobody’s business once it is not watched any more', () => {
    stop();
    press('note');
    expect(channel()).toBe('unknown');
  });
});

describe('an editor whose marks the settings name', () => {
  afterEach(() => addForms(document, undefined));

  it.each([
    ['note-composer', 'unknown'],
    ['reply-composer', 'public'],
  ])('%s: %s', (name, said) => {
    editor().setAttribute('data-now', '');
    addForms(document, { [name]: ['[data-now]'] });
    expect(channel()).toBe(said);
  });
});

describe('an editor with marks', () => {
  it('that contradict the button is unknown', () => {
    editor().setAttribute('aria-label', 'Reply Editor');
    expect(channel()).toBe('public');
    press('note');
    expect(channel()).toBe('unknown');
  });

  it('of both kinds is unknown', () => {
    editor().setAttribute('aria-label', 'Reply Editor');
    editor().closest('[class^="Composercss"]')!.classList.add('is-note');
    expect(channel()).toBe('unknown');
  });
});
