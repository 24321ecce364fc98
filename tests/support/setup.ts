/** Every unit test sees the fake extension APIs, with the real English texts behind `i18n`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const englishFile = fileURLToPath(new URL('../../lib/locales/en.yml', import.meta.url));
const messages = generateChromeMessages(
  parseMessagesText(readFileSync(englishFile, 'utf8'), 'YAML'),
);

/** As the browser does it: $1 … $9 are the substitutions, $$ is a dollar sign. */
function getMessage(name: string, substitutions: string | readonly string[] = []): string {
  const values = typeof substitutions === 'string' ? [substitutions] : substitutions;
  const text = messages[name]?.message ?? '';
  return text.replace(/\$(\$|[1-9])/g, (_, mark: string) =>
    mark === '$' ? '$' : (values[Number(mark) - 1] ?? ''),
  );
}

Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => 'en' });
vi.stubGlobal('chrome', fakeBrowser);
vi.stubGlobal('browser', fakeBrowser);
