import { describe, expect, it } from 'vitest';
import { OUTDATED_LABEL, type Item } from '@/lib/model/item';
import type { SuggestionList } from '@/lib/model/suggestion';
import type { Ticket } from '@/lib/model/ticket';
import { noticesOf } from '@/lib/suggest/notices';
import { makeArticle, makeIssue, makeTicket, paragraph } from '@/tests/support/items';
import { createNodeSuggester } from '@/tests/support/node-suggester';
import { unwrap } from '@/tests/support/unwrap';

const NOW = new Date('2026-11-22T12:00:00Z');

const KITCHEN = makeArticle('kitchen-printer', {
  title: 'Kitchen printer prints nothing',
  blocks: [
    paragraph('What the ticket is about and who it is for.'),
    { type: 'heading', level: 2, text: [{ text: 'The agent shows the printer as offline' }] },
    {
      type: 'list',
      ordered: true,
      items: [[paragraph('Switch the printer off')], [paragraph('Print a test page')]],
    },
  ],
});
const SPOOLER = makeIssue(
  'FERN-1042',
  {
    title: 'Spooler crash SYNC-4031 when two kitchen printers print at once',
    products: ['sync'],
    blocks: [paragraph('spooler exited, SYNC-4031, kitchen printer silent until restart')],
  },
  { affectedVersions: ['Sync 3.8.0'], fixVersion: 'Sync 3.9.0' },
);
const FILLER = Array.from({ length: 40 }, (_, n) =>
  makeArticle(`filler-${n}`, {
    title: `Tax rate ${n}`,
    blocks: [paragraph(`Rates for zone ${n}`)],
  }),
);
const WORLD: Item[] = [
  KITCHEN,
  SPOOLER,
  makeArticle('refund', {
    title: 'Refund a card payment',
    blocks: [paragraph('Open the sale and refund.')],
  }),
  makeArticle('refund', {
    locale: 'de',
    title: 'Kartenzahlung erstatten',
    blocks: [paragraph('Verkauf öffnen, Zahlung erstatten, refund.')],
  }),
  ...FILLER,
];

async function suggest(
  items: Item[],
  ticket: Ticket,
  dismissed: string[] = [],
): Promise<SuggestionList> {
  const suggester = await createNodeSuggester(items, () => NOW, dismissed);
  return unwrap(await suggester.suggest(ticket));
}

const CRASH = makeTicket(
  'Kitchen printers crash',
  'Since the update to 3.8.0 both kitchen printers stop, log says SYNC-4031 spooler exited',
  { tags: ['sync'] },
);

describe('suggest', () => {
  it('names the known issue and says what both have in common', async () => {
    const { knownIssue, suggestions, searchedItems, ticketKey } = await suggest(WORLD, CRASH);
    expect(knownIssue?.item.key).toBe('FERN-1042');
    expect(knownIssue?.reasons).toEqual(
      expect.arrayContaining([
        { kind: 'identifier', values: ['SYNC-4031'] },
        { kind: 'version', version: '3.8.0' },
        { kind: 'product', product: 'sync' },
      ]),
    );
    expect(knownIssue?.notices).toEqual([{ kind: 'internal-only' }]);
    expect(suggestions[0]?.item.id).toBe(KITCHEN.id);
    expect(suggestions.every(({ item }) => item.kind === 'article')).toBe(true);
    expect({ searchedItems, ticketKey }).toEqual({
      searchedItems: WORLD.length,
      ticketKey: 'https://acme.zendesk.com#4712',
    });
  });

  it('names no issue on weak evidence, and nothing at all for another subject', async () => {
    expect(
      (await suggest(WORLD, makeTicket('Printer paper', 'which paper do I buy?'))).knownIssue,
    ).toBeNull();
    const nothing = await suggest(
      WORLD,
      makeTicket('Hiring', 'Do you have open positions in Lyon?'),
    );
    expect(nothing.knownIssue).toBeNull();
    expect(nothing.suggestions).toEqual([]);
  });

  it('does not blame an issue whose fix the customer has', async () => {
    const fixed = {
      ...SPOOLER,
      issue: { ...SPOOLER.issue, category: 'fixed', fixVersion: 'Sync 3.8.2' },
    } as Item;
    const world = [fixed, ...WORLD.filter((item) => item !== SPOOLER)];
    const ticket = (version: string): Ticket =>
      makeTicket(
        'Kitchen printers crash',
        `Version ${version}: SYNC-4031 spooler exited, kitchen printer`,
      );
    expect((await suggest(world, ticket('3.8.0'))).knownIssue?.item.key).toBe('FERN-1042');
    expect((await suggest(world, ticket('3.8.2'))).knownIssue).toBeNull();
  });

  it('shows the original of a duplicate', async () => {
    const original = makeIssue('FERN-1', { title: 'Agent leaks handles' });
    const duplicate = makeIssue(
      'FERN-2',
      { title: SPOOLER.title, blocks: SPOOLER.blocks },
      { category: 'duplicate', duplicateOf: 'FERN-1' },
    );
    const { knownIssue } = await suggest([original, duplicate, ...FILLER], CRASH);
    expect(knownIssue?.item.key).toBe('FERN-1');
  });

  it('leaves dismissed items out', async () => {
    const list = await suggest(WORLD, CRASH, [SPOOLER.id, KITCHEN.id]);
    expect(list.knownIssue).toBeNull();
    expect(list.suggestions.map(({ item }) => item.id)).not.toContain(KITCHEN.id);
  });

  it('shows one translation, the ticket language first', async () => {
    const german = await suggest(
      WORLD,
      makeTicket('Zahlung erstatten', 'Wie kann ich eine Kartenzahlung erstatten? refund'),
    );
    expect(german.suggestions[0]?.item.locale).toBe('de');
    expect(german.suggestions.filter(({ item }) => item.id.includes('refund'))).toHaveLength(1);
    const english = await suggest(WORLD, makeTicket('Refund a card', 'How do I refund a payment?'));
    expect(english.suggestions[0]?.item.locale).toBe('en');
    expect(english.suggestions[0]?.notices).toEqual([]);
  });

  it('picks the passage that answers and marks exactly the shared words', async () => {
    const ticket = makeTicket(
      'Kitchen printer offline',
      'The agent shows the printer offline, test page fails',
    );
    const passage = (await suggest(WORLD, ticket)).suggestions[0]?.passage;
    expect(passage?.heading).toBe('The agent shows the printer as offline');
    const marked = passage?.marks.map(([start, end]) =>
      passage.text.slice(start, end).toLowerCase(),
    );
    expect(marked).toEqual(['printer', 'test', 'page']);
  });

  it('warns of old articles and of other languages', async () => {
    const old = makeArticle('legacy', {
      title: 'Dongle pairing',
      updatedAt: '2024-01-01T00:00:00Z',
    });
    const list = await suggest(
      [old, ...FILLER],
      makeTicket('Dongle pairing', 'wie kann ich das machen mit dem Dongle? pairing'),
    );
    expect(list.suggestions[0]?.notices).toEqual([{ kind: 'stale' }, { kind: 'other-language' }]);
  });

  it('warns of articles that their source calls outdated, once', async () => {
    const marked = makeArticle('marked', {
      title: 'Dongle pairing',
      labels: [OUTDATED_LABEL],
      updatedAt: '2024-01-01T00:00:00Z',
    });
    const list = await suggest([marked, ...FILLER], makeTicket('Dongle pairing', 'pairing fails'));
    expect(list.suggestions[0]?.notices).toEqual([{ kind: 'outdated' }]);
  });

  it('warns of articles older than the fix of the known issue, or of one they mention', async () => {
    const [kitchen, fixed] = [
      {
        ...KITCHEN,
        blocks: [...KITCHEN.blocks, paragraph('Works up to 3.8.')],
        products: ['sync'],
      },
      makeIssue(
        'FERN-1042',
        { title: SPOOLER.title, products: ['sync'], blocks: SPOOLER.blocks },
        { category: 'fixed', fixVersion: 'Sync 3.9.0', fixDate: '2026-10-20' },
      ),
    ];
    const beside = await suggest([kitchen, fixed, ...FILLER], CRASH);
    const fix = { key: 'FERN-1042', version: 'Sync 3.9.0', date: '2026-10-20' };
    expect(beside.knownIssue?.item.key).toBe('FERN-1042');
    expect(beside.suggestions[0]?.notices).toEqual([{ kind: 'stale', fix }]);

    const mentioning = makeArticle('paper', {
      title: 'Paper jam',
      blocks: [paragraph('A paper jam is not FERN-1042.')],
    });
    const ticket = makeTicket('Paper jam', 'There is a paper jam every day');
    const elsewhere = await suggest([mentioning, fixed, ...FILLER], ticket);
    expect(elsewhere.knownIssue).toBeNull();
    expect(elsewhere.suggestions[0]?.notices).toEqual([{ kind: 'stale', fix }]);
  });

  it('names the original of a duplicate that speaks for itself', async () => {
    const original = makeIssue('FERN-1', { title: 'Agent leaks handles' });
    const duplicate = makeIssue(
      'FERN-2',
      { title: SPOOLER.title, blocks: SPOOLER.blocks },
      { category: 'duplicate', duplicateOf: 'FERN-1', originalId: original.id },
    );
    const gone = { ...duplicate, issue: { ...duplicate.issue!, originalId: 'kb:issue:404' } };
    const { knownIssue } = await suggest([gone, ...FILLER], CRASH);
    expect(knownIssue?.notices).toContainEqual({ kind: 'duplicate' });
    const named = noticesOf(duplicate, {
      query: { language: 'en' },
      now: NOW,
      known: null,
      mentioned: [],
      originals: new Map([[original.id, original]]),
    });
    const { title, url } = original;
    expect(named).toContainEqual({ kind: 'duplicate', original: { key: 'FERN-1', title, url } });
  });

  it('answers a 10 MB ticket and an empty one', async () => {
    const log = '2026-11-18 ERROR [PrintQueue] SYNC-4031 spooler exited code=0xc0000005\n'.repeat(
      140_000,
    );
    const huge = await suggest(WORLD, makeTicket('Kitchen printers crash', log));
    expect(huge.knownIssue?.item.key).toBe('FERN-1042');
    expect(huge.tookMs).toBeLessThan(2_000);
    expect((await suggest(WORLD, makeTicket('', ''))).suggestions).toEqual([]);
  });

  it('finds typed words, title first', async () => {
    const suggester = await createNodeSuggester(WORLD, () => NOW);
    const heads = unwrap(await suggester.lookup('kitchn print', 'en'));
    expect(heads[0]?.id).toBe(KITCHEN.id);
    expect(heads[0]).not.toHaveProperty('blocks');
  });
});
