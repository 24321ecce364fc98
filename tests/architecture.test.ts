/** The house as drawn: every file in its layer, every import allowed, every file short. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations, type SourceFile } from '@/tests/architecture/check';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDERS = ['components', 'entrypoints', 'lib', 'tests'];

function readSources(): SourceFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
      .filter((name) => /\.(?:ts|tsx|mts|mjs|js)$/.test(name) && !name.includes('/fixtures/')),
  ).map((name) => ({ path: name, text: readFileSync(path.join(ROOT, name), 'utf8') }));
}

describe('architecture', () => {
  it('holds', () => {
    const sources = readSources();
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.flatMap(findViolations)).toEqual([]);
  });

  it.each([
    ['lib/core/a.ts', "import { b } from '@/lib/model/b';"],
    ['lib/search/a.ts', "import type { Item } from '@/lib/model/item';"],
    ['lib/search/a.ts', "const load = () => import('dexie');"],
    ['lib/suggest/a.ts', "import { b } from '@/lib/store/b';"],
    ['lib/store/a.ts', "import type { SegmentStore } from '@/lib/search/contract';"],
    ['lib/helpdesks/zendesk/a.ts', "import { b } from '@/lib/helpdesks/registry';"],
    ['lib/helpdesks/zendesk/a.ts', "import { b } from '../helpscout/b';"],
    ['lib/helpdesks/zendesk/a.ts', "export const a = () => document.querySelector('a');"],
    ['lib/helpdesks/dom.ts', 'export const a = () => location.pathname;'],
    ['lib/sources/sample/a.ts', "import { b } from '@/lib/sources/jsonl/map';"],
    ['lib/app/a.ts', "import { browser } from 'wxt/browser';"],
    ['lib/app/a.ts', "import { A } from '@/components/A';"],
    ['lib/messaging/a.ts', "import { b } from '@/lib/app/b';"],
    ['lib/model/a.ts', "import { z } from 'zod';"],
    ['components/ui/A.tsx', "import { send } from '@/lib/messaging/client';"],
    [
      'components/ui/A.tsx',
      'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;',
    ],
    ['components/ui/a.ts', 'element.innerHTML = text;'],
    ['lib/convert/a.ts', "export const a = eval('1');"],
    ['entrypoints/background.ts', "import { b } from '@/lib/store/database';"],
    ['entrypoints/background.ts', '//\n'.repeat(41)],
    ['lib/core/long.ts', '//\n'.repeat(351)],
    ['lib/somewhere/a.ts', ''],
  ])('catches a violation in %s: %s', (name, text) => {
    expect(findViolations({ path: name, text })).not.toEqual([]);
  });

  it.each([
    ['lib/helpdesks/zendesk/a.ts', 'export const a = (document: Document) => document.title;'],
    ['lib/helpdesks/zendesk/a.ts', 'export const a = (page: Page) => page.document.title;'],
    ['lib/search/a.ts', "import { stemmer } from '@orama/stemmers/german';"],
    ['components/ui/A.tsx', "import type { Item } from '@/lib/model/item';"],
  ])('allows %s: %s', (name, text) => {
    expect(findViolations({ path: name, text })).toEqual([]);
  });
});
