/** The words of the user interface, in the browser's language as far as we have it. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** Looks a text up by its key in lib/locales; keys, substitutions and plurals are typed. */
export type Translate = typeof i18n.t;

export interface Wording {
  t: Translate;
  /** BCP 47: what dates, numbers and lists are written in. Always fits the texts. */
  locale: string;
}

/**
 * The texts and their language. The browser falls back to English for languages we have no texts
 * in; dates follow the texts then, so that one sentence is never in two languages.
 */
export function createWording(): Wording {
  const texts = i18n.t('uiLanguage');
  const ui = browser.i18n.getUILanguage();
  return { t: i18n.t, locale: ui === texts || ui.startsWith(`${texts}-`) ? ui : texts };
}
