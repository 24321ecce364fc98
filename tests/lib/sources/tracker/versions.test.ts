import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { pullWithVersions, type VersionPage, type Versions } from '@/lib/sources/tracker/versions';
import type { ReadPage, WalkOptions } from '@/lib/sources/tracker/walk';
import { unwrap } from '@/tests/support/unwrap';

const page = (more: Partial<ReadPage> = {}): ReadPage => ({
  servedAt: '2026-11-22T08:00:00.000Z',
  rows: [{ id: 'a', at: '2026-11-22T07:00:00.000Z' }],
  next: null,
  upserts: [],
  deletes: [],
  skipped: [],
  ...more,
});
const versionPage = (more: Partial<VersionPage> = {}): VersionPage => ({
  upserts: [],
  deletes: [],
  skipped: [],
  next: null,
  ...more,
});

/** A place whose versions a test changes, and what was asked of it. */
function start() {
  const known = new Map([
    ['1', 'open'],
    ['2', 'open'],
  ]);
  const asked: string[] = [];
  const pages: Record<string, VersionPage> = {};
  let listed: Result<null> = ok(null);
  const options: WalkOptions = {
    overlapMs: 0,
    grainMs: 1,
    read: ({ since }) => {
      asked.push(`walk ${since === null ? 'whole' : 'on'}`);
      return Promise.resolve(ok(page()));
    },
  };
  const versions: Versions = {
    list: () => {
      asked.push('list');
      return Promise.resolve(listed.ok ? ok(new Map(known)) : listed);
    },
    read: (version, at) => {
      asked.push(`version ${version} ${at ?? ''}`.trim());
      return Promise.resolve(ok(pages[`${version} ${at ?? ''}`.trim()] ?? versionPage()));
    },
  };
  const step = (cursor: string | null) => pullWithVersions(cursor, options, versions);
  async function pull(from: string | null): Promise<string> {
    let cursor = from;
    for (let done = false; !done;) ({ cursor, done } = unwrap(await step(cursor)));
    return cursor ?? '';
  }
  return { asked, known, pages, pull, step, refuse: () => (listed = fail(fault('offline'))) };
}

describe('versions', () => {
  it('are compared once a reading, and none is read while none changed', async () => {
    const { asked, pull } = start();
    await pull(await pull(null));
    expect(asked).toEqual(['list', 'walk whole', 'list', 'walk on']);
  });

  it('that changed have their issues read again, page by page, once', async () => {
    const { asked, known, pages, pull } = start();
    const first = await pull(null);
    asked.length = 0;
    known.set('1', 'released').set('2', 'later').set('3', 'new');
    pages['1'] = versionPage({ next: 'p2' });
    const second = await pull(first);
    expect(asked).toEqual(['list', 'walk on', 'version 1', 'version 1 p2', 'version 2']);
    asked.length = 0;
    await pull(second);
    expect(asked).toEqual(['list', 'walk on']);
  });

  it('hand over what their pages hold', async () => {
    const { known, pages, pull, step } = start();
    const first = await pull(null);
    known.set('1', 'released');
    const skipped = [{ where: 'x', why: 'shape' as const, detail: 'y' }];
    pages['1'] = versionPage({ deletes: ['gone'], skipped });
    const walked = unwrap(await step(first));
    expect(walked.done).toBe(false);
    expect(unwrap(await step(walked.cursor))).toMatchObject({
      deletes: ['gone'],
      skipped,
      done: true,
    });
  });

  it('that change while a reading runs are seen by the next', async () => {
    const { asked, known, pull, step } = start();
    const cursor = unwrap(await step(await pull(null))).cursor;
    known.set('2', 'released');
    asked.length = 0;
    await pull(cursor);
    expect(asked).toEqual(['list', 'walk on', 'version 2']);
  });

  it('that cannot be listed stop the reading before anything is read', async () => {
    const { asked, refuse, step } = start();
    refuse();
    expect(await step(null)).toEqual(fail(fault('offline')));
    expect(asked).toEqual(['list']);
  });

  it('do not end in a circle', async () => {
    const { asked, known, pages, pull } = start();
    const first = await pull(null);
    known.set('1', 'released');
    pages['1'] = versionPage({ next: 'p2' });
    pages['1 p2'] = versionPage({ next: 'p2' });
    await pull(first);
    expect(asked.filter((one) => one === 'version 1 p2')).toHaveLength(1);
  });
});
