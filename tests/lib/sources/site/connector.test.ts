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

/** What is no fault of a site when a page meets it: that page is read again, at the end or next time. */
const OF_ONE_PAGE = new Set([
  '500',
  'timeout',
  'truncated body',
  '200 with an error',
  '200 with a sign-in page',
]);

describe('a site: the contract of connectors', () => {
  const fill = createFill(contract);
  describeDoors(contract, fill);
  describeReading(fill);
  describeChanges(fill, 60_000);
  describeMovingRows(fill);
  describeMishaps(
    fill,
    MISHAPS.filter(({ name }) => !OF_ONE_PAGE.has(name)),
  );
  describeHistories(fill);

  const ofOnePage = MISHAPS.filter(({ name }) => OF_ONE_PAGE.has(name));
  it.each(ofOnePage.map((mishap): [string, Mishap] => [mishap.name, mishap]))(
    'is right again with the next reading after: %s',
    async (_, mishap) => {
      for (let at = 0; ; at += 1) {
        const world = fill();
        world.http.mishap = { at, mishap };
        const found = (await world.mirror.pull())?.kind ?? 'no fault';
        world.http.mishap = null;
        const { url } = world.http.log[at] ?? {};
        const isList = url?.includes('sitemap') === true;
        // A list that cannot be read is a fault all the same.
        const expected = isList ? mishap.kind : found;
        expect({ at, found, problems: await settle(world) }).toEqual({
          at,
          found: expected,
          problems: [],
        });
        if (url === undefined) break;
      }
    },
  );
});
