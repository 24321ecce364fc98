import { describe, expect, it } from 'vitest';
import { confluenceKind } from '@/lib/sources/confluence/connector';
import type { ConfluenceSettings } from '@/lib/sources/confluence/settings';
import {
  CONFLUENCE_SECRETS,
  CONFLUENCE_SITE,
  createConfluence,
  type ConfluenceOptions,
} from '@/tests/support/sources/confluence';
import { describeConnector } from '@/tests/support/sources/suite';
import {
  describeChanges,
  describeDoors,
  describeReading,
} from '@/tests/support/sources/suite-doors';
import { describeMovingRows } from '@/tests/support/sources/suite-mishaps';
import { createFill, FIRST, type ContractCase } from '@/tests/support/sources/world';
import { unwrap } from '@/tests/support/unwrap';

const signal = new AbortController().signal;

function contractWith(
  options: ConfluenceOptions = {},
  access: ConfluenceSettings['access'] = 'site',
): ContractCase<ConfluenceSettings> {
  return {
    kind: confluenceKind,
    settings: { site: CONFLUENCE_SITE, access, spaces: ['4711'] },
    secrets: CONFLUENCE_SECRETS,
    createPlace: (clock) => createConfluence(clock, options),
    lagMs: 0,
    addresses: {
      mine: [`${CONFLUENCE_SITE}/wiki`, `${CONFLUENCE_SITE}/wiki/spaces/HELP/pages/1/X`],
      others: [`${CONFLUENCE_SITE}/browse/ABC-1`, 'https://wiki.acme.example/wiki/X'],
    },
  };
}

async function pulled(options: ConfluenceOptions) {
  const { mirror, http } = createFill(contractWith(options))();
  expect(await mirror.pull()).toBeNull();
  return { items: mirror.items, http, mirror };
}

// Where nobody is asked whether anyone may read a space: being refused that is no fault.
describeConnector('Confluence through the gateway', contractWith({}, 'gateway'));

describe('Confluence at its site: the contract of connectors', () => {
  const contract = contractWith();
  const fill = createFill(contract);
  describeDoors(contract, fill);
  describeReading(fill);
  describeChanges(fill, 0);
  describeMovingRows(fill);
});

describe('Confluence', () => {
  it('maps a page', async () => {
    const { items } = await pulled({});
    expect(items.get(`src1:article:${FIRST}`)).toMatchObject({
      kind: 'article',
      title: 'Row 0',
      url: `${CONFLUENCE_SITE}/wiki/spaces/HELP/pages/${FIRST}/Page`,
      locale: 'en',
      products: ['Help'],
      labels: ['how-to'],
      visibility: 'internal',
      updatedAt: '2026-11-02T08:00:00.000Z',
      blocks: [{ type: 'paragraph', text: [{ text: 'All about Row 0.' }] }],
    });
  });

  it('takes a restriction for one on all pages below, also in a public space', async () => {
    const restricted = new Set([FIRST]);
    const { items } = await pulled({ isPublic: true, restricted });
    const seen = [0, 1, 2].map((at) => items.get(`src1:article:${FIRST + at}`)?.visibility);
    expect(seen).toEqual(['restricted', 'restricted', 'public']);
  });

  it('reads pages of the old editor in their own format', async () => {
    const { items } = await pulled({ old: new Set([FIRST + 3]) });
    expect(items.get(`src1:article:${FIRST + 3}`)?.blocks).toEqual([
      { type: 'paragraph', text: [{ text: 'Old Row 3.' }] },
    ]);
  });

  it('names the spaces to choose from', async () => {
    const { mirror } = await pulled({});
    expect(unwrap(await mirror.connect().listChoices!(signal))).toEqual([
      { setting: 'spaces', id: '4711', name: 'Help' },
    ]);
  });

  it('asks with GET only', async () => {
    const { http } = await pulled({});
    expect(new Set(http.log.map(({ method = 'GET' }) => method))).toEqual(new Set(['GET']));
  });
});
