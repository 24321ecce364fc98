// @vitest-environment jsdom
/** Which way in is taken; the ways themselves are tried in real browsers (tests/e2e/editors.e2e.ts). */
import { afterEach, expect, it } from 'vitest';
import { findDriver } from '@/lib/helpdesks/editors/find-driver';
import { proseMirrorOf } from '@/lib/helpdesks/editors/prosemirror-model';
import { quillOf } from '@/lib/helpdesks/editors/quill-model';
import { summernoteOf } from '@/lib/helpdesks/editors/summernote';

const element = (html: string): HTMLElement => {
  document.body.innerHTML = html;
  return document.querySelector<HTMLElement>('[data-it]')!;
};

afterEach(() => {
  for (const name of ['Quill', 'jQuery']) Reflect.deleteProperty(window, name);
});

it.each([
  ['<textarea data-it></textarea>', true],
  ['<input type="text" data-it>', true],
  ['<div contenteditable="true" data-it></div>', true],
  ['<div contenteditable data-it></div>', true],
  ['<div contenteditable="plaintext-only" data-it></div>', true],
  ['<div contenteditable="false" data-it></div>', false],
  ['<div data-it></div>', false],
  ['<input type="password" data-it>', false],
  ['<input type="checkbox" data-it>', false],
])('%s can be written in: %s', (html, isFound) => {
  expect(findDriver(element(html)) !== null).toBe(isFound);
});

it('takes nothing for an editor that has only its name', () => {
  const quill = element('<div class="ql-container"><div class="ql-editor" data-it></div></div>');
  Object.assign(quill.parentElement!, { __quill: { root: quill } });
  expect(quillOf(quill)).toBeNull();
  Object.assign(window, { Quill: { find: () => 1 } });
  expect(quillOf(quill)).toBeNull();

  const note = element(
    '<div></div><div class="note-editor"><div class="note-editable" data-it></div></div>',
  );
  expect(summernoteOf(note)).toBeNull();
  Object.assign(window, { jQuery: () => ({}) });
  expect(summernoteOf(note)).toBeNull();
  Object.assign(window, { jQuery: () => ({ data: () => ({ invoke: 1 }) }) });
  expect(summernoteOf(note)).toBeNull();

  const tiptap = element('<div class="ProseMirror" data-it></div>');
  for (const editor of [null, 'x', {}, { view: null, getHTML: 1 }, { view: {}, getHTML: 1 }]) {
    Object.assign(tiptap, { editor });
    expect(proseMirrorOf(tiptap)).toBeNull();
  }
});
