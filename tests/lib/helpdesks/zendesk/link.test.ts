// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { LinkReceipt } from '@/lib/helpdesks/contract';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import {
  byProblem,
  byTag,
  createAgent,
  createLinkWorld,
  otherProblem,
  signal,
} from '@/tests/lib/helpdesks/zendesk/link-world';
import { unwrap } from '@/tests/support/unwrap';
import { problemTicket } from '@/tests/support/zendesk/test-tickets';

const world = createLinkWorld();
const { link, notes, pageOf, preview, record, standInFetch, writes } = createAgent(world);

describe('linking by tag and note', () => {
  it('writes both in one guarded request, the note for colleagues only', async () => {
    await link(byTag);
    expect(record().tags).toEqual(['printing', 'known-issue-fern-1042']);
    expect(notes().at(-1)).toContain(
      'Known issue FERN-1042: Spooler &lt;crash&gt;<br>' +
        '<a href="https://tracker.example/FERN-1042?a=1&amp;b=2">https://tracker.example/FERN-1042?a=1&amp;b=2</a>',
    );
    expect(writes()).toHaveLength(1);
    expect(writes()[0]?.body).toMatchObject({ ticket: { safe_update: true } });
    expect(
      world.standIn.submissions.filter(({ ticketId }) => ticketId === Number(world.id)),
    ).toMatchObject([{ channel: 'internal' }]);
  });

  it('fetches the token right before it writes', async () => {
    await link(byTag);
    const paths = world.standIn.requests.map(({ method, path }) => `${method} ${path}`);
    const write = paths.findIndex((path) => path.startsWith('PUT'));
    expect(paths[write - 1]).toBe('GET /api/v2/users/me.json');
  });

  it('leaves type and problem alone', async () => {
    const { type } = record();
    await link(byTag);
    expect([record().type, record().problem_id]).toEqual([type, null]);
  });
});

describe('linking to a problem ticket', () => {
  it('makes the ticket an incident of it', async () => {
    const receipt = await link(byProblem);
    expect([record().type, record().problem_id]).toEqual(['incident', problemTicket.id]);
    expect(receipt).toMatchObject({ way: 'problem', ticketId: world.id });
    expect(record().tags).toEqual(['printing']);
    expect(notes()).toHaveLength(1);
  });

  it('conflicts when the problem stops being one at the last moment', async () => {
    const { linking } = createZendeskAdapter();
    const target = { ...byTag, problemId: '4502' };
    const seen = unwrap(await linking.preview(pageOf(), world.id, target, signal()));
    world.standIn.update(4502, { type: 'task' });
    const linked = await linking.link(pageOf(), world.id, target, seen);
    world.standIn.update(4502, { type: 'problem' });
    expect(linked).toMatchObject({ ok: false, fault: { kind: 'conflict' } });
    expect(record().problem_id).toBeNull();
  });
});

describe('somebody else at work', () => {
  it('is a conflict, and the fresh preview links with what they added', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), world.id, byTag, signal()));
    world.standIn.update(Number(world.id), { tags: ['printing', 'vip'] });
    const refused = await linking.link(pageOf(), world.id, byTag, seen);
    expect(refused).toMatchObject({ ok: false, fault: { kind: 'conflict', retry: 'now' } });
    expect(writes()).toEqual([]);
    await link(byTag);
    expect(record().tags).toEqual(['printing', 'vip', byTag.tag]);
  });

  it('between reading and writing is what safe_update refuses', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), world.id, byTag, signal()));
    const meddling = ((input: string, init?: RequestInit) => {
      if (init?.method === 'PUT')
        world.standIn.update(Number(world.id), { tags: ['printing', 'vip'] });
      return standInFetch(input, init);
    }) as typeof fetch;
    const refused = await linking.link(pageOf(meddling), world.id, byTag, seen);
    expect(refused).toMatchObject({ ok: false, fault: { kind: 'conflict' } });
    expect(record().tags).toEqual(['printing', 'vip']);
    expect(notes()).toHaveLength(1);
  });

  it('that takes our tag away at once is noticed', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), world.id, byTag, signal()));
    const trigger = (async (input: string, init?: RequestInit) => {
      const response = await standInFetch(input, init);
      if (init?.method === 'PUT') world.standIn.update(Number(world.id), { tags: [] });
      return response;
    }) as typeof fetch;
    const linked = await linking.link(pageOf(trigger), world.id, byTag, seen);
    expect(linked).toMatchObject({ ok: false, fault: { kind: 'half-linked' } });
  });
});

describe('when the write fails', () => {
  it.each([
    ['401', 'signed-out'],
    ['429', 'rate-limited'],
    ['500', 'server-error'],
    ['html', 'bad-response'],
    ['truncated', 'offline'],
  ] as const)('on %s, nothing is written and it says %s', async (kind, expected) => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), world.id, byTag, signal()));
    world.standIn.failNext({ path: /tickets/, method: 'PUT', kind, times: 2 });
    const linked = await linking.link(pageOf(), world.id, byTag, seen);
    // An answer that is no JSON may still have been a success: only reading back can tell.
    expect(linked).toMatchObject({ ok: false, fault: { kind: expected } });
    expect(record().tags).toEqual(['printing']);
  });

  it('renews the token once on a 403, and no more', async () => {
    world.standIn.failNext({ path: /tickets/, method: 'PUT', kind: '403' });
    await link(byTag);
    expect(record().tags).toContain(byTag.tag);
    const { linking } = createZendeskAdapter();
    world.useNextTicket();
    const seen = unwrap(await linking.preview(pageOf(), world.id, byTag, signal()));
    world.standIn.forgetRequests();
    world.standIn.failNext({ path: /tickets/, method: 'PUT', kind: '403', times: 9 });
    const linked = await linking.link(pageOf(), world.id, byTag, seen);
    expect(linked).toMatchObject({ ok: false, fault: { kind: 'forbidden' } });
    expect(writes()).toHaveLength(2);
  });

  it('and only the answer is lost, the link is found by reading back', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), world.id, byProblem, signal()));
    world.standIn.failNext({ path: /tickets/, method: 'PUT', kind: 'lost' });
    expect(await linking.link(pageOf(), world.id, byProblem, seen)).toMatchObject({ ok: true });
    expect(record().problem_id).toBe(problemTicket.id);
  });

  it('and the browser repeats the write by itself, that is one link and no conflict', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), world.id, byTag, signal()));
    const repeating = (async (input: string, init?: RequestInit) => {
      if (init?.method === 'PUT') await standInFetch(input, init);
      return standInFetch(input, init);
    }) as typeof fetch;
    const linked = await linking.link(pageOf(repeating), world.id, byTag, seen);
    expect(linked).toMatchObject({ ok: true });
    expect([record().tags, notes()]).toMatchObject([['printing', byTag.tag], { length: 2 }]);
  });

  it('and reading back fails, too, the next preview knows', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), world.id, byTag, signal()));
    const dying = (async (input: string, init?: RequestInit) => {
      if (init?.method === 'PUT') {
        await standInFetch(input, init);
        world.standIn.failNext({ path: /tickets/, kind: 'truncated' });
        throw new TypeError('Failed to fetch');
      }
      return standInFetch(input, init);
    }) as typeof fetch;
    const linked = await linking.link(pageOf(dying), world.id, byTag, seen);
    expect(linked).toMatchObject({ ok: false, fault: { kind: 'offline' } });
    expect(await preview(byTag)).toMatchObject({ state: 'linked' });
  });
});

describe('taking back', () => {
  const unlink = (receipt: LinkReceipt, page = pageOf()) =>
    createZendeskAdapter().linking.unlink(page, receipt);

  it('gives the former type back and forgets the problem', async () => {
    const { type } = record();
    const receipt = await link(byProblem);
    unwrap(await unlink(receipt));
    expect([record().type, record().problem_id]).toEqual([type, null]);
    expect(await preview(byProblem)).toMatchObject({ state: 'unlinked' });
  });

  it('leaves the type that was there before', async () => {
    world.standIn.update(Number(world.id), { type: 'incident' });
    const receipt = await link(byProblem);
    unwrap(await unlink(receipt));
    expect([record().type, record().problem_id]).toEqual(['incident', null]);
  });

  it('takes the tag away, nothing else, and says so in a second note', async () => {
    const receipt = await link(byTag);
    world.standIn.update(Number(world.id), {
      tags: ['vip', byTag.tag, 'printing'],
      subject: 'New words',
    });
    unwrap(await unlink(receipt));
    expect([record().tags, record().subject]).toEqual([['vip', 'printing'], 'New words']);
    expect(notes().at(-1)).toContain('No longer linked to FERN-1042.');
  });

  it('is done when somebody else has done it', async () => {
    const receipt = await link(byTag);
    world.standIn.update(Number(world.id), { tags: [] });
    world.standIn.forgetRequests();
    unwrap(await unlink(receipt));
    expect(writes()).toEqual([]);
  });

  it('does not touch a link that somebody made to another problem', async () => {
    const receipt = await link(byProblem);
    world.standIn.update(Number(world.id), { problem_id: otherProblem.id });
    expect(await unlink(receipt)).toMatchObject({ ok: false, fault: { kind: 'link-changed' } });
    expect(record().problem_id).toBe(otherProblem.id);
  });

  it('tries again on the fresh ticket when somebody writes at the same moment', async () => {
    const receipt = await link(byTag);
    let times = 0;
    const meddling = ((input: string, init?: RequestInit) => {
      if (init?.method === 'PUT' && (times += 1) === 1) {
        world.standIn.update(Number(world.id), { tags: [...record().tags, 'vip'] });
      }
      return standInFetch(input, init);
    }) as typeof fetch;
    unwrap(await unlink(receipt, pageOf(meddling)));
    expect(record().tags).toEqual(['printing', 'vip']);
    expect(notes()).toHaveLength(3);
  });
});
