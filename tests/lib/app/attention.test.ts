// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { attentionOf } from '@/lib/app/attention';

test('tells of focus and of coming to the front, not of being hidden, until stopped', () => {
  const onReturn = vi.fn<() => void>();
  const stop = attentionOf(window).onReturn(onReturn);
  let visibility: DocumentVisibilityState = 'hidden';
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(onReturn).not.toHaveBeenCalled();
  visibility = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('focus'));
  expect(onReturn).toHaveBeenCalledTimes(2);
  stop();
  window.dispatchEvent(new Event('focus'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(onReturn).toHaveBeenCalledTimes(2);
});
