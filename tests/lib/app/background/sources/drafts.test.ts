import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { AGENT } from '@/tests/support/sources/zendesk-lists';
import { ACME, PUBLIC_GUIDE, startSources } from '@/tests/support/sources-background';
import { unwrap } from '@/tests/support/unwrap';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const TOKEN_GUIDE = {
  ...PUBLIC_GUIDE,
  settings: { ...PUBLIC_GUIDE.settings, access: 'token' },
};

describe('source.detect', () => {
  it.each([
    [`${ACME}/hc/en-us`, 'zendesk-guide', false],
    ['acme.zendesk.com', 'zendesk-guide', false],
    [`  ${ACME}/agent/tickets/7 `, 'zendesk-guide', true],
    ['https://fernway.atlassian.net/browse/FERN-1', 'jira', false],
    ['https://github.com/fernway/pos/issues', 'github', false],
  ])('knows %s by itself', async (url, kind, isSession) => {
    const { handlers } = await startSources();
    const { matches, askable } = unwrap(await handlers['source.detect']({ url }));
    expect(matches[0]).toMatchObject({ kind, isSession });
    expect(matches[0]?.origins.length).toBeGreaterThan(0);
    expect(askable).toBe(new URL(/^\s*https?:/.test(url) ? url.trim() : `https://${url}`).origin);
  });

  it.each(['', 'no address', 'ftp://x.example', 'https://user:pass@x.example', 'hello'])(
    'takes %j for no address',
    async (url) => {
      const { handlers } = await startSources();
      expect(await handlers['source.detect']({ url })).toEqual(ok({ matches: [], askable: null }));
    },
  );

  it('asks nobody', async () => {
    const { handlers, asked } = await startSources();
    await handlers['source.detect']({ url: `${ACME}/hc` });
    expect(asked).toEqual([]);
  });
});

describe('source.probe', () => {
  it('asks the place what it is, once the agent allows that', async () => {
    const { handlers, platform, asked } = await startSources();
    platform.browser.allowed.clear();
    const refused = await handlers['source.probe']({ url: ACME });
    expect(refused).toEqual(fail(fault('forbidden', { why: 'no permission' })));
    expect(asked).toEqual([]);
    platform.allow(ACME);
    const matches = unwrap(await handlers['source.probe']({ url: ACME }));
    expect(matches).toMatchObject([{ kind: 'zendesk-guide', name: 'acme.zendesk.com' }]);
  });

  it('says when the place cannot be reached at all', async () => {
    const { handlers, platform } = await startSources();
    platform.browser.isOnline = false;
    expect(await handlers['source.probe']({ url: ACME })).toEqual(fail(fault('offline')));
  });
});

describe('source.check', () => {
  it('says what is wrong, and who we are there', async () => {
    const { handlers } = await startSources();
    const check = (secrets: Record<string, string>) =>
      handlers['source.check']({ draft: { ...TOKEN_GUIDE, secrets } });
    expect(await check({ email: 'x', token: 'y' })).toMatchObject({
      fault: { kind: 'signed-out' },
    });
    expect(unwrap(await check(AGENT))).toEqual({ name: 'acme.zendesk.com', account: 'Bo Lind' });
    const odd = { ...TOKEN_GUIDE, settings: { origin: 7 } };
    expect(await handlers['source.check']({ draft: odd })).toEqual(
      fail(fault('bad-message', { why: 'settings', field: 'origin' })),
    );
  });

  it('uses the stored secrets for those left out', async () => {
    const { handlers } = await startSources();
    const draft = { ...TOKEN_GUIDE, secrets: AGENT };
    const { id } = unwrap(await handlers['source.add']({ draft, name: 'Help' }));
    const known = { ...TOKEN_GUIDE, id };
    expect(unwrap(await handlers['source.check']({ draft: known })).account).toBe('Bo Lind');
  });
});

describe('source.preview and source.choices', () => {
  it('shows about ten items, and stores nothing', async () => {
    const { handlers, idle } = await startSources(8);
    const shown = unwrap(await handlers['source.preview']({ draft: PUBLIC_GUIDE }));
    expect(shown.items).toHaveLength(10);
    expect(shown.items[0]?.title).toMatch(/^Article/);
    await idle();
    expect(unwrap(await handlers['source.list']({}))).toEqual([]);
    expect(unwrap(await handlers['index.status']({})).items).toBe(0);
  });

  it('lists what there is to choose from', async () => {
    const world = await startSources();
    const page = { sections: [{ id: 81, name: 'Reports' }], meta: { has_more: false } };
    world.spoil = ({ url }) =>
      url.pathname.includes('/sections') ? new Response(JSON.stringify(page)) : null;
    const choices = unwrap(await world.handlers['source.choices']({ draft: PUBLIC_GUIDE }));
    expect(choices).toContainEqual({ setting: 'locales', id: 'de', name: 'de' });
    expect(choices).toContainEqual({ setting: 'sections', id: '81', name: 'Reports' });
  });
});

describe('source.add', () => {
  it('reads the place, and is the same source when it is told twice', async () => {
    const { handlers, idle, asked } = await startSources();
    const add = () => handlers['source.add']({ draft: PUBLIC_GUIDE, name: 'Help' });
    const first = unwrap(await add());
    await idle();
    expect(unwrap(await handlers['source.list']({}))).toMatchObject([
      { id: first.id, kind: 'zendesk-guide', name: 'Help', items: 8 },
    ]);
    expect(unwrap(await handlers['index.status']({}))).toEqual({
      state: 'ready',
      items: 8,
      indexed: 8,
    });
    const before = asked.length;
    expect(unwrap(await add()).id).toBe(first.id);
    await idle();
    expect(asked.length).toBe(before);
  });

  it('takes no settings that its kind does not know', async () => {
    const { handlers } = await startSources();
    const draft = { kind: 'folder' as const, settings: {}, secrets: {} };
    expect(await handlers['source.add']({ draft, name: 'x' })).toMatchObject({
      fault: { kind: 'bad-message' },
    });
  });
});
