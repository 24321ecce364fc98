/** What `#i18n` resolves to in tests; the texts come from setup.ts. */
import { createI18n } from '@wxt-dev/i18n';

export const i18n = createI18n();
