/** The operations of the matrix on what comes after an insert, or beside it: undo, keys, the other channel. */
import { expect } from 'vitest';
import { TYPED_BEFORE } from './matrix';
import {
  DRAFT,
  END,
  HELLO,
  MIDDLE,
  THANKS,
  begin,
  insert,
  read,
  type Operation,
} from './operation';
import type { EditorsPage } from './open-editors';
import { LINK, PASSAGE } from './samples';

const undo = (page: EditorsPage) => page.evaluate(() => window.editorUnderTest.undo());
const focus = (page: EditorsPage) => page.evaluate(() => window.editorUnderTest.focus());

export const AFTERWARDS: readonly Operation[] = [
  {
    name: 'undone exactly',
    async run(page) {
      for (const content of [LINK, PASSAGE]) {
        await begin(page, DRAFT, MIDDLE);
        expect(await insert(page, content)).toBeNull();
        expect(await undo(page)).toBeNull();
        expect(await read(page)).toEqual([HELLO, THANKS]);
      }
    },
  },
  {
    name: 'one step of its undo',
    async run(page) {
      for (const content of [LINK, PASSAGE]) {
        await begin(page, DRAFT, MIDDLE);
        expect(await insert(page, content)).toBeNull();
        await focus(page);
        await page.pressUndo();
        await expect.poll(() => read(page)).toEqual([HELLO, THANKS]);
      }
    },
  },
  {
    name: TYPED_BEFORE,
    async run(page, { weaker }) {
      await begin(page, DRAFT, END);
      await focus(page);
      await page.type(' Bye');
      expect(await insert(page, PASSAGE)).toBeNull();
      const inserted = await read(page);
      const refused = await undo(page);
      if (weaker.includes(TYPED_BEFORE)) {
        expect(refused?.kind).toBe('insert-failed');
        expect(await read(page)).toEqual(inserted);
        return 'its own history joins a paste with what was typed in the second before: undo is refused, nothing lost';
      }
      expect(refused).toBeNull();
      expect(await read(page)).toEqual([HELLO, 'p: thanks. Bye']);
      return undefined;
    },
  },
  {
    name: 'a key afterwards loses nothing',
    async run(page) {
      for (const content of [LINK, PASSAGE]) {
        await begin(page, DRAFT, END);
        expect(await insert(page, content)).toBeNull();
        const inserted = await read(page);
        await focus(page);
        await page.type('!');
        await expect.poll(async () => (await read(page)).join()).toContain('!');
        const typed = await read(page);
        expect(typed.map((line) => line.replace('!', '').trimEnd())).toEqual(inserted);
        expect(typed.join()).not.toMatch(/\[[^\]]*![^\]]*\]\(/);
        expect((await undo(page))?.kind).toBe('draft-changed');
        expect(await read(page)).toEqual(typed);
      }
    },
  },
  {
    name: 'to the note and back keeps it',
    async run(page) {
      for (const content of [LINK, PASSAGE]) {
        await begin(page, DRAFT, END);
        expect(await insert(page, content)).toBeNull();
        const inserted = await read(page);
        const other = await page.evaluate(() => window.editorUnderTest.switchAway());
        expect(other.replace(/<[^>]*>|\s/g, '')).toBe('');
        expect(await read(page)).toEqual(inserted);
      }
    },
  },
  {
    name: 'a key meanwhile is kept',
    async run(page) {
      await begin(page, DRAFT, END);
      await focus(page);
      await page.evaluate((content) => window.editorUnderTest.insertSoon(content, 60), PASSAGE);
      const keys = '7777777';
      for (const key of keys) await page.type(key);
      const refused = await page.evaluate(() => window.editorUnderTest.insertedSoon());
      expect([undefined, 'draft-changed']).toContain(refused?.kind);
      const lines = (await read(page)).join('\n');
      expect(lines.replace(/[^7]/g, '')).toBe(keys);
      expect(lines).toContain(HELLO);
    },
  },
  {
    name: 'another ticket gets nothing',
    async run(page, { way }) {
      for (const content of [LINK, PASSAGE]) {
        await begin(page, '<p>of the first</p>', [0, 0]);
        const leave = (draft: string | null) =>
          page.evaluate(
            (inserted, other) => window.editorUnderTest.insertAndLeave(inserted, other),
            content,
            draft,
          );
        await leave(DRAFT);
        expect(await read(page)).toEqual([HELLO, THANKS]);
        // Through the model it is done before anybody can leave; else it must not be done at all.
        if (way === 'model') continue;
        await begin(page, DRAFT, MIDDLE);
        expect(await leave(null)).toMatchObject({ kind: 'insert-failed' });
        expect(await read(page)).toEqual([HELLO, THANKS]);
      }
    },
  },
  {
    name: 'presses no key, sends nothing',
    async run(page) {
      expect(await page.evaluate(() => window.editorUnderTest.unasked())).toBe(0);
    },
  },
];
