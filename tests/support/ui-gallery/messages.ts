/** The texts of one language as the browser gets them from the build. Runs in Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Message by name, e.g. `fault_offline_title`. */
export type Messages = Record<string, string>;

const localesFolder = join(import.meta.dirname, '../../../lib/locales');

export function readMessages(language: Language): Messages {
  const text = readFileSync(join(localesFolder, `${language}.yml`), 'utf8');
  const messages = generateChromeMessages(parseMessagesText(text, 'YAML'));
  return Object.fromEntries(Object.entries(messages).map(([name, { message }]) => [name, message]));
}
