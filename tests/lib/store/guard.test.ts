import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { guarded } from '@/lib/store/guard';
import { createItemRepository } from '@/lib/store/item-repository';
import { createSignalRepository } from '@/lib/store/signal-repository';
import { freshDatabase } from '@/tests/support/store';
import { unwrap } from '@/tests/support/unwrap';

const throwing = (error: unknown) =>
  guarded(async () => {
    throw error;
  });

describe('guarded', () => {
  it('passes values through', async () => {
    expect(await guarded(() => Promise.resolve(1))).toEqual(ok(1));
  });

  it('recognises a full disk, however deep the reason lies', async () => {
    const quota = new Dexie.QuotaExceededError('no room');
    const full = fail(fault('storage-full'));
    expect(await throwing(quota)).toEqual(full);
    expect(await throwing(new DOMException('no room', 'QuotaExceededError'))).toEqual(full);
    expect(await throwing(new Dexie.AbortError('aborted', quota))).toEqual(full);
    expect(await throwing(new Dexie.BulkError('2 failed', [quota, quota]))).toEqual(full);
  });

  it('calls other database errors a broken storage, by name only', async () => {
    const aborted = new Dexie.AbortError('Text of a row', new Dexie.UnknownError('disk'));
    expect(await throwing(aborted)).toEqual(
      fail(fault('storage-broken', { error: 'UnknownError' })),
    );
    expect(await throwing(new DOMException('x', 'InvalidStateError'))).toEqual(
      fail(fault('storage-broken', { error: 'InvalidStateError' })),
    );
  });

  it('does not hide bugs', async () => {
    await expect(throwing(new TypeError('bug'))).rejects.toThrow('bug');
  });

  it('guards a real database that cannot be opened', async () => {
    const indexedDB = new IDBFactory();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    const read = await createItemRepository(freshDatabase(indexedDB)).countItems();
    expect(read).toMatchObject({ ok: false, fault: { kind: 'storage-broken' } });
  });
});

describe('signals', () => {
  it('remembers dismissals per ticket until they are taken back', async () => {
    const signals = createSignalRepository(freshDatabase());
    const dismissed = (id: string, ticketKey: string, itemId: string) =>
      ({ id, kind: 'dismissed', ticketKey, itemId, at: '2026-11-22T08:00:00.000Z' }) as const;
    unwrap(await signals.recordSignal(dismissed('1', 't1', 'a'), null));
    unwrap(await signals.recordSignal(dismissed('1', 't1', 'a'), null));
    unwrap(await signals.recordSignal(dismissed('2', 't1', 'b'), null));
    unwrap(await signals.recordSignal(dismissed('3', 't2', 'c'), null));
    unwrap(await signals.recordSignal({ ...dismissed('4', 't1', 'd'), kind: 'opened' }, null));
    expect(unwrap(await signals.dismissedItems('t1'))).toEqual(['a', 'b']);
    unwrap(await signals.removeSignal('1'));
    expect(unwrap(await signals.dismissedItems('t1'))).toEqual(['b']);
  });
});
