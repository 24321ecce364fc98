/** The operations of the matrix: each begins with a new draft, acts as an agent would and reads the editor's model. */
import { expect } from 'vitest';
import { AFTERWARDS } from './afterwards';
import { IN_A_LIST } from './matrix';
import {
  DRAFT,
  END,
  HELLO,
  MIDDLE,
  SELECTED,
  START,
  THANKS,
  begin,
  insert,
  read,
  type Operation,
} from './operation';
import type { Caret } from './page-hooks';
import { HOSTILE, LINK, PASSAGE, TEMPLATE, linkRead, passageRead } from './samples';

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

export const OPERATIONS: readonly Operation[] = [...PLACES, ...CARE, ...AFTERWARDS];
