import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AGENT } from '@/tests/support/sources/zendesk-lists';
import { ACME, PUBLIC_GUIDE, startSources } from '@/tests/support/sources-background';
import { unwrap } from '@/tests/support/unwrap';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

describe('the set-up as a file', () => {
  it('makes the same sources elsewhere, without secrets', async () => {
    const here = await startSources();
    const jira = {
      kind: 'jira' as const,
      settings: unwrap(
        await here.handlers['source.detect']({ url: 'https://fernway.atlassian.net/browse/F-1' }),
      ).matches[0]!.settings,
      secrets: { email: 'a@b.example', token: 'jira-token-1' },
    };
    for (const draft of [{ ...PUBLIC_GUIDE, secrets: AGENT }, jira]) {
      unwrap(await here.handlers['source.add']({ draft, name: draft.kind }));
      await here.idle();
    }
    const { text } = unwrap(await here.handlers['source.exportAll']({}));
    expect(text).not.toMatch(/jira-token-1|zd-token-1/);
    const there = await startSources();
    const taken = unwrap(await there.handlers['source.importAll']({ text }));
    expect(taken).toMatchObject({ known: 0, unusable: 0 });
    expect(taken.added).toMatchObject([
      { name: 'zendesk-guide', secrets: [], origins: [ACME] },
      { name: 'jira', secrets: ['email', 'token'] },
    ]);
    await there.idle();
    expect(unwrap(await there.handlers['source.states']({}))).toMatchObject([
      { kind: 'zendesk-guide', items: 8 },
      { kind: 'jira', needs: 'sign-in', items: 0 },
    ]);
    const again = unwrap(await there.handlers['source.importAll']({ text }));
    expect(again).toEqual({ added: [], known: 2, unusable: 0 });
  });

  it('takes what it can use, and refuses what is no set-up', async () => {
    const { handlers } = await startSources();
    const entries = [
      { kind: 'zendesk-guide', name: 'Help', settings: PUBLIC_GUIDE.settings },
      { kind: 'zendesk-guide', name: 'Odd', settings: { origin: 'javascript:alert(1)' } },
      { kind: 'warez', name: 'x', settings: {} },
      { kind: 'sample', name: 'x', settings: {} },
      null,
    ];
    const file = { format: 'trivet-sources', version: 1, sources: entries };
    const taken = unwrap(await handlers['source.importAll']({ text: JSON.stringify(file) }));
    expect(taken).toMatchObject({ added: [{ name: 'Help' }], known: 0, unusable: 4 });
    for (const text of ['', '{', '[]', JSON.stringify({ ...file, version: 2 })]) {
      expect(await handlers['source.importAll']({ text })).toMatchObject({
        fault: { kind: 'bad-message' },
      });
    }
  });
});

describe('the request log', () => {
  it('is read page by page, newest first, and cleared', async () => {
    const { handlers, services, idle } = await startSources();
    const { id } = unwrap(await handlers['source.add']({ draft: PUBLIC_GUIDE, name: 'Help' }));
    await idle();
    const { entries, next } = unwrap(await handlers['requestLog.read']({ sourceId: id }));
    expect(next).toBeNull();
    expect(entries.length).toBeGreaterThan(2);
    expect(entries.every(({ host, status }) => host === 'acme.zendesk.com' && status === 200)).toBe(
      true,
    );
    expect(entries[0]!.id).toBeGreaterThan(entries.at(-1)!.id);
    const { id: _id, ...entry } = entries[0]!;
    const many = Array.from({ length: 500 }, () => ({ ...entry, sourceId: 'many' }));
    unwrap(await services.store.appendRequests(many));
    const first = unwrap(await handlers['requestLog.read']({ sourceId: 'many' }));
    expect(first.entries).toHaveLength(200);
    const second = unwrap(await handlers['requestLog.read']({ before: first.next! }));
    expect(second.entries[0]!.id).toBe(first.next! - 1);
    unwrap(await handlers['requestLog.clear']({}));
    expect(unwrap(await handlers['requestLog.read']({})).entries).toEqual([]);
  });

  it('keeps the newest 5,000', async () => {
    const { services } = await startSources();
    const entry = {
      at: '2026-11-22T09:00:00.000Z',
      sourceId: 's',
      method: 'GET' as const,
      host: 'h',
      path: '/',
      why: 'w',
      via: 'direct' as const,
      status: 200,
      fault: null,
      bytes: 1,
      ms: 1,
    };
    for (let batch = 0; batch < 3; batch += 1) {
      unwrap(await services.store.appendRequests(Array.from({ length: 2_000 }, () => entry)));
    }
    const { entries } = unwrap(await services.store.readRequests({}, 9_999));
    expect([entries.length, entries[0]?.id]).toEqual([5_000, 6_000]);
  });
});
