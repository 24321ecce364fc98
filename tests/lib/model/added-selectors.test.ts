import { expect, it } from 'vitest';
import {
  checkSelectors,
  checkSelectorText,
  MOST_CHARACTERS,
  type KnownPart,
} from '@/lib/model/added-selectors';

const PARTS: KnownPart[] = [
  { name: 'subject', css: ['[data-a]'] },
  { name: 'ticket-layout', css: ['[data-ticket="{id}"]'] },
];
const isCss = (css: string) => !css.includes('::');
const check = (selectors: unknown, more = {}) =>
  checkSelectors({ version: 1, helpdesk: 'zendesk', selectors, ...more }, () => PARTS, isCss);
const problems = (selectors: unknown) => check(selectors).problems.map(({ kind }) => kind);

it('takes what names parts of the page', () => {
  const selectors = { subject: ['.subject', 'h1[data-b]'], 'ticket-layout': ['#pane-{id}'] };
  const { usable, problems: found } = check(selectors, { note: 'Ops' });
  expect(found).toEqual([]);
  expect(usable).toEqual({ version: 1, helpdesk: 'zendesk', selectors, note: 'Ops' });
});

it('an odd form costs itself only', () => {
  const { usable, problems: found } = check({ subject: ['::', '.good'], unheard: ['.x'] });
  expect(usable?.selectors).toEqual({ subject: ['.good'] });
  expect(found).toEqual([
    { kind: 'bad-css', name: 'subject' },
    { kind: 'unknown-name', name: 'unheard' },
  ]);
});

it.each([
  [{ 'ticket-layout': ['.pane'] }, 'no-id'],
  [{ 'ticket-layout': ['[a="{id}"], .pane'] }, 'no-id'],
  [{ subject: ['[a="{id}"]'] }, 'bad-css'],
  [{ subject: ['div'] }, 'too-general'],
  [{ subject: ['.a, p'] }, 'too-general'],
  [{ subject: ['.a *'] }, 'too-general'],
  [{ subject: ['a[href="https://evil.example"]'] }, 'address'],
  [{ subject: ['[style*="url(x)"]'] }, 'address'],
  [{ subject: [`.${'x'.repeat(300)}`] }, 'too-long'],
  [{ constructor: ['.x'] }, 'unknown-name'],
])('refuses %j: %s', (selectors, kind) => {
  expect(problems(selectors)).toEqual([kind]);
  expect(check(selectors).usable).toBeNull();
});

it('makes nothing of a part that is every object’s', () => {
  expect(check(JSON.parse('{"__proto__": [".x"]}')).usable).toBeNull();
});

it('uses the first five forms of a part', () => {
  const forms = ['.a', '.b', '.c', '.d', '.e', '.f'];
  const { usable, problems: found } = check({ subject: forms });
  expect(usable?.selectors['subject']).toEqual(forms.slice(0, 5));
  expect(found.map(({ kind }) => kind)).toEqual(['too-many']);
});

it.each([
  null,
  7,
  'x',
  [],
  {},
  { version: 2, helpdesk: 'zendesk', selectors: { subject: ['.a'] } },
  { version: 1, helpdesk: 'other', selectors: { subject: ['.a'] } },
  { version: 1, helpdesk: 'zendesk', selectors: { subject: '.a' } },
  { version: 1, helpdesk: 'zendesk', selectors: { subject: [null] } },
  { version: 1, helpdesk: 'zendesk', selectors: { subject: ['.a'] }, script: 'alert(1)' },
])('is no description: %j', (raw) => {
  const checked = checkSelectors(raw, () => PARTS, isCss);
  expect(checked).toEqual({ usable: null, problems: [{ kind: 'other-shape', name: null }] });
});

it('says so of a text that is no JSON, or too long', () => {
  expect(checkSelectorText('{', () => PARTS).problems[0]?.kind).toBe('not-json');
  const long = ' '.repeat(MOST_CHARACTERS + 1);
  expect(checkSelectorText(long, () => PARTS).problems[0]?.kind).toBe('too-long');
});
