/** Every editor × every operation × both browsers, with real editors and real keys; prints the table at the end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { EDITORS, createMatrix } from '@/tests/support/editors/matrix';
import { openEditors, type EditorsPage } from '@/tests/support/editors/open-editors';
import { OPERATIONS } from '@/tests/support/editors/operations';

const matrix = createMatrix();
afterAll(() => {
  process.stdout.write(`\n${matrix.print()}\n`);
});

describe.each<BrowserName>(['chromium', 'firefox'])('in %s', (browser) => {
  let page: EditorsPage;
  beforeAll(async () => {
    page = await openEditors(browser);
  });
  afterAll(() => page.close());

  describe.each(EDITORS)('$label', (editor) => {
    beforeAll(() => page.open(editor.name));

    const fitting = OPERATIONS.filter(({ isRichOnly }) => !(isRichOnly && editor.isPlain));
    for (const operation of OPERATIONS) {
      if (!fitting.includes(operation)) {
        matrix.set(editor.name, operation.name, browser, 'not-applicable');
      }
    }

    it.each(fitting)('$name', async ({ name, run }) => {
      matrix.set(editor.name, name, browser, 'failed');
      const explained = await run(page, editor);
      expect(explained !== undefined).toBe(editor.weaker.includes(name));
      matrix.set(editor.name, name, browser, explained ? { explained } : 'held');
    });
  });
});
