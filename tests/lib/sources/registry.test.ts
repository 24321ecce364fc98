import { describe, expect, it } from 'vitest';
import { SIGN_IN_KINDS, sourceKindSchema } from '@/lib/model/source';
import {
  cadenceOf,
  configure,
  detectSources,
  findKind,
  secretsOf,
  sessionMatch,
} from '@/lib/sources/registry';

/** Filled by hand only. */
const BY_HAND = ['file', 'folder'];

const CONNECTED = sourceKindSchema.options.filter((kind) => !BY_HAND.includes(kind));

/** An address of each kind that tells by itself what it is. */
const ADDRESSES: [string, string][] = [
  ['https://acme.zendesk.com/hc/en-us', 'zendesk-guide'],
  ['https://acme.zendesk.com/agent/tickets/1', 'zendesk-guide'],
  ['https://fernway.atlassian.net/browse/FERN-1', 'jira'],
  ['https://fernway.atlassian.net/wiki/spaces/HELP', 'confluence'],
  ['https://github.com/fernway/pos/issues/12', 'github'],
  ['https://gitlab.com/fernway/pos/-/issues', 'gitlab'],
  ['https://linear.app/fernway/team/POS/active', 'linear'],
  ['https://bugs.example.org/show_bug.cgi?id=1', 'bugzilla'],
  ['https://docs.example.org/sitemap.xml', 'site'],
  ['https://docs.example.org/sitemap-0.xml.gz', 'site'],
];

describe('the registry', () => {
  it.each(CONNECTED)('knows %s, which is read no more often than every minute', (kind) => {
    const found = findKind(kind);
    expect(found?.kind).toBe(kind);
    const { pullMs, pullActiveMs, sweepMs } = found!.cadence;
    expect(Math.min(pullMs, pullActiveMs, sweepMs)).toBeGreaterThanOrEqual(60_000);
    expect(pullActiveMs).toBeLessThanOrEqual(pullMs);
  });

  it.each(BY_HAND)('reads nothing for %s', (kind) => {
    expect(cadenceOf(sourceKindSchema.parse(kind))).toBeNull();
  });

  it('asks for keys where the kind is one to sign in to', () => {
    const asking = sourceKindSchema.options.filter((kind) => secretsOf(kind).length > 0);
    expect(asking).toEqual(SIGN_IN_KINDS);
  });

  it.each(ADDRESSES)('takes %s for %s first', (url, kind) => {
    const matches = detectSources(new URL(url));
    expect(matches[0]?.kind).toBe(kind);
    for (const match of matches) {
      expect(JSON.parse(JSON.stringify(match.settings))).toEqual(match.settings);
      const configured = configure(match.kind, match.settings);
      expect(configured).toMatchObject({ ok: true, value: { origins: match.origins } });
      expect(match.origins.every((origin) => new URL(origin).origin === origin)).toBe(true);
    }
  });

  it('takes no other address for anything', () => {
    for (const url of ['https://example.org/', 'http://localhost:8080/x', 'https://github.com/']) {
      expect(detectSources(new URL(url))).toEqual([]);
    }
  });

  it('reads Zendesk through its tab, and nothing else', () => {
    const match = sessionMatch(new URL('https://acme.zendesk.com'));
    expect(match).toMatchObject({ kind: 'zendesk-guide', isSession: true });
    expect(sessionMatch(new URL('https://www.zendesk.com'))).toBeNull();
    expect(sessionMatch(new URL('https://secure.helpscout.net'))).toBeNull();
  });

  it('takes no settings that are not of a kind', () => {
    for (const kind of CONNECTED.filter((one) => one !== 'sample')) {
      const odd = configure(kind, { host: 7, origin: [], base: null, startUrl: 'javascript:0' });
      const isRefused = !odd.ok && odd.fault.kind === 'bad-message';
      // Kinds whose settings may all be left out ignore what they do not know.
      expect(isRefused || (odd.ok && odd.value.origins.length > 0)).toBe(true);
    }
  });
});
