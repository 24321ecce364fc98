/** The connector against a real MediaWiki: after each change there, our copy equals its truth. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { mediaWikiKind } from '@/lib/sources/mediawiki/connector';
import { DirectHttp } from '@/tests/support/servers/direct-http';
import { LocalCopy } from '@/tests/support/servers/local-copy';
import { startHere } from '@/tests/support/servers/start-here';
import { ADMIN, startMediaWiki } from '@/tests/support/servers/mediawiki';
import { WikiEditor } from '@/tests/support/servers/wiki-editor';
import { unwrap } from '@/tests/support/unwrap';

const wiki = await startHere('MediaWiki', startMediaWiki);
const signal = new AbortController().signal;

describe.skipIf(wiki === null)('a real MediaWiki', () => {
  const { apiUrl = '', origin = '' } = wiki ?? {};
  const http = new DirectHttp();
  const connect = (secrets: Record<string, string> = {}) =>
    mediaWikiKind.create(
      { id: 'w', settings: { apiUrl, namespaces: ['0'] }, secrets },
      {
        http,
        now: () => Date.now(),
        readOwnFile: () => Promise.reject(new Error('none')),
        languageOf: () => 'xx',
        giveWay: () => Promise.resolve(),
      },
    );
  const copy = new LocalCopy(() => connect());
  const editor = new WikiEditor(apiUrl);

  /** Pulls, and compares our copy with what readers of the wiki find. */
  async function mustFollow(): Promise<void> {
    await copy.pull();
    expect(copy.titles()).toEqual(await editor.articles());
  }

  function textOf(title: string): string {
    const item = [...copy.items.values()].find((one) => one.title === title);
    return blocksText(item?.blocks ?? []);
  }

  beforeAll(async () => {
    await editor.signIn(ADMIN.name, ADMIN.password);
    for (let at = 0; at < 45; at += 1) await editor.write(`Article ${at}`, `Text of ${at}.`);
  });

  afterAll(() => wiki?.stop());

  test('is found from the address of any of its pages', async () => {
    const page = new URL(`${origin}/index.php/Article_1`);
    expect(mediaWikiKind.detect(page)).toBeNull();
    expect(unwrap(await mediaWikiKind.probe!(page, http, signal))).toEqual({
      apiUrl,
      namespaces: ['0'],
    });
    expect(unwrap(await connect().check(signal))).toEqual({ name: 'Team Wiki' });
    const choices = unwrap(await connect().listChoices!(signal));
    expect(choices).toContainEqual({ setting: 'namespaces', id: '0', name: 'Team Wiki' });
    expect(choices).toContainEqual({ setting: 'namespaces', id: '12', name: 'Help' });
  });

  test('is read whole, in steps', async () => {
    const steps = await copy.pull();
    expect(steps.length).toBeGreaterThan(2);
    expect(copy.titles()).toEqual(await editor.articles());
    expect(copy.items.size).toBe(46);
  });

  test('a page as readers see it', async () => {
    const source = [
      'Sells [[Article 1|offline]].',
      '== Limits ==',
      '* 72 hours',
      '{| class="wikitable"',
      '! Code !! Meaning',
      '|-',
      '| EX-4012 || [[Not there]] {{#if:x|y}}',
      '|}',
      '<nowiki>{{name}}</nowiki> [[Category:Payments]] __HIDDENCAT__',
    ].join('\n');
    const id = await editor.write('Offline mode', source);
    await mustFollow();
    expect(copy.items.get(`w:article:${id}`)).toMatchObject({
      title: 'Offline mode',
      url: `${origin}/index.php/Offline_mode`,
      locale: 'en',
      labels: ['Payments'],
      visibility: 'public',
    });
    const blocks = copy.items.get(`w:article:${id}`)?.blocks ?? [];
    expect(blocks.map(({ type }) => type)).toEqual([
      'paragraph', 'heading', 'list', 'table', 'paragraph',
    ]); // prettier-ignore
    expect(JSON.stringify(blocks[0])).toContain(`${origin}/index.php/Article_1`);
    expect(JSON.stringify(blocks[3])).toContain('EX-4012');
  });

  test('an edit, and no more than it', async () => {
    await copy.pull();
    await editor.write('Article 7', 'Now other words.');
    const before = http.asked.length;
    await mustFollow();
    expect(textOf('Article 7')).toBe('Now other words.');
    expect(http.asked.length - before).toBeLessThan(60);
  });

  test('a page that moves keeps its id, with and without a redirect', async () => {
    const ids = [...copy.items.keys()].toSorted();
    await editor.move('Article 8', 'Receipts', { redirect: true });
    await editor.move('Article 9', 'Refunds', { redirect: false });
    await mustFollow();
    expect([...copy.items.keys()].toSorted()).toEqual(ids);
    expect(textOf('Receipts')).toBe('Text of 8.');
  });

  test('a page that moves to another namespace is gone, and comes back', async () => {
    await editor.move('Refunds', 'Project:Refunds', { redirect: false });
    await mustFollow();
    expect(copy.titles()).not.toContain('Refunds');
    await editor.move('Project:Refunds', 'Refunds', { redirect: false });
    await mustFollow();
    expect(copy.titles()).toContain('Refunds');
  });

  test('deleted, restored', async () => {
    await editor.delete('Article 10');
    await mustFollow();
    expect(copy.titles()).not.toContain('Article 10');
    await editor.restore('Article 10');
    await mustFollow();
    expect(textOf('Article 10')).toBe('Text of 10.');
  });

  test('a page that becomes a redirect is no article', async () => {
    await editor.write('Article 11', '#REDIRECT [[Article 12]]');
    await mustFollow();
    expect(copy.titles()).not.toContain('Article 11');
  });

  test('deletions that no list of changes names any more fall out of two sweeps', async () => {
    await editor.delete('Article 13');
    const [lost] = [...copy.items.values()].filter(({ title }) => title === 'Article 13');
    expect(lost).toBeDefined();
    await copy.sweep();
    expect(copy.items.has(lost!.id)).toBe(true);
    await copy.sweep();
    expect(copy.titles()).toEqual(await editor.articles());
  });

  test('after a long time all is read anew', async () => {
    const late = new LocalCopy(() => connect());
    late.cursor = JSON.stringify({ phase: 'rest', since: '2020-01-01T00:00:00Z' });
    await late.pull();
    expect(late.titles()).toEqual(await editor.articles());
  });

  test('pages written while the first reading runs are not lost', async () => {
    const fresh = new LocalCopy(() => connect());
    const first = unwrap(await connect().pull(null, signal));
    await editor.write('A new one at the start', 'Early.');
    await editor.move('Refunds', 'AA refunds', { redirect: false });
    await editor.delete('Article 0');
    for (const item of first.upserts) fresh.items.set(item.id, item);
    fresh.cursor = first.cursor;
    await fresh.pull();
    await fresh.pull();
    expect(fresh.titles()).toEqual(await editor.articles());
  });

  test('a wiki that closes to the public says so, and nothing of ours goes', async () => {
    const held = copy.items.size;
    await wiki?.configure("$wgGroupPermissions['*']['read'] = false;");
    const refused = await connect().pull(copy.cursor, signal);
    expect(refused).toMatchObject({ ok: false, fault: { kind: 'signed-out' } });
    expect(await connect({ token: 'no' }).check(signal)).toMatchObject({ ok: false });
    await wiki?.configure("$wgGroupPermissions['*']['read'] = true;");
    await mustFollow();
    expect(copy.items.size).toBeGreaterThanOrEqual(held - 2);
  });
});
