/** Random agents at both helpdesks in both browsers: no text in a wrong place, none lost, nothing sent, one link. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import type { Desk } from '@/tests/support/random-agent/desk';
import { openHelpscoutDesk } from '@/tests/support/random-agent/helpscout-desk';
import { workADay } from '@/tests/support/random-agent/work-day';
import { openZendeskDesk } from '@/tests/support/random-agent/zendesk-desk';
import { soak } from '@/tests/support/soak';

const ACTIONS = soak(40, 500);
const SEED = Number(process.env['TRIVET_SEED'] ?? 11);
const DESKS = { Zendesk: openZendeskDesk, 'Help Scout': openHelpscoutDesk };
const NAMES = Object.keys(DESKS) as (keyof typeof DESKS)[];

describe.each<BrowserName>(['chromium', 'firefox'])('agents in %s', (browser) => {
  describe.each(NAMES)('at %s', (name) => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await DESKS[name](browser);
    });
    afterAll(() => desk?.close());

    it(`do ${ACTIONS} things, and everything is where it was meant to be`, async () => {
      const { seconds, outcomes } = await workADay(desk, SEED, ACTIONS);
      const counts = Object.entries(outcomes).map(([what, times]) => `${what} ${times}`);
      console.log(
        `${name}, ${browser}, seed ${SEED}: ${seconds} s; ${counts.toSorted().join(', ')}`,
      );
      // Some of it must have worked, or nothing was tested.
      expect(outcomes['insert in'] ?? 0).toBeGreaterThan(ACTIONS / 25);
      expect(outcomes['link linked'] ?? 0).toBeGreaterThan(0);
    });
  });
});
