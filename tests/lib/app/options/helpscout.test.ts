import { beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createHelpscoutSettings, type Helpscout } from '@/lib/app/options/helpscout';
import { NO_HELPSCOUT } from '@/lib/app/stores/helpscout-state';
import type { OptionsState } from '@/lib/app/stores/options-state';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpscoutConnection } from '@/lib/model/helpscout-connection';
import { fakeBackground } from '@/tests/lib/app/sidebar/fake-sidebar';
import { baseOptions } from '@/tests/support/ui-gallery/options-states';

const NONE: HelpscoutConnection = { state: 'not-set', appId: '', account: '' };
const SET: HelpscoutConnection = { state: 'connected', appId: 'my-app', account: 'Robin' };

let answer: Result<HelpscoutConnection>;
let standing: HelpscoutConnection;
let isAllowed: boolean;
/** What the agent and the background were asked, in order. */
let asked: unknown[];

function start() {
  const store = createStore<OptionsState>(() => ({ ...baseOptions, helpscout: NO_HELPSCOUT }));
  const background = fakeBackground({
    'helpscout.status': () => ok(standing),
    'helpscout.check': () => {
      asked.push('check');
      return answer;
    },
    'helpscout.configure': (request) => {
      asked.push(request);
      return answer;
    },
  });
  const askOrigins = (origins: readonly string[]) => {
    asked.push(origins);
    return Promise.resolve(isAllowed);
  };
  const page: Helpscout = createHelpscoutSettings({ background, askOrigins, store });
  return { ...page.actions, load: page.load, state: () => store.getState().helpscout, store };
}

let page: ReturnType<typeof start>;
beforeEach(async () => {
  answer = ok(SET);
  standing = NONE;
  isAllowed = true;
  asked = [];
  page = start();
  await page.load();
});

it('reads how the app stands', () => {
  expect(page.state()).toEqual({ connection: NONE, busy: null, outcome: null });
});

describe('saving', () => {
  it('asks for the host first, then hands the app over as it is meant', async () => {
    const saving = page.saveHelpscoutApp(' my-app ', ' hush\n');
    expect(page.state().busy).toBe('save');
    expect(asked).toEqual([['https://api.helpscout.net']]);
    expect(await saving).toBe(true);
    expect(asked.at(-1)).toEqual({ app: { appId: 'my-app', appSecret: 'hush' } });
    expect(page.state()).toEqual({ connection: SET, busy: null, outcome: { kind: 'saved' } });
    expect(JSON.stringify(page.store.getState())).not.toContain('hush');
  });

  it('does nothing when the agent does not allow it', async () => {
    isAllowed = false;
    expect(await page.saveHelpscoutApp('my-app', 'hush')).toBe(false);
    expect(asked).toHaveLength(1);
    expect(page.state()).toEqual({
      connection: NONE,
      busy: null,
      outcome: { kind: 'not-allowed' },
    });
  });

  it('says why it failed', async () => {
    answer = fail(fault('signed-out'));
    expect(await page.saveHelpscoutApp('my-app', 'wrong')).toBe(false);
    expect(page.state()).toMatchObject({
      connection: NONE,
      outcome: { kind: 'failed', fault: { kind: 'signed-out' } },
    });
  });

  it('is done once at a time', async () => {
    const first = page.saveHelpscoutApp('my-app', 'hush');
    expect(await page.saveHelpscoutApp('my-app', 'hush')).toBe(false);
    expect(await first).toBe(true);
    expect(asked).toHaveLength(2);
  });
});

it('checks, and shows when the app is accepted no longer', async () => {
  await page.checkHelpscoutApp();
  expect(page.state()).toMatchObject({ connection: SET, outcome: { kind: 'works' } });
  answer = fail(fault('signed-out'));
  standing = { ...SET, state: 'expired' };
  await page.checkHelpscoutApp();
  expect(page.state()).toMatchObject({
    connection: { state: 'expired' },
    outcome: { kind: 'failed' },
    busy: null,
  });
});

it('removes without asking for any host', async () => {
  answer = ok(NONE);
  await page.removeHelpscoutApp();
  expect(asked).toEqual([{ app: null }]);
  expect(page.state()).toEqual({ connection: NONE, busy: null, outcome: { kind: 'removed' } });
});
