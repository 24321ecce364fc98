/** Trackers and status pages read over the real way out: waits, retries, bad weather, clocks untold. */
import { describe, expect, it } from 'vitest';
import { bugzillaKind } from '@/lib/sources/bugzilla/connector';
import type { ConnectorKind } from '@/lib/sources/contract';
import { githubKind } from '@/lib/sources/github/connector';
import { gitlabKind } from '@/lib/sources/gitlab/connector';
import { createSourceHttp } from '@/lib/sources/http';
import { jiraKind } from '@/lib/sources/jira/connector';
import { linearKind } from '@/lib/sources/linear/connector';
import { redmineKind } from '@/lib/sources/redmine/connector';
import { statuspageKind } from '@/lib/sources/statuspage/connector';
import { BUGZILLA_BASE, BUGZILLA_SECRETS, createBugzilla } from '@/tests/support/sources/bugzilla';
import { createGithub, GITHUB_REPO, GITHUB_SECRETS } from '@/tests/support/sources/github';
import {
  createGitlab,
  GITLAB_HOST,
  GITLAB_PROJECT,
  GITLAB_SECRETS,
} from '@/tests/support/sources/gitlab';
import { createJira, JIRA_SECRETS, JIRA_SITE } from '@/tests/support/sources/jira';
import { createLinear, LINEAR_SECRETS } from '@/tests/support/sources/linear';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock, type Place } from '@/tests/support/sources/place';
import { placeFetch } from '@/tests/support/sources/place-fetch';
import { createRedmine, REDMINE_BASE, REDMINE_SECRETS } from '@/tests/support/sources/redmine';
import { createStatuspage, STATUS_ORIGIN } from '@/tests/support/sources/statuspage';

const MINUTE = 60_000;

interface Case<S> {
  kind: ConnectorKind<S>;
  settings: S;
  secrets: Record<string, string>;
  createPlace(clock: PlaceClock): Place;
}
const caseOf = <S>(one: Case<S>) => one as Case<unknown>;

const CASES: Record<string, Case<unknown>> = {
  jira: caseOf({
    kind: jiraKind,
    settings: { site: JIRA_SITE, access: 'gateway', projects: ['FERN'], issueTypes: [] },
    secrets: JIRA_SECRETS,
    createPlace: createJira,
  }),
  github: caseOf({
    kind: githubKind,
    settings: { host: 'https://github.com', repo: GITHUB_REPO, labels: [] },
    secrets: GITHUB_SECRETS,
    createPlace: createGithub,
  }),
  gitlab: caseOf({
    kind: gitlabKind,
    settings: { host: GITLAB_HOST, project: GITLAB_PROJECT, labels: [] },
    secrets: GITLAB_SECRETS,
    createPlace: createGitlab,
  }),
  linear: caseOf({
    kind: linearKind,
    settings: { teams: [] },
    secrets: LINEAR_SECRETS,
    createPlace: createLinear,
  }),
  redmine: caseOf({
    kind: redmineKind,
    settings: { base: REDMINE_BASE, project: 'pos', trackers: [] },
    secrets: REDMINE_SECRETS,
    createPlace: createRedmine,
  }),
  bugzilla: caseOf({
    kind: bugzillaKind,
    settings: { base: BUGZILLA_BASE, products: ['POS'] },
    secrets: BUGZILLA_SECRETS,
    createPlace: (clock) => createBugzilla(clock),
  }),
  statuspage: caseOf({
    kind: statuspageKind,
    settings: { origin: STATUS_ORIGIN },
    secrets: {},
    createPlace: createStatuspage,
  }),
};

/** Failures, each of another sort; every fifth answer is one of them while the weather is bad. */
const WEATHER: (() => Response)[] = [
  () => new Response('', { status: 502 }),
  () => new Response('[{"id":1,', { status: 200 }),
  () => new Response('', { status: 429, headers: { 'retry-after': '3' } }),
  () => new Response('', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }),
  () => new Response('<html>Sign in</html>', { status: 200 }),
  () => {
    throw new TypeError('Failed to fetch');
  },
  () => new Response('', { status: 429, headers: { 'retry-after': '400' } }),
];

/** `skew`: how far our clock is ahead of the server's, which then does not tell its own. */
function start({ kind, settings, secrets, createPlace }: Case<unknown>, skew = 0) {
  const clock = new PlaceClock();
  const place = createPlace(clock);
  const direct = placeFetch(place);
  const log: string[] = [];
  const weather = { isBad: false, requests: 0 };
  const now = () => clock.now() + skew;
  const wayOut = createSourceHttp({
    async fetch(url, init) {
      weather.requests += 1;
      const sort = WEATHER[Math.floor(weather.requests / 5) % WEATHER.length];
      const isStruck = weather.isBad && weather.requests % 5 === 0;
      const answer = isStruck && sort ? sort() : await direct(url, init);
      if (skew === 0) answer.headers.set('date', new Date(clock.now()).toUTCString());
      return answer;
    },
    now,
    sleep: (milliseconds) => Promise.resolve(clock.advance(milliseconds)),
    exclusively: (_name, _signal, work) => work(),
    random: () => 0.5,
    isOnline: () => true,
    log: (entry) => log.push(JSON.stringify(entry)),
  });
  const http = wayOut({ sourceId: 'src1', origins: kind.origins(settings) });
  return {
    clock,
    place,
    mirror: new Mirror({ kind, settings, secrets, http, clock }),
    weather,
    log,
  };
}

type World = ReturnType<typeof start>;

/** Tries as alarms do, a few minutes apart. */
async function persist({ clock }: World, run: () => Promise<unknown>): Promise<void> {
  for (let stops = 0; stops < 100; stops += 1) {
    if ((await run()) === null) return;
    clock.advance(7 * MINUTE);
  }
  throw new Error('It never gets through');
}

function truth({ place: { itemIds, shelf } }: World): [string, string][] {
  return shelf
    .readable()
    .flatMap((row) => itemIds(row).map((id): [string, string] => [id, row.title]));
}

function shown({ mirror }: World): [string, string][] {
  const titles = [...mirror.items.values()].map(({ id, title }): [string, string] => [id, title]);
  return titles.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function change({ clock, place: { shelf } }: World): void {
  shelf.edit(102, 'Edited');
  shelf.delete(103);
  shelf.hide(106);
  shelf.create('New');
  clock.advance(2 * MINUTE);
}

describe.each(Object.entries(CASES))('%s', (_name, given) => {
  it('shows the place as it is, whatever the weather', async () => {
    const world = start(given);
    for (let row = 0; row < 8; row += 1) world.place.shelf.create(`Row ${row}`);
    world.clock.advance(30 * MINUTE);
    world.weather.isBad = true;
    await persist(world, () => world.mirror.pull());
    expect(shown(world)).toEqual(truth(world));
    change(world);
    await persist(world, () => world.mirror.pull());
    for (let sweep = 0; sweep < 2; sweep += 1) await persist(world, () => world.mirror.sweep());
    world.weather.isBad = false;
    for (let sweep = 0; sweep < 2; sweep += 1) expect(await world.mirror.sweep()).toBe(null);
    expect(shown(world)).toEqual(truth(world));
    expect(world.weather.requests).toBeGreaterThan(8);
  });

  it.each([-10 * MINUTE, 10 * MINUTE])(
    'bears a server that does not tell its clock',
    async (skew) => {
      const world = start(given, skew);
      for (let row = 0; row < 8; row += 1) world.place.shelf.create(`Row ${row}`);
      for (let round = 0; round < 3; round += 1) {
        expect(await world.mirror.pull()).toBe(null);
        world.clock.advance(MINUTE);
        world.place.shelf.edit(102, `Edited ${round}`);
        world.place.shelf.create(`New ${round}`);
      }
      expect(await world.mirror.pull()).toBe(null);
      expect(shown(world)).toEqual(truth(world));
    },
  );

  it('writes no secret into the request log', async () => {
    const world = start(given);
    world.place.shelf.create('Only row');
    expect(await world.mirror.pull()).toBe(null);
    expect(world.log.length).toBeGreaterThan(0);
    for (const secret of Object.values(given.secrets)) {
      expect(world.log.join()).not.toContain(secret);
    }
  });
});
