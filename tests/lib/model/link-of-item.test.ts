import { assert, property, string, webUrl } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLinkable, linkStanding, linkTag, problemIdOf } from '@/lib/model/link-of-item';
import { isLinkTarget } from '@/lib/model/link';
import { makeArticle, makeIssue, makeTicket } from '@/tests/support/items';

describe('the tag of an issue', () => {
  it('is its key in small letters', () => {
    expect(linkTag(makeIssue('FERN-1042'))).toBe('known-issue-fern-1042');
  });

  it('is the same for every agent, and another one for what only looks the same', () => {
    const tags = ['acme/app#12', 'acme-app-12', 'acme/app/12', '#12', 'Fehler 12'].map((key) =>
      linkTag(makeIssue(key)),
    );
    expect(new Set(tags).size).toBe(tags.length);
    expect(linkTag(makeIssue('acme/app#12', { sourceId: 'other', id: 'other' }))).toBe(tags[0]);
  });

  it('tells #12 of one tracker from #12 of another', () => {
    const url = (host: string) => ({ url: `https://${host}.example/issues/12` });
    expect(linkTag(makeIssue('#12', url('a')))).not.toBe(linkTag(makeIssue('#12', url('b'))));
  });

  it('is one that every helpdesk takes, whatever the key', () => {
    assert(
      property(string({ unit: 'binary' }), webUrl(), (key, url) => {
        const tag = linkTag(makeIssue(key, { url }));
        expect(isLinkTarget({ tag, note: '', undoNote: '', problemId: null })).toBe(true);
      }),
    );
  });
});

describe('the problem ticket', () => {
  const ORIGIN = 'https://acme.zendesk.com';
  it.each([
    [{ url: `${ORIGIN}/agent/tickets/4500` }, '4500'],
    [{ url: `${ORIGIN}/agent/tickets/4500/events` }, '4500'],
    [{ url: 'https://other.zendesk.com/agent/tickets/4500' }, null],
    [{ url: `${ORIGIN}/agent/tickets/new/1` }, null],
    [{ url: 'no address' }, null],
    [{ labels: ['sync', 'zendesk-problem-4501'] }, '4501'],
    [{ labels: ['Zendesk problem: 4501'] }, '4501'],
    [{ labels: ['problem-4501', 'zendesk-problem-x'] }, null],
  ])('of %j is %s', (changes, expected) => {
    expect(problemIdOf(makeIssue('FERN-1', changes), ORIGIN)).toBe(expected);
  });
});

describe('a ticket', () => {
  const issue = makeIssue('FERN-1042', { labels: ['zendesk-problem-4500'] });
  it.each([
    [{}, 'unlinked'],
    [{ tags: ['printing'] }, 'unlinked'],
    [{ tags: ['printing', 'known-issue-fern-1042'] }, 'linked'],
    [{ problemId: '4500' }, 'linked'],
    [{ problemId: '4501' }, 'elsewhere'],
    [{ tags: ['known-issue-fern-7'] }, 'elsewhere'],
  ])('with %j is %s', (changes, expected) => {
    expect(linkStanding(makeTicket('x', '', changes), issue)).toBe(expected);
  });

  it('is linked to issues and incidents only', () => {
    expect(isLinkable(issue)).toBe(true);
    expect(isLinkable({ kind: 'incident' })).toBe(true);
    expect(isLinkable(makeArticle('a'))).toBe(false);
  });
});
