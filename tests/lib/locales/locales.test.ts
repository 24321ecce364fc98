import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '@/lib/core/fault';
import { LANGUAGES, readMessages } from '@/tests/support/ui-gallery/messages';
import { parseMessagesText } from '@wxt-dev/i18n/build';

const root = join(import.meta.dirname, '../../..');
const english = readMessages('en');
const german = readMessages('de');
const keys = Object.keys(english);

/** Names, and words that are the same in both languages. */
const SAME = new Set([
  'action_named',
  'action_withKey',
  'dock_title',
  'extName',
  'hints_link',
  'link_problemState',
  'link_type_problem',
  'sources_kind_bugzilla',
  'sources_kind_helpscout_docs',
  'sources_kind_mediawiki',
  'sources_kind_site',
  'sources_log_ms',
  'sources_name',
  'sources_skippedLine',
  'status_label',
  'ticket_channel_chat',
  'ticket_label',
]);

/** Everything that ships and may use a text. */
const sources = ['components', 'entrypoints', 'lib']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  )
  .concat('wxt.config.ts')
  .map((file) => readFileSync(join(root, file), 'utf8'));

/** Keys as the code writes them have dots, as the browser knows them underscores. */
const inBrowser = (key: string) => key.replaceAll('.', '_');

/** Every string that could be a key: 'a.b', `a.${b}` as a pattern, and __MSG_a__ of the manifest. */
function usedKeys(): { exact: Set<string>; patterns: RegExp[] } {
  const exact = new Set<string>();
  const patterns: RegExp[] = [];
  for (const source of sources) {
    for (const [, key] of source.matchAll(/'([a-z]\w*(?:\.\w+)*)'/gi)) exact.add(inBrowser(key!));
    for (const [, key] of source.matchAll(/__MSG_(\w+?)__/g)) exact.add(key!);
    for (const [, template] of source.matchAll(/\bt\(\s*`([^`]+)`/g)) {
      const pattern = inBrowser(template!).replace(/\$\{[^}]*\}/g, '[a-z]\\w*?');
      patterns.push(new RegExp(`^${pattern}$`));
    }
  }
  return { exact, patterns };
}

const placeholders = (text: string) => [...new Set(text.match(/\$\d/g) ?? [])].sort();

/** Plural forms of each key, e.g. `list.announce` → ['1', 'n']. */
function pluralForms(language: string): Record<string, string[]> {
  const text = readFileSync(join(root, `lib/locales/${language}.yml`), 'utf8');
  return Object.fromEntries(
    parseMessagesText(text, 'YAML').flatMap((message) =>
      message.type === 'plural'
        ? [[message.key.join('.'), Object.keys(message.plurals).sort()]]
        : [],
    ),
  );
}

describe('texts', () => {
  it('exist in both languages', () => {
    expect(Object.keys(german).sort()).toEqual(keys.toSorted());
  });

  it('are not empty, and not English left in German', () => {
    const empty = keys.filter((key) => !english[key]?.trim() || !german[key]?.trim());
    const same = keys.filter((key) => english[key] === german[key] && !SAME.has(key));
    expect({ empty, same }).toEqual({ empty: [], same: [] });
  });

  it('take the same values in both languages', () => {
    for (const key of keys) {
      expect([key, placeholders(german[key] ?? '')]).toEqual([
        key,
        placeholders(english[key] ?? ''),
      ]);
    }
  });

  it('have the same plural forms in both languages, one and many at least', () => {
    const forms = pluralForms('en');
    expect(pluralForms('de')).toEqual(forms);
    for (const [key, names] of Object.entries(forms)) {
      expect([key, names.includes('1') && names.includes('n')]).toEqual([key, true]);
    }
  });

  it('have names that browsers accept', () => {
    expect(keys.filter((key) => !/^\w+$/.test(key))).toEqual([]);
  });

  it('are all used', () => {
    const { exact, patterns } = usedKeys();
    const dead = keys.filter(
      (key) => !exact.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(dead).toEqual([]);
  });

  it('exist wherever one is used', () => {
    const calls = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'([^']+)'/g)]);
    const names = sources.flatMap((source) => [...source.matchAll(/__MSG_(\w+?)__/g)]);
    const wanted = [...calls, ...names].map(([, key]) => inBrowser(key!));
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter((key) => !keys.includes(key))).toEqual([]);
    const { patterns } = usedKeys();
    expect(patterns.filter((pattern) => !keys.some((key) => pattern.test(key)))).toEqual([]);
  });

  it.each(FAULT_KINDS)('say what %s is and what to do next', (kind) => {
    const name = kind.replaceAll('-', '_');
    for (const language of LANGUAGES) {
      const messages = readMessages(language);
      const title = messages[`fault_${name}_title`];
      const next = messages[`fault_${name}_next`];
      expect(title?.length).toBeGreaterThan(8);
      expect(title).not.toMatch(/[.!]$/);
      expect(next).toMatch(/\w{3}.*\.$/);
    }
  });

  it('say nothing about faults that do not exist', () => {
    const kinds = keys.flatMap((key) => /^fault_(\w+)_title$/.exec(key)?.[1] ?? []);
    expect(kinds.sort()).toEqual(FAULT_KINDS.map((kind) => kind.replaceAll('-', '_')).sort());
  });

  it('fit where stores and browsers limit them', () => {
    for (const messages of [english, german]) {
      expect(messages['extName']?.length).toBeLessThanOrEqual(75);
      expect(messages['extDescription']?.length).toBeLessThanOrEqual(132);
    }
  });
});
