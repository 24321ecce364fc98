/** Taking inserts back in the real editor, in both browsers: the draft as it was, or not touched at all. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { faultKind, type InsertContent } from '@/tests/support/extension/page-port-client';
import {
  LINK,
  MAIL,
  MAIL_KEY,
  editable,
  link,
  openReplyBox,
  passage,
  type ReplyBox,
} from '@/tests/support/extension/reply-box';

describe.each<BrowserName>(['chromium', 'firefox'])('undo in %s', (browser) => {
  let box: ReplyBox;
  beforeAll(async () => {
    box = await openReplyBox(browser);
  });
  afterAll(() => box.close());
  beforeEach(() => box.visit(MAIL));

  const insert = async (content: InsertContent) => faultKind(await box.port.insert(content));
  const undo = async () => faultKind(await box.port.undo(MAIL_KEY));
  const pressUndo = () =>
    box.page.evaluate((id) => {
      window.__standIn.editorOf(id)!.execute('undo');
    }, MAIL);

  it.each([
    ['an empty composer', '', undefined],
    ['a draft', '<p>Hello <strong>Ana</strong>,</p><ul><li>one</li></ul><p>thanks.</p>', [0, 3]],
    ['an empty line', '<p>Hello,</p><p>&nbsp;</p><p>thanks.</p>', [1, 0]],
  ])('restores %s exactly', async (_, html, path) => {
    for (const content of [link, passage]) {
      await box.setDraft(html, path);
      const before = await box.draft();
      expect(await insert(content)).toBeNull();
      expect(await box.draft()).not.toBe(before);
      expect(await undo()).toBeNull();
      expect(await box.draft()).toBe(before);
    }
  });

  it('is one step of the editor’s own undo', async () => {
    await box.setDraft('<p>Hello Ana,</p><p>thanks.</p>', [0, 5]);
    for (const content of [link, passage]) {
      await insert(content);
      await pressUndo();
      expect(await box.draft()).toBe('<p>Hello Ana,</p><p>thanks.</p>');
      await sleep(2000);
    }
  });

  it('refuses after another key, and keeps all', async () => {
    await box.setDraft('<p>Hello</p>', [0, 5]);
    await insert(link);
    await box.port.post({ type: 'composer.focus' });
    await box.page.type(editable(MAIL), '!');
    expect(await undo()).toBe('draft-changed');
    expect(await box.draft()).toBe(`<p>Hello ${LINK}!</p>`);
  });

  it('works when something was typed and taken away again', async () => {
    await box.setDraft('<p>Hello</p>', [0, 5]);
    await insert(link);
    await box.page.evaluate((id) => {
      const editor = window.__standIn.editorOf(id)!;
      editor.execute('insertText', { text: 'x' });
      editor.execute('delete');
    }, MAIL);
    expect(await undo()).toBeNull();
    expect(await box.draft()).toBe('<p>Hello</p>');
  });

  it('works after the composer was made anew', async () => {
    await box.setDraft('<p>Hello</p>', [0, 5]);
    await insert(link);
    await box.rerender();
    expect(await box.draft()).toBe(`<p>Hello ${LINK}</p>`);
    expect(await undo()).toBeNull();
    expect(await box.draft()).toBe('<p>Hello</p>');
  });

  it('leaves the other channel’s draft alone', async () => {
    await insert(link);
    await box.setChannel('internal');
    await box.port.waitForState(
      (state) => state.kind === 'ticket' && state.channel === 'internal',
      'the note',
    );
    expect(await undo()).toBe('draft-changed');
    await box.setChannel('web');
    expect(await box.draft()).toBe(`<p>${LINK}</p>`);
  });
});
