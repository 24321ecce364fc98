import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { jiraKind } from '@/lib/sources/jira/connector';
import type { JiraSettings } from '@/lib/sources/jira/settings';
import { createJira, JIRA_SECRETS, JIRA_SITE } from '@/tests/support/sources/jira';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock } from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';
import { describeConnector } from '@/tests/support/sources/suite';
import { settle } from '@/tests/support/sources/world';

const { signal } = new AbortController();
const settings: JiraSettings = {
  site: JIRA_SITE,
  access: 'site',
  projects: ['FERN'],
  issueTypes: [],
};
const contract = {
  kind: jiraKind,
  settings,
  secrets: JIRA_SECRETS,
  createPlace: createJira,
  lagMs: 10 * 60_000,
};

describeConnector('jira', {
  ...contract,
  addresses: {
    mine: [
      JIRA_SITE,
      `${JIRA_SITE}/browse/FERN-1042`,
      `${JIRA_SITE}/jira/software/c/projects/FERN/boards/3?quickFilter=2`,
    ],
    others: [
      `${JIRA_SITE}/wiki/spaces/FERN`,
      'https://atlassian.net.example/browse/FERN-1',
      'https://github.com/a/b/issues/1',
    ],
  },
});

describeConnector('jira, all projects', { ...contract, settings: { ...settings, projects: [] } });

describeConnector('jira through the gateway', {
  ...contract,
  settings: { ...settings, access: 'gateway', projects: [] },
});

function start(own: Partial<JiraSettings> = {}, secrets: Record<string, string> = JIRA_SECRETS) {
  const clock = new PlaceClock();
  const place = createJira(clock);
  const http = new PlaceHttp(place, clock);
  const mirror = new Mirror({
    kind: jiraKind,
    settings: { ...settings, ...own },
    secrets,
    http,
    clock,
  });
  return { clock, http, mirror, place };
}

describe('jira', () => {
  it('takes the project from the address of an issue', () => {
    const found = jiraKind.detect(new URL(`${JIRA_SITE}/browse/FERN-1042?focusedId=1`));
    expect(found).toEqual({ ...settings });
  });

  it('never takes what strangers are shown for all there is', async () => {
    const { http, clock, place } = start();
    place.shelf.create('A row');
    for (const projects of [[], ['FERN']]) {
      const own = { ...settings, projects };
      const wrong = { ...JIRA_SECRETS, token: 'expired' };
      const mirror = new Mirror({ kind: jiraKind, settings: own, secrets: wrong, http, clock });
      expect((await mirror.pull())?.kind).toBe('signed-out');
      expect((await mirror.sweep())?.kind).toBe('signed-out');
    }
  });

  it('only ever asks with GET', async () => {
    const world = start();
    world.place.shelf.create('A row');
    expect(await settle(world)).toEqual([]);
    expect(world.http.log.filter(({ method = 'GET' }) => method !== 'GET')).toEqual([]);
  });

  it('gives its account and what there is to choose from', async () => {
    const connector = start().mirror.connect();
    expect(await connector.check(signal)).toEqual(
      ok({ name: 'fernway.atlassian.net', account: 'Lea Lead' }),
    );
    expect(await connector.listChoices?.(signal)).toEqual(
      ok([
        { setting: 'projects', id: '10000', name: 'Fernway POS' },
        { setting: 'issueTypes', id: '10004', name: 'Bug' },
      ]),
    );
  });

  it('is content with a token that may not read its own account', async () => {
    const { http, mirror } = start({ access: 'gateway' });
    const forbidden = () => ({ status: 403, body: '{"message":"scope does not match"}' });
    http.mishap = { at: 2, mishap: { name: 'scope', kind: 'forbidden', spoil: forbidden } };
    expect(await mirror.connect().check(signal)).toEqual(ok({ name: 'fernway.atlassian.net' }));
  });

  it('says that a project is not there', async () => {
    const { mirror } = start({ projects: ['GONE'] });
    expect(await mirror.connect().pull(null, signal)).toEqual(
      fail(fault('not-found', { status: 404 })),
    );
    expect(await mirror.connect().sweep(null, signal)).toEqual(
      fail(fault('bad-response', { status: 400 })),
    );
  });

  it('forgets at once what is no longer of a chosen type', async () => {
    const world = start({ issueTypes: ['10004'] });
    world.place.shelf.create('A bug');
    expect(await settle(world)).toEqual([]);
    world.place.issueType = '10007';
    world.clock.advance(60_000);
    world.place.shelf.edit(101, 'A story');
    expect(await world.mirror.pull()).toBe(null);
    expect(world.mirror.items.size).toBe(0);
  });

  it('knows that a version is out though no issue says so', async () => {
    const world = start();
    for (let row = 0; row < 14; row += 1) world.place.shelf.create(`Row ${row}`);
    expect(await settle(world)).toEqual([]);
    const categories = () =>
      [102, 108, 114].map((id) => world.mirror.items.get(`src1:issue:${id}`)?.issue?.category);
    expect(categories()).toEqual(['fixed-unreleased', 'fixed-unreleased', 'fixed-unreleased']);
    world.place.isReleased = true;
    world.clock.advance(86_400_000);
    await world.mirror.pull();
    expect(categories()).toEqual(['fixed', 'fixed', 'fixed']);
  });
});
