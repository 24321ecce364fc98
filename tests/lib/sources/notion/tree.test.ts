import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenOf } from '@/lib/sources/notion/children';
import { notionKind } from '@/lib/sources/notion/connector';
import { Memory } from '@/lib/sources/notion/memory';
import { PlaceHttp } from '@/tests/support/sources/place-http';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock } from '@/tests/support/sources/place';
import {
  createNotion,
  NOTION_DATABASE,
  NOTION_TOKEN,
  notionId,
  type NotionOptions,
  type NotionPlacing,
} from '@/tests/support/sources/notion';
import { soak } from '@/tests/support/soak';
import { differences, FIRST, HOUR, MINUTE } from '@/tests/support/sources/world';

const DAY = 24 * HOUR;
const ROOT = FIRST;
const CHILD = FIRST + 1;
const GRANDCHILD = FIRST + 2;
const ROW = FIRST + 3;

/** A page with a page with a page in it, and a row of a database. */
const TREE: Record<number, NotionPlacing> = {
  [ROOT]: { parent: 'workspace', isFound: true },
  [CHILD]: { parent: ROOT, isFound: true },
  [GRANDCHILD]: { parent: CHILD, isFound: true },
  [ROW]: { parent: 'database', isFound: true },
};

function fill(
  changes: Record<number, NotionPlacing> = {},
  options: NotionOptions = {},
  databases: string[] = [],
) {
  const clock = new PlaceClock();
  const elsewhere: NotionPlacing = { parent: 'workspace', isFound: true };
  const placeOf = (id: number) => changes[id] ?? TREE[id] ?? elsewhere;
  const place = createNotion(clock, { ...options, placeOf });
  const http = new PlaceHttp(place, clock);
  const secrets = { token: NOTION_TOKEN };
  const mirror = new Mirror({ kind: notionKind, settings: { databases }, secrets, http, clock });
  for (const title of ['Root', 'Child', 'Grandchild', 'Row']) place.shelf.create(title);
  clock.advance(HOUR);
  const world = { clock, place, http, mirror };
  /** The usual life: a reading every half an hour, and a sweep a day. */
  const live = async (days: number) => {
    for (let day = 0; day < days; day += 1) {
      for (let at = 0; at < 48; at += 1) {
        clock.advance(30 * MINUTE);
        expect(await mirror.pull()).toBe(null);
      }
      expect(await mirror.sweep()).toBe(null);
    }
  };
  const titles = () => [...mirror.items.values()].map(({ title }) => title).toSorted();
  return { ...world, world, live, titles };
}

const LOST: NotionPlacing = { parent: CHILD, isFound: false };

describe('Notion’s tree of pages', () => {
  it('is read whole, though the search names none of it but the top', async () => {
    const { world, mirror, live } = fill({
      [CHILD]: { parent: ROOT, isFound: false },
      [GRANDCHILD]: LOST,
      [ROW]: { parent: 'database', isFound: false },
    });
    expect(await mirror.pull()).toBe(null);
    expect(differences(world)).toEqual([]);
    await live(3);
    expect(differences(world)).toEqual([]);
  });

  it('names each page once to be read, when the search names them all', async () => {
    const { http, mirror } = fill();
    await mirror.pull();
    const texts = http.log.map(({ url }) => url).filter((url) => url.endsWith('/markdown'));
    expect(new Set(texts).size).toBe(4);
    expect(texts).toHaveLength(4);
    expect(http.log.filter(({ url }) => /\/pages\/[^/]+$/.test(url))).toEqual([]);
  });

  it('tells of an edit deep inside, that edits nothing above and that no list names', async () => {
    const { world, place, clock, mirror } = fill({ [GRANDCHILD]: LOST });
    await mirror.pull();
    clock.advance(HOUR);
    place.shelf.edit(GRANDCHILD, 'Grandchild, edited');
    clock.advance(MINUTE);
    expect(await mirror.pull()).toBe(null);
    expect(differences(world)).toEqual([]);
  });

  it('does not read again what did not change', async () => {
    const { http, clock, mirror } = fill({ [GRANDCHILD]: LOST });
    await mirror.pull();
    clock.advance(HOUR);
    http.log.length = 0;
    await mirror.pull();
    expect(http.log.map(({ why }) => why)).toEqual([
      'time at Notion',
      'which databases there are',
      'which pages there are',
      'pages',
      'pages in the trash',
      'rows of a database',
      'a page within a page',
    ]);
  });

  it.each(['hide', 'delete'] as const)(
    'goes with its top and comes back with it, no edit inside: %s',
    async (change) => {
      const { world, place, live, titles } = fill({ [GRANDCHILD]: LOST });
      await live(1);
      place.shelf[change](ROOT);
      await live(3);
      expect(titles()).toEqual(['Row']);
      place.shelf.restore(ROOT);
      await live(1);
      expect(titles()).toEqual(['Child', 'Grandchild', 'Root', 'Row']);
      expect(differences(world)).toEqual([]);
    },
  );

  it('is read when it is shared later than it was written', async () => {
    const { world, place, clock, mirror } = fill();
    place.shelf.hide(ROOT);
    await mirror.pull();
    clock.advance(10 * DAY);
    // Sharing edits nothing.
    const row = place.shelf.get(ROOT);
    const { updatedAt = 0 } = row ?? {};
    place.shelf.restore(ROOT);
    Object.assign(place.shelf.get(ROOT) ?? {}, { updatedAt });
    expect(await mirror.pull()).toBe(null);
    expect(differences(world)).toEqual([]);
  });

  it('forgets a page that was taken out of it', async () => {
    const { place, mirror, live, titles } = fill({ [GRANDCHILD]: LOST });
    await live(1);
    place.shelf.hide(GRANDCHILD);
    expect(await mirror.pull()).toBe(null);
    expect(titles()).toEqual(['Child', 'Root', 'Row']);
    place.shelf.restore(GRANDCHILD);
    expect(await mirror.pull()).toBe(null);
    expect(titles()).toEqual(['Child', 'Grandchild', 'Root', 'Row']);
  });
});

/** What people do to the pages of the tree; a reading follows each, and now and then a sweep. */
const changes = fc.array(
  fc.record({
    what: fc.constantFrom('edit', 'hide', 'delete', 'restore', 'restore'),
    id: fc.constantFrom(ROOT, CHILD, GRANDCHILD, ROW),
    sweeps: fc.constantFrom(0, 0, 1, 2),
    minutes: fc.constantFrom(1, 20, 300),
  }),
  { maxLength: 25 },
);

describe.each([
  ['names all', {}],
  ['misses the innermost', { [GRANDCHILD]: LOST }],
  ['names the top alone', { [CHILD]: { parent: ROOT, isFound: false }, [GRANDCHILD]: LOST }],
] as [string, Record<number, NotionPlacing>][])('when the search %s', (_name, placing) => {
  it('Notion is shown as it is, whatever is done to its tree', { timeout: 600_000 }, async () => {
    const live = async (events: typeof changes extends fc.Arbitrary<infer T> ? T : never) => {
      const { world, place, clock, mirror } = fill(placing);
      expect(await mirror.pull()).toBe(null);
      for (const { what, id, sweeps, minutes } of events) {
        clock.advance(minutes * MINUTE);
        if (what === 'edit') place.shelf.edit(id, `Edited ${place.shelf.nextNumber()}`);
        else place.shelf[what](id);
        clock.advance(MINUTE);
        expect(await mirror.pull()).toBe(null);
        for (let at = 0; at < sweeps; at += 1) expect(await mirror.sweep()).toBe(null);
      }
      clock.advance(MINUTE);
      expect([await mirror.pull(), await mirror.sweep(), await mirror.sweep()]).toEqual([null, null, null]); // prettier-ignore
      expect(differences(world)).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(changes, live), {
      numRuns: soak(25, 1_000),
      seed: 20_261_122,
    });
  });
});

describe('Notion’s databases', () => {
  const hidden = { [ROW]: { parent: 'database', isFound: false } } as const;

  it('are found in a page, when the search does not name them', async () => {
    const { world, place, mirror, clock, live } = fill(hidden, { isDatabaseHidden: true });
    await mirror.pull();
    expect(differences(world)).toEqual([]);
    clock.advance(HOUR);
    place.shelf.edit(ROW, 'Row, edited');
    await live(3);
    expect(differences(world)).toEqual([]);
  });

  it('alone are read when they are chosen, with the pages in their rows', async () => {
    const inside: NotionPlacing = { parent: ROW, isFound: true };
    const { place, live, titles } = fill({ [CHILD]: inside, [GRANDCHILD]: LOST }, {}, [
      NOTION_DATABASE,
    ]);
    await live(1);
    expect(titles()).toEqual(['Child', 'Grandchild', 'Row']);
    place.shelf.edit(GRANDCHILD, 'Edited');
    place.shelf.delete(ROOT);
    await live(3);
    expect(titles()).toEqual(['Child', 'Edited', 'Row']);
    place.shelf.delete(ROW);
    await live(3);
    expect(titles()).toEqual([]);
  });

  it('that are chosen and gone are a fault', async () => {
    const { mirror } = fill({}, {}, [notionId(4)]);
    expect(await mirror.pull()).toMatchObject({ kind: 'not-found' });
  });
});

describe('the children of a page', () => {
  const [one, two, three] = [1, 2, 3].map((id) => notionId(id).replaceAll('-', ''));

  it('stand in tags with their addresses', () => {
    const markdown = `# Help
<page url="https://app.notion.com/p/${one}" icon="📚">First **page**</page>
\t<page url="https://www.notion.so/Second-${two}?pvs=4" color="gray_bg">Second</page>
See <mention-page url="https://www.notion.so/${three}">Third</mention-page>.
<database url="https://www.notion.so/${three}" inline="true" data-source-url="collection://${notionId(9)}">Rows</database>
<page url="https://www.notion.so/${three}" deleted>Thrown away</page>
\`\`\`
<page url="https://www.notion.so/${three}">In code</page>
\`\`\`
<page>New</page>`;
    const sources = [notionId(9).replaceAll('-', '')];
    expect(childrenOf(markdown)).toEqual({ pages: [one, two], sources });
  });
});

describe('what is remembered', () => {
  it('stays within its bounds, and tells pages apart', () => {
    const memory = Memory.empty('2026-11-02T08:00:00.000Z');
    for (let id = 0; id < 12_000; id += 1) memory.list(notionId(id));
    for (let id = 0; id < 3_000; id += 1) memory.ask(notionId(20_000 + id));
    for (let id = 0; id < 3_000; id += 1) memory.noteStray(notionId(30_000 + id), '2026-11-02T08:00:00.000Z'); // prettier-ignore
    expect(memory.write().length).toBeLessThan(160_000);
    const next = Memory.read(memory.write())?.next('2026-11-02T09:00:00.000Z');
    expect(next?.write().length).toBeLessThan(160_000);
    for (let id = 0; id < 8_000; id += 1) expect(memory.isListed(notionId(id))).toBe(true);
    expect(memory.isListed(notionId(9_000))).toBe(false);
  });

  it('is not read in another version', () => {
    expect(Memory.read('2026-11-02T08:00:00.000Z')).toBe(null);
    expect(Memory.read(null)).toBe(null);
  });
});
