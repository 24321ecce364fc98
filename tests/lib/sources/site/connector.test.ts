import { describe, expect, it } from 'vitest';
import { siteKind } from '@/lib/sources/site/connector';
import { MISHAPS, type Mishap } from '@/tests/support/sources/place-http';
import { createSite, SITE_ORIGIN } from '@/tests/support/sources/site';
import {
  describeChanges,
  describeDoors,
  describeReading,
} from '@/tests/support/sources/suite-doors';
import {
  describeHistories,
  describeMishaps,
  describeMovingRows,
} from '@/tests/support/sources/suite-mishaps';
import { createFill, settle, type ContractCase } from '@/tests/support/sources/world';
import type { SiteSettings } from '@/lib/sources/site/settings';

const contract: ContractCase<SiteSettings> = {
  kind: siteKind,
  settings: { startUrl: `${SITE_ORIGIN}/`, sections: [] },
  createPlace: createSite,
  addresses: {
    mine: [`${SITE_ORIGIN}/docs/sitemap.xml`],
    others: [`${SITE_ORIGIN}/guide/page-1`, 'https://fernway.zendesk.com/hc/en-us'],
  },
};

/** What a page that is no JSON cannot tell from another page at once: it is read twice instead. */
const UNSEEN = new Set(['truncated body', '200 with an error', '200 with a sign-in page']);

describe('a site: the contract of connectors', () => {
  const fill = createFill(contract);
  describeDoors(contract, fill);
  describeReading(fill);
  describeChanges(fill, 60_000);
  describeMovingRows(fill);
  describeMishaps(
    fill,
    MISHAPS.filter(({ name }) => !UNSEEN.has(name)),
  );
  describeHistories(fill);

  const unseen = MISHAPS.filter(({ name }) => UNSEEN.has(name));
  it.each(unseen.map((mishap): [string, Mishap] => [mishap.name, mishap]))(
    'is right again with the next reading after: %s',
    async (_, mishap) => {
      for (let at = 0; ; at += 1) {
        const world = fill();
        world.http.mishap = { at, mishap };
        await world.mirror.pull();
        const met = world.http.log.length > at;
        world.http.mishap = null;
        expect({ at, problems: await settle(world) }).toEqual({ at, problems: [] });
        if (!met) break;
      }
    },
  );
});
