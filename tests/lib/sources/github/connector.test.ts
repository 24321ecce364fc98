import { describe, expect, it } from 'vitest';
import { ok } from '@/lib/core/result';
import { githubKind } from '@/lib/sources/github/connector';
import type { GithubSettings } from '@/lib/sources/github/settings';
import { createGithub, GITHUB_REPO, GITHUB_SECRETS } from '@/tests/support/sources/github';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock } from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';
import { describeConnector } from '@/tests/support/sources/suite';
import { settle } from '@/tests/support/sources/world';

const { signal } = new AbortController();
const settings: GithubSettings = { host: 'https://github.com', repo: GITHUB_REPO, labels: [] };
const contract = { kind: githubKind, settings, createPlace: createGithub, lagMs: 4 * 60_000 };

describeConnector('github', {
  ...contract,
  secrets: GITHUB_SECRETS,
  addresses: {
    mine: [
      `https://github.com/${GITHUB_REPO}`,
      `https://www.github.com/${GITHUB_REPO}/issues?q=is%3Aopen`,
      `https://github.com/${GITHUB_REPO}/issues/12#issuecomment-1`,
    ],
    others: [
      'https://github.com/fernway',
      'https://github.com/orgs/fernway/projects/1',
      'https://github.com/settings/tokens',
      'https://gitlab.com/a/b/-/issues',
    ],
  },
});

describeConnector('github, one label, as nobody', {
  ...contract,
  settings: { ...settings, labels: ['Bug'] },
  createPlace: (clock) => Object.assign(createGithub(clock), { labels: ['Bug', 'pos'] }),
});

function start(own: Partial<GithubSettings> = {}) {
  const clock = new PlaceClock();
  const place = createGithub(clock);
  const http = new PlaceHttp(place, clock);
  const setup = { kind: githubKind, settings: { ...settings, ...own }, secrets: GITHUB_SECRETS };
  return { clock, http, place, mirror: new Mirror({ ...setup, http, clock }) };
}

describe('github', () => {
  it('takes the repository from any of its addresses', () => {
    expect(githubKind.detect(new URL(`https://github.com/${GITHUB_REPO}.git`))).toEqual(settings);
  });

  it('asks an Enterprise server at its own address', () => {
    const host = 'https://git.fernway.example';
    expect(githubKind.origins({ ...settings, host })).toEqual([host]);
    expect(githubKind.origins(settings)).toEqual(['https://api.github.com']);
  });

  it('gives its account and the labels to choose from', async () => {
    const connector = start().mirror.connect();
    expect(await connector.check(signal)).toEqual(ok({ name: GITHUB_REPO, account: 'lea-lead' }));
    expect(await connector.listChoices?.(signal)).toEqual(
      ok([{ setting: 'labels', id: 'bug', name: 'bug' }]),
    );
  });

  it('knows at once that all is no longer public', async () => {
    const world = start();
    world.place.shelf.create('A row');
    world.place.shelf.create('Another');
    expect(await settle(world)).toEqual([]);
    const seen = () => [...world.mirror.items.values()].map(({ visibility }) => visibility);
    expect(seen()).toEqual(['public', 'public']);
    world.place.isPrivate = true;
    world.clock.advance(86_400_000);
    expect(await settle(world)).toEqual([]);
    expect(seen()).toEqual(['internal', 'internal']);
  });

  it('forgets at once what lost the chosen label', async () => {
    const world = start({ labels: ['bug', 'crash'] });
    world.place.shelf.create('A row');
    await world.mirror.pull();
    expect(world.mirror.items.size).toBe(1);
    world.place.labels = ['question'];
    world.clock.advance(1_000);
    world.place.shelf.edit(101, 'No bug');
    await world.mirror.pull();
    expect(world.mirror.items.size).toBe(0);
  });

  it('reads many rows of one second though they move meanwhile', async () => {
    for (let at = 0; at < 14; at += 1) {
      const world = start();
      const { shelf } = world.place;
      for (let row = 0; row < 11; row += 1) shelf.create(`Row ${row}`);
      world.clock.advance(3_600_000);
      world.http.beforeRequest = (request) => {
        if (request === at) shelf.edit(101, 'Moved');
        if (request === at + 3) shelf.delete(103);
      };
      expect(await world.mirror.pull()).toBe(null);
      world.http.beforeRequest = () => {};
      expect({ at, wrong: await settle(world) }).toEqual({ at, wrong: [] });
    }
  });

  it('knows that a milestone is over though no issue says so', async () => {
    const world = start();
    for (let row = 0; row < 14; row += 1) world.place.shelf.create(`Row ${row}`);
    expect(await settle(world)).toEqual([]);
    const categories = () =>
      [102, 108, 114].map((id) => world.mirror.items.get(`src1:issue:${id}`)?.issue?.category);
    expect(categories()).toEqual(['fixed-unreleased', 'fixed-unreleased', 'fixed-unreleased']);
    world.place.milestoneState = 'closed';
    world.clock.advance(86_400_000);
    await world.mirror.pull();
    expect(categories()).toEqual(['fixed', 'fixed', 'fixed']);
    const before = world.http.log.length;
    await world.mirror.pull();
    expect(
      world.http.log.slice(before).filter(({ why }) => why.includes('milestone that')),
    ).toEqual([]);
  });
});
