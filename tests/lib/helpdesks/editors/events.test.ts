// @vitest-environment jsdom
/** Which events count as an agent's typing. No script can make a trusted one, so here they are told of. */
import { afterEach, expect, it } from 'vitest';
import { editAsBrowser, watchTyping } from '@/lib/helpdesks/editors/events';

type Listener = (event: object) => void;

/** A document that only has listeners, and remembers none after they were taken off. */
function createListening() {
  const listeners = new Map<string, Listener>();
  const document = {
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    removeEventListener: (type: string) => listeners.delete(type),
  };
  const hear = (type: string, event: object): void =>
    listeners.get(type)?.({ isTrusted: true, ...event });
  return { document: document as unknown as Document, hear, listeners };
}

afterEach(() => document.body.replaceChildren());

it.each([
  ['keydown', { key: 'a' }],
  ['keydown', { key: 'Backspace' }],
  ['input', { inputType: 'insertText' }],
  ['input', { inputType: 'insertCompositionText' }],
  ['input', { inputType: 'insertReplacementText' }],
  ['input', { inputType: 'deleteContentBackward' }],
])('%s %o is typing', (type, event) => {
  const { document: listening, hear } = createListening();
  const typing = watchTyping(listening);
  hear(type, event);
  expect(typing.hasTyped).toBe(true);
});

it.each([
  ['keydown', { key: 'a', ctrlKey: true }],
  ['keydown', { key: 'Shift' }],
  ['keydown', { key: 'a', isTrusted: false }],
  ['input', { inputType: 'insertText', isTrusted: false }],
  ['input', { inputType: 'insertFromPaste' }],
  ['input', { inputType: 'historyUndo' }],
  ['input', {}],
])('%s %o is not', (type, event) => {
  const { document: listening, hear } = createListening();
  const typing = watchTyping(listening);
  hear(type, event);
  expect(typing.hasTyped).toBe(false);
});

it('nor is what the browser reports of our own edits', () => {
  const { document: listening, hear } = createListening();
  const typing = watchTyping(listening);
  const box = document.createElement('div');
  box.tabIndex = 0;
  document.body.append(box);
  box.focus();
  const report = () => hear('input', { inputType: 'insertText' });
  Object.assign(document, { execCommand: report });
  editAsBrowser(box, 'insertText', 'ours');
  expect(typing.hasTyped).toBe(false);
  report();
  expect(typing.hasTyped).toBe(true);
});

it('takes its listeners off', () => {
  const { document: listening, listeners } = createListening();
  watchTyping(listening).stop();
  expect(listeners.size).toBe(0);
});
