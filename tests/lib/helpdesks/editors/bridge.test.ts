// @vitest-environment jsdom
/** The protocol between the two worlds; the editors themselves are tried in real browsers (tests/e2e/insert.e2e.ts). */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEditorBridge } from '@/lib/helpdesks/editors/bridge-client';
import { startBridgeHost } from '@/lib/helpdesks/editors/bridge-host';
import {
  CONFIRM_EVENT,
  REQUEST_EVENT,
  RESPONSE_EVENT,
  TARGET_ATTRIBUTE,
} from '@/lib/helpdesks/editors/bridge-protocol';

const NONCE = '12345678-1234-4234-8234-123456789abc';
const LINK = {
  form: 'link',
  html: '<a href="https://x.example/">t</a>',
  text: 't',
  hrefs: ['https://x.example/'],
} as const;
const content = { ...LINK, hrefs: [...LINK.hrefs] };

let composer: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = '<div class="composer" contenteditable="true"></div>';
  composer = document.querySelector<HTMLElement>('.composer')!;
});
afterEach(() => vi.useRealTimers());

const tell = (name: string, detail: unknown) =>
  document.dispatchEvent(new CustomEvent(name, { detail }));

describe('our end', () => {
  it('says so at once where nobody answers, and leaves no mark', async () => {
    const result = await createEditorBridge(document).insert(composer, content);
    expect(result).toMatchObject({
      ok: false,
      fault: { kind: 'insert-failed', detail: { why: 'no bridge' } },
    });
    expect(composer.hasAttribute(TARGET_ATTRIBUTE)).toBe(false);
  });

  it('sends the request before it first yields', () => {
    const heard = vi.fn<(event: Event) => void>();
    document.addEventListener(REQUEST_EVENT, heard, { once: true });
    void createEditorBridge(document).insert(composer, content);
    expect(heard).toHaveBeenCalledOnce();
    expect(typeof (heard.mock.calls[0]![0] as CustomEvent).detail).toBe('string');
  });

  it('believes only a whole answer to its own question', async () => {
    vi.useFakeTimers();
    let nonce = '';
    document.addEventListener(
      REQUEST_EVENT,
      (event) => {
        nonce = (JSON.parse((event as CustomEvent<string>).detail) as { nonce: string }).nonce;
        composer.removeAttribute(TARGET_ATTRIBUTE);
      },
      { once: true },
    );
    const done = vi.fn<() => void>();
    const result = createEditorBridge(document).insert(composer, content).finally(done);
    for (const forged of [
      null,
      { ok: true },
      'no json',
      JSON.stringify({ ok: true, nonce: NONCE, value: { before: '', after: '' } }),
      JSON.stringify({ ok: true, nonce }),
      JSON.stringify({ ok: true, nonce, value: { before: 1, after: '' } }),
      JSON.stringify({ ok: false, nonce, refusal: { kind: 'signed-out', why: '' } }),
    ]) {
      tell(RESPONSE_EVENT, forged);
      await vi.advanceTimersByTimeAsync(1);
      expect(done).not.toHaveBeenCalled();
    }
    tell(RESPONSE_EVENT, JSON.stringify({ ok: true, nonce, value: { before: 'b', after: 'a' } }));
    expect(await result).toEqual({ ok: true, value: { before: 'b', after: 'a' } });
  });

  it('gives up on an answer that does not come', async () => {
    document.addEventListener(REQUEST_EVENT, () => composer.removeAttribute(TARGET_ATTRIBUTE), {
      once: true,
    });
    const result = await createEditorBridge(document, 20).insert(composer, content);
    expect(result).toMatchObject({ ok: false, fault: { detail: { why: 'no answer' } } });
  });
});

describe('one insert within two seconds', () => {
  const answerAll = (value: object) => {
    const answer = (event: Event) => {
      const { nonce } = JSON.parse((event as CustomEvent<string>).detail) as { nonce: string };
      composer.removeAttribute(TARGET_ATTRIBUTE);
      setTimeout(() => tell(RESPONSE_EVENT, JSON.stringify({ ...value, nonce })));
    };
    document.addEventListener(REQUEST_EVENT, answer);
    return () => document.removeEventListener(REQUEST_EVENT, answer);
  };
  const held = { ok: true, value: { before: 'b', after: 'a' } };

  it('refuses the same again, takes another, and the same later', async () => {
    const stop = answerAll(held);
    let now = 0;
    const bridge = createEditorBridge(document, 200, () => now);
    const first = bridge.insert(composer, content);
    // A key held down comes again before the first insert is done.
    expect(await bridge.insert(composer, content)).toMatchObject({
      fault: { kind: 'already-inserted' },
    });
    expect((await first).ok).toBe(true);
    expect((await bridge.insert(composer, { ...content, form: 'passage' })).ok).toBe(true);
    now = 2_000;
    expect((await bridge.insert(composer, { ...content, form: 'passage' })).ok).toBe(true);
    stop();
  });

  it('forgets what was taken back or never went in', async () => {
    const bridge = createEditorBridge(document, 200, () => 0);
    const stopRefusing = answerAll({ ok: false, refusal: { kind: 'insert-failed', why: 'x' } });
    expect((await bridge.insert(composer, content)).ok).toBe(false);
    stopRefusing();
    const stop = answerAll(held);
    expect((await bridge.insert(composer, content)).ok).toBe(true);
    expect((await bridge.undo(composer, held.value)).ok).toBe(true);
    expect((await bridge.insert(composer, content)).ok).toBe(true);
    stop();
  });
});

describe('an insert that has to wait', () => {
  const ask = (nonce: string) => {
    const event = new CustomEvent(CONFIRM_EVENT, {
      detail: JSON.stringify({ nonce }),
      cancelable: true,
    });
    return document.dispatchEvent(event);
  };

  it.each([
    ['goes on while it is meant', true],
    ['stops when it no longer is', false],
  ])('%s', async (_, isMeant) => {
    let mine = '';
    const onRequest = (event: Event) => {
      mine = (JSON.parse((event as CustomEvent<string>).detail) as { nonce: string }).nonce;
      composer.removeAttribute(TARGET_ATTRIBUTE);
    };
    document.addEventListener(REQUEST_EVENT, onRequest, { once: true });
    const done = createEditorBridge(document, 20).insert(composer, content, () => isMeant);
    expect(ask(mine)).toBe(isMeant);
    expect(ask(NONCE)).toBe(true);
    await done;
    // Whoever asks later has nobody to answer.
    expect(ask(mine)).toBe(true);
  });

  it('pastes nothing then, and says so', async () => {
    startBridgeHost(document);
    composer.textContent = 'draft';
    composer.getClientRects = () => [new DOMRect()] as unknown as DOMRectList;
    const pasted = vi.fn<() => void>();
    composer.addEventListener('paste', pasted);
    const result = await createEditorBridge(document).insert(composer, content, () => false);
    expect(result).toMatchObject({
      fault: { kind: 'insert-failed', detail: { why: 'page moved' } },
    });
    expect(pasted).not.toHaveBeenCalled();
    expect(composer.textContent).toBe('draft');
  });
});

describe('the page’s end', () => {
  beforeEach(() => startBridgeHost(document));

  it.each([
    ['an object', { op: 'insert', nonce: NONCE }],
    ['no JSON', '{'],
    ['another order', JSON.stringify({ op: 'eval', nonce: NONCE, code: 'x' })],
    ['half an order', JSON.stringify({ op: 'insert', nonce: NONCE, form: 'link' })],
    [
      'a selector for a name',
      JSON.stringify({ op: 'undo', nonce: '"],*[x="', before: '', after: '' }),
    ],
  ])('does not obey %s', (_, detail) => {
    const heard = vi.fn<() => void>();
    document.addEventListener(RESPONSE_EVENT, heard);
    composer.setAttribute(TARGET_ATTRIBUTE, NONCE);
    tell(REQUEST_EVENT, detail);
    expect(composer.getAttribute(TARGET_ATTRIBUTE)).toBe(NONCE);
    expect(heard).not.toHaveBeenCalled();
    document.removeEventListener(RESPONSE_EVENT, heard);
  });

  it('touches nothing but the marked element, and takes the mark off', async () => {
    composer.removeAttribute('contenteditable');
    const before = document.body.innerHTML;
    const result = await createEditorBridge(document).undo(composer, { before: 'a', after: 'b' });
    expect(result).toMatchObject({
      ok: false,
      fault: { kind: 'insert-failed', detail: { why: 'no editor' } },
    });
    expect(document.body.innerHTML).toBe(before);
  });

  it('refuses what would not be readable as it was meant', async () => {
    const bridge = createEditorBridge(document);
    const empty = await bridge.insert(composer, {
      ...content,
      html: '<script>x</script>',
      hrefs: [],
    });
    expect(empty).toMatchObject({ fault: { detail: { why: 'nothing to insert' } } });
    const other = await bridge.insert(composer, { ...content, hrefs: ['javascript:x'] });
    expect(other).toMatchObject({ fault: { detail: { why: 'address refused' } } });
    expect(composer.innerHTML).toBe('');
  });

  it('answers even when the editor throws', async () => {
    Object.assign(composer, {
      ckeditorInstance: {
        data: {},
        model: {},
        execute: () => undefined,
        getData: () => {
          throw new RangeError('editor');
        },
      },
    });
    expect(await createEditorBridge(document).insert(composer, content)).toMatchObject({
      fault: { kind: 'insert-failed', detail: { why: 'RangeError' } },
    });
  });
});
