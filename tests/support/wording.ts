/** The real texts in both languages for tests of components, through the i18n library that ships. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { i18n } from '#i18n';
import type { Translate, Wording } from '@/lib/app/stores/wording';
import { createGetMessage } from '@/tests/support/ui-gallery/get-message';
import { readMessages, type Language } from '@/tests/support/ui-gallery/messages';

/** `t` and `locale` of one language, whatever the fake browser's language is. */
export function testWording(locale: Language): Wording {
  const getMessage = createGetMessage(readMessages(locale));
  const translate = (...args: Parameters<Translate>) => {
    const before = fakeBrowser.i18n.getMessage;
    Object.assign(fakeBrowser.i18n, { getMessage });
    try {
      return i18n.t(...args);
    } finally {
      Object.assign(fakeBrowser.i18n, { getMessage: before });
    }
  };
  return { t: translate as Translate, locale };
}
