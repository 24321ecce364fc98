import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createWording } from '@/lib/platform/i18n';

afterEach(() => vi.restoreAllMocks());

it.each([
  ['en', 'en'],
  ['en-GB', 'en-GB'],
  // No texts in these: dates must be in the language of the texts, English.
  ['fr', 'en'],
  ['eng', 'en'],
])('writes dates of a browser in %s in %s', (ui, locale) => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue(ui);
  expect(createWording().locale).toBe(locale);
});

it('looks texts up', () => {
  const { t } = createWording();
  expect(t('extName')).toBe('Trivet');
  expect(t('list.announce', 1)).toBe('1 suggestion');
  expect(t('list.announce', 5)).toBe('5 suggestions');
});
