/** The operations of the matrix: each begins with a new draft, acts as an agent would and reads the editor's model. */
import { expect } from 'vitest';
import { IN_A_LIST, TYPED_BEFORE, type EditorRow } from './matrix';
import type { EditorsPage } from './open-editors';
import type { Caret, Content } from './page-hooks';
import { HOSTILE, LINK, PASSAGE, TEMPLATE, linkRead, passageRead } from './samples';

export interface Operation {
  readonly name: string;
  /** Returns why a weaker outcome, which it has checked, is all that can be had there. */
  run(page: EditorsPage, editor: EditorRow): Promise<string | void>;
  /** Drafts that plain text cannot hold. */
  readonly isRichOnly?: boolean;
}

const DRAFT = '<p>Hello Ana,</p><p>thanks.</p>';
const HELLO = 'p: Hello Ana,';
const THANKS = 'p: thanks.';
const START: Caret = [0, 0];
const MIDDLE: Caret = [0, 2];
const END: Caret = [1, 7];
const SELECTED: Caret = [0, 6, 9];

export const begin = (page: EditorsPage, draft: string, caret: Caret | null = null) =>
  page.evaluate((html, at) => window.editorUnderTest.begin(html, at), draft, caret);
export const insert = (page: EditorsPage, content: Content) =>
  page.evaluate((inserted) => window.editorUnderTest.insert(inserted), content);
const undo = (page: EditorsPage) => page.evaluate(() => window.editorUnderTest.undo());
const read = (page: EditorsPage) => page.evaluate(() => window.editorUnderTest.outline());
const focus = (page: EditorsPage) => page.evaluate(() => window.editorUnderTest.focus());

function linkGoes(name: string, caret: Caret | null, lines: (link: string) => string[]): Operation {
  return {
    name: `link ${name}`,
    async run(page, { isPlain }) {
      await begin(page, caret === START && name === 'into empty' ? '' : DRAFT, caret);
      expect(await insert(page, LINK)).toBeNull();
      expect(await read(page)).toEqual(lines(linkRead(isPlain)));
    },
  };
}

function passageGoes(
  name: string,
  draft: string,
  caret: Caret | null,
  lines: (passage: string[]) => string[],
): Operation {
  return {
    name: `passage ${name}`,
    async run(page, { isPlain }) {
      await begin(page, draft, caret);
      expect(await insert(page, PASSAGE)).toBeNull();
      expect(await read(page)).toEqual(lines(passageRead(isPlain)));
    },
  };
}

const below = (passage: string[]) => [HELLO, ...passage, THANKS];
const atEnd = (passage: string[]) => [HELLO, THANKS, ...passage];

const PLACES: readonly Operation[] = [
  linkGoes('into empty', START, (link) => [`p: ${link}`]),
  linkGoes('at the start', [0, 0], (link) => [`p: ${link} Hello Ana,`, THANKS]),
  linkGoes('in a word: after it', MIDDLE, (link) => [`p: Hello ${link} Ana,`, THANKS]),
  linkGoes('at the end', END, (link) => [HELLO, `p: thanks. ${link}`]),
  linkGoes('keeps a selection', SELECTED, (link) => [`p: Hello Ana ${link},`, THANKS]),
  linkGoes('without a caret: end', null, (link) => [HELLO, `p: thanks. ${link}`]),
  passageGoes('into empty', '', START, (passage) => passage),
  passageGoes('at the start', DRAFT, [0, 0], below),
  passageGoes('in the middle', DRAFT, MIDDLE, below),
  passageGoes('at the end', DRAFT, END, atEnd),
  passageGoes('keeps a selection', DRAFT, SELECTED, below),
  passageGoes('without a caret: end', DRAFT, null, atEnd),
];

const OTHER = '[see over there](https://other.example/)';

const CARE: readonly Operation[] = [
  {
    name: 'link beside another',
    isRichOnly: true,
    async run(page, { isPlain }) {
      const other = '<a href="https://other.example/">see over there</a>';
      await begin(page, `<p>Please ${other} first</p>`, [0, 10]);
      expect(await insert(page, LINK)).toBeNull();
      expect(await read(page)).toEqual([`p: Please ${OTHER} ${linkRead(isPlain)} first`]);
    },
  },
  {
    name: IN_A_LIST,
    isRichOnly: true,
    async run(page, { isPlain, weaker }) {
      await begin(page, '<ul><li>one</li><li>two</li></ul><p>end</p>', [0, 1]);
      expect(await insert(page, PASSAGE)).toBeNull();
      const list = ['li: one', 'li: two'];
      const passage = passageRead(isPlain);
      const isBelow = !weaker.includes(IN_A_LIST);
      expect(await read(page)).toEqual(
        isBelow ? [...list, ...passage, 'p: end'] : [...list, 'p: end', ...passage],
      );
      return isBelow
        ? undefined
        : 'pasted at the end of the draft: in a list it would become items';
    },
  },
  {
    name: 'hostile HTML is text',
    async run(page) {
      await begin(page, '');
      expect(await insert(page, HOSTILE)).toBeNull();
      expect(await read(page)).toEqual(['p: Intro', 'p: Cause', 'p: See this']);
    },
  },
  {
    name: '{{…}} is not expanded',
    async run(page) {
      await begin(page, '');
      expect(await insert(page, TEMPLATE)).toBeNull();
      const html = await page.evaluate(() => window.editorUnderTest.html());
      expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/\{\{|\{%/);
      const lines = (await read(page)).map((line) => line.replaceAll('\u2060', ''));
      expect(lines).toEqual(['p: Write {{ticket.id}} or {%if x%}, {{dc.a}} too']);
    },
  },
  {
    name: 'twice is once',
    async run(page, { isPlain }) {
      await begin(page, '');
      const [first, second] = await page.evaluate(
        (content) =>
          Promise.all([
            window.editorUnderTest.insert(content),
            window.editorUnderTest.insert(content),
          ]),
        LINK,
      );
      expect([first, second?.kind]).toEqual([null, 'already-inserted']);
      expect((await insert(page, LINK))?.kind).toBe('already-inserted');
      expect(await read(page)).toEqual([`p: ${linkRead(isPlain)}`]);
    },
  },
];

const AFTERWARDS: readonly Operation[] = [
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
];

export const OPERATIONS: readonly Operation[] = [...PLACES, ...CARE, ...AFTERWARDS];
