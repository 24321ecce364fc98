// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { holdFocus } from '@/lib/app/page-focus';

const focusDock = vi.fn<() => void>();
let composer: HTMLTextAreaElement;
beforeEach(() => {
  document.body.innerHTML = '<button></button><textarea></textarea><div id="dock"></div>';
  composer = document.querySelector('textarea')!;
  focusDock.mockClear();
});

it('gives the keyboard back to what had it', () => {
  const button = document.querySelector('button')!;
  button.focus();
  const giveBack = holdFocus(document, focusDock);
  composer.focus();
  giveBack();
  expect(document.activeElement).toBe(button);
  expect(focusDock).not.toHaveBeenCalled();
});

it('gives it back to the docked sidebar, which hides in a closed root', () => {
  const host = document.querySelector('#dock')!;
  const inside = document.createElement('input');
  host.attachShadow({ mode: 'closed' }).append(inside);
  inside.focus();
  expect(document.activeElement).toBe(host);
  const giveBack = holdFocus(document, focusDock);
  composer.focus();
  giveBack();
  expect(focusDock).toHaveBeenCalledOnce();
});

it.each([
  ['the composer had it already', () => composer.focus()],
  ['nothing had it', () => document.querySelector('button')!.blur()],
])('leaves it where %s', (_, before) => {
  before();
  const giveBack = holdFocus(document, focusDock);
  composer.focus();
  giveBack();
  expect(document.activeElement).toBe(composer);
  expect(focusDock).not.toHaveBeenCalled();
});

it('does not chase what is gone', () => {
  const button = document.querySelector('button')!;
  button.focus();
  const giveBack = holdFocus(document, focusDock);
  composer.focus();
  button.remove();
  giveBack();
  expect(document.activeElement).toBe(composer);
  expect(focusDock).not.toHaveBeenCalled();
});
