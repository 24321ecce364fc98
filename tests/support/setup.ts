/** Every unit test sees the fake extension APIs, with the real English texts behind `i18n`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { afterEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const englishFile = join(import.meta.dirname, '../../lib/locales/en.yml');
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

// Tests with a DOM (`// @vitest-environment jsdom`) leave an empty page to the next one.
if (typeof document !== 'undefined') {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const { cleanup } = await import('@testing-library/react');
  afterEach(cleanup);
}
