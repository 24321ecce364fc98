import { describe, expect, it } from 'vitest';
import { notionKind } from '@/lib/sources/notion/connector';
import { mapPage } from '@/lib/sources/notion/map';
import { pageSchema } from '@/lib/sources/notion/records';
import { blocksText } from '@/lib/convert/block-text';
import { createNotion, NOTION_TOKEN } from '@/tests/support/sources/notion';
import { describeConnector } from '@/tests/support/sources/suite';
import { createFill, FIRST } from '@/tests/support/sources/world';
import { unwrap } from '@/tests/support/unwrap';

const signal = new AbortController().signal;
const contract = {
  kind: notionKind,
  settings: { databases: [] },
  secrets: { token: NOTION_TOKEN },
  createPlace: createNotion,
  lagMs: 10 * 60_000,
  addresses: {
    mine: ['https://www.notion.so/fernway/Help-0a1b2c3d', 'https://notion.com/x'],
    others: ['https://fernway.notion.site/Help', 'https://evil-notion.so/x'],
  },
};

describeConnector('Notion', contract);

describe('Notion', () => {
  it('maps a page', async () => {
    const { mirror } = createFill(contract)();
    await mirror.pull();
    const id = (at: number) => `src1:article:0a1b2c3d000040008000000000000${FIRST + at}`;
    expect(mirror.items.get(id(0))).toMatchObject({
      title: 'Row 0',
      url: `https://www.notion.so/Page-0a1b2c3d000040008000000000000${FIRST}`,
      locale: 'en',
      products: [],
      labels: [],
      visibility: 'internal',
      blocks: [
        {
          type: 'paragraph',
          text: [{ text: 'All about ' }, { text: 'Row 0', strong: true }, { text: '.' }],
        },
      ],
    });
    const row = mirror.items.get(id(1));
    expect(row).toMatchObject({
      url: `https://fernway.notion.site/${FIRST + 1}`,
      products: ['Till'],
      labels: ['offline', 'In progress'],
      visibility: 'public',
    });
    expect(blocksText(row?.blocks ?? [])).toBe(
      '- Fixed on: 2026-11-20\n- Product: Till\n- Status: In progress\n- Tags: offline\n' +
        '- Workaround: Start the till again.\n\nAll about Row 1.',
    );
  });

  it('reads Notion’s own Markdown', async () => {
    const page = pageSchema.parse({
      object: 'page',
      id: 'x',
      last_edited_time: '2026-11-02T08:00:00.000Z',
      url: 'https://www.notion.so/x',
      properties: { Name: { type: 'title', title: [] } },
    });
    const markdown = `# Limits {toggle="true" color="red"}
<callout icon="💡" color="gray_bg">
\tMind the **menu**.
\t- one
</callout>
<table_of_contents color="gray"/>

See <page url="https://www.notion.so/y">Refunds</page>.

<table header-row="true"><tr><td>Code</td></tr><tr><td>EX-1</td></tr></table>`;
    const item = await mapPage(page, markdown, {
      sourceId: 's',
      syncedAt: '',
      locale: 'en',
      languageOf: () => '',
    });
    expect(item.blocks.map(({ type }) => type)).toEqual(['heading', 'quote', 'paragraph', 'table']);
    expect(blocksText(item.blocks)).toBe(
      'Limits\n\nMind the menu.\n\n- one\n\nSee Refunds.\n\nCode\nEX-1',
    );
  });

  it('names the databases to choose from, and whose eyes it reads with', async () => {
    const connector = createFill(contract)().mirror.connect();
    expect(unwrap(await connector.listChoices!(signal))).toMatchObject([
      { setting: 'databases', name: 'Known issues' },
    ]);
    expect(unwrap(await connector.check(signal))).toEqual({ name: 'Fernway', account: 'Trivet' });
  });
});
