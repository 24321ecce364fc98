import { describe, expect, it } from 'vitest';
import { ok } from '@/lib/core/result';
import { gitlabKind } from '@/lib/sources/gitlab/connector';
import type { GitlabSettings } from '@/lib/sources/gitlab/settings';
import {
  createGitlab,
  GITLAB_HOST,
  GITLAB_PROJECT,
  GITLAB_SECRETS,
} from '@/tests/support/sources/gitlab';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock } from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';
import { describeConnector } from '@/tests/support/sources/suite';
import { settle } from '@/tests/support/sources/world';

const { signal } = new AbortController();
const settings: GitlabSettings = { host: GITLAB_HOST, project: GITLAB_PROJECT, labels: [] };

describeConnector('gitlab', {
  kind: gitlabKind,
  settings,
  secrets: GITLAB_SECRETS,
  createPlace: createGitlab,
  lagMs: 4 * 60_000,
  addresses: {
    mine: [
      `${GITLAB_HOST}/${GITLAB_PROJECT}`,
      `${GITLAB_HOST}/${GITLAB_PROJECT}/-/issues/12#note_5`,
      'https://git.fernway.example/a/b/-/issues?state=opened',
    ],
    others: [
      'https://gitlab.com/fernway',
      'https://gitlab.com/users/sign_in',
      'https://gitlab.com/groups/fernway/-/issues',
      'https://github.com/a/b/issues',
    ],
  },
});

function start(own: Partial<GitlabSettings> = {}) {
  const clock = new PlaceClock();
  const place = createGitlab(clock);
  const http = new PlaceHttp(place, clock);
  const setup = { kind: gitlabKind, settings: { ...settings, ...own }, secrets: GITLAB_SECRETS };
  return { clock, http, place, mirror: new Mirror({ ...setup, http, clock }) };
}

describe('gitlab', () => {
  it('takes server and project from any address of it', () => {
    const address = new URL('https://git.fernway.example/a/b.c/-/issues/3');
    expect(gitlabKind.detect(address)).toEqual({
      host: 'https://git.fernway.example',
      project: 'a/b.c',
      labels: [],
    });
  });

  it('gives its account and the labels to choose from', async () => {
    const connector = start().mirror.connect();
    expect(await connector.check(signal)).toEqual(
      ok({ name: GITLAB_PROJECT, account: 'lea.lead' }),
    );
    expect(await connector.listChoices?.(signal)).toEqual(
      ok([{ setting: 'labels', id: 'bug', name: 'bug' }]),
    );
  });

  it('knows at once that all is no longer public', async () => {
    const world = start();
    world.place.shelf.create('A row');
    expect(await settle(world)).toEqual([]);
    expect(world.mirror.items.get('src1:issue:101')?.visibility).toBe('public');
    world.place.visibility = 'private';
    world.clock.advance(86_400_000);
    await world.mirror.pull();
    expect(world.mirror.items.get('src1:issue:101')?.visibility).toBe('internal');
  });

  it('forgets at once what went to another project or lost its label', async () => {
    const world = start({ labels: ['bug'] });
    world.place.shelf.create('Goes');
    world.place.shelf.create('Stays');
    await world.mirror.pull();
    world.clock.advance(1_000);
    world.place.moved.add(101);
    world.place.shelf.edit(101, 'Went');
    await world.mirror.pull();
    expect([...world.mirror.items.keys()]).toEqual(['src1:issue:102']);
    world.clock.advance(1_000);
    world.place.labels = [];
    world.place.shelf.edit(102, 'No bug');
    await world.mirror.pull();
    expect(world.mirror.items.size).toBe(0);
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
