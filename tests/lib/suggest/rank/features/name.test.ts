import { describe, expect, it } from 'vitest';
import {
  calledInBody,
  calledInSubject,
  headSaid,
  NAME_MARK,
  namedInBody,
  namedInSubject,
} from '@/lib/suggest/rank/features/name';
import * as name from '@/lib/suggest/rank/features/name';
import { makeContext, makeHit, numbersOf } from '@/tests/lib/suggest/rank/small-list';

const headed = (...heads: string[]) =>
  heads.map((head, at) => makeHit(`i${at}`, { about: ['product:Till', `${NAME_MARK}${head}`] }));
const about = (heads: string[], subject: string, body = '') =>
  makeContext(headed(...heads), { subject, body });

/** Rarity of a name that stands in `count` heads of `all`. */
const rarity = (count: number, all: number) => Math.log(1 + (all - count + 0.5) / (count + 0.5));

describe('a name of the title in the ticket', () => {
  it('counts by its rarity, half for being said once at the beginning', () => {
    const context = about(['TableView', 'ScrollView', 'Label'], '', 'TableView jumps');
    // One name in the head: rarity² · 1/2 over its own rarity.
    expect(numbersOf(namedInBody, context)).toEqual([rarity(1, 3) / 2, 0, 0]);
    expect(numbersOf(namedInSubject, context)).toEqual([0, 0, 0]);
  });

  it('finds it in other spellings', () => {
    for (const text of ['Ti.UI.TableView', 'createTableView', 'tableview']) {
      expect(numbersOf(namedInSubject, about(['TableView', 'Label'], text))[0]).toBeGreaterThan(0);
    }
  });

  it('counts for more the earlier and the more often it is said', () => {
    const of = (body: string) =>
      numbersOf(namedInBody, about(['TableView', 'Label'], '', body))[0]!;
    const late = of(`${'x '.repeat(200)}TableView`);
    expect(late).toBeGreaterThan(0);
    expect(of('TableView')).toBeGreaterThan(late);
    expect(of('TableView, TableView')).toBeGreaterThan(of('TableView'));
    expect(of(`${'x '.repeat(1_000)}TableView`)).toBe(0);
  });

  it('counts for less where many heads have it, or where it is one of many', () => {
    const [common, , , rare] = numbersOf(
      namedInSubject,
      about(['View', 'View box', 'View list', 'Label'], 'View Label'),
    );
    expect(rare).toBeGreaterThan(common!);
    const [alone, among] = numbersOf(
      namedInSubject,
      about(['Label', 'Slider for very many things'], 'Label Slider'),
    );
    expect(alone).toBeGreaterThan(among!);
  });

  it('tells a method from a word', () => {
    const heads = ['scroll()', 'scroll event', 'Label'];
    const [method, event] = numbersOf(calledInBody, about(heads, '', 'I call .scroll() twice'));
    expect(method).toBeGreaterThan(0);
    expect(event).toBe(0);
    expect(numbersOf(calledInBody, about(heads, '', 'I scroll'))).toEqual([0, 0, 0]);
    expect(numbersOf(calledInSubject, about(heads, 'scroll()'))[0]).toBeGreaterThan(0);
    expect(numbersOf(calledInSubject, about(heads, 'scroll'))).toEqual([0, 0, 0]);
  });

  it('is the share of the head, wherever in the ticket', () => {
    const heads = ['Table View', 'Table', 'Label'];
    const [both, one, none] = numbersOf(headSaid, about(heads, 'a table'));
    expect(both).toBeCloseTo(rarity(2, 3) / (rarity(2, 3) + rarity(1, 3)), 12);
    expect([one, none]).toEqual([1, 0]);
    expect(numbersOf(headSaid, about(heads, 'a table', 'a view'))).toEqual([1, 1, 0]);
  });

  it('is nothing for documents without a head, and heads without a name', () => {
    const context = makeContext([makeHit('a'), ...headed('', '1 + 1')], { subject: 'a b name 1' });
    for (const feature of [calledInBody, calledInSubject, headSaid, namedInBody, namedInSubject]) {
      expect(numbersOf(feature, context)).toEqual([0, 0, 0]);
    }
  });

  it('does not carry over from one list or ticket to the next', () => {
    const heads = ['TableView', 'Label'];
    const first = about(heads, 'TableView');
    const next = { ...first, subject: 'Label' };
    expect(numbersOf(namedInSubject, first).map((number) => number > 0)).toEqual([true, false]);
    expect(numbersOf(namedInSubject, next).map((number) => number > 0)).toEqual([false, true]);
    expect(numbersOf(headSaid, about(['Label', 'TableView'], 'Label'))).toEqual([1, 0]);
  });
});

it('names every feature as it is exported', () => {
  const features = Object.entries(name).filter(([, one]) => typeof one === 'object');
  expect(features.map(([key]) => key)).toEqual(
    features.map(([, one]) => (one as { name: string }).name),
  );
});
