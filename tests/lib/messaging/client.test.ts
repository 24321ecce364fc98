import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { send } from '@/lib/messaging/client';

const status = { state: 'ready', items: 3, indexed: 3 };

/** What the browser does with each message in turn: an answer, or an Error to throw. */
function browserAnswers(...answers: unknown[]) {
  const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  for (const answer of answers) {
    if (answer instanceof Error) sent.mockRejectedValueOnce(answer);
    else sent.mockResolvedValueOnce(answer);
  }
  return sent;
}

const starting = new Error('Could not establish connection. Receiving end does not exist.');
const stopped = new Error('The message port closed before a response was received.');

describe('send', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  async function ask(limit?: number) {
    const asked = send('index.status', {}, limit);
    await vi.runAllTimersAsync();
    return asked;
  }

  it('sends name and request, and returns the checked answer', async () => {
    const sent = browserAnswers({ ...ok(status), surplus: 1 });
    expect(await ask()).toEqual(ok(status));
    expect(sent).toHaveBeenCalledExactlyOnceWith({ name: 'index.status', request: {} });
  });

  it('passes faults on', async () => {
    browserAnswers(fail(fault('storage-full')));
    expect(await ask()).toEqual(fail(fault('storage-full')));
  });

  it.each([starting, stopped, undefined])('tries once more after %s', async (first) => {
    browserAnswers(first, ok(status));
    expect(await ask()).toEqual(ok(status));
  });

  it('gives up when nobody answers twice', async () => {
    const sent = browserAnswers(starting, stopped, ok(status));
    expect(await ask()).toMatchObject({ fault: { kind: 'disconnected', retry: 'now' } });
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it('does not try again when the extension itself is gone', async () => {
    const sent = browserAnswers(new Error('Extension context invalidated.'), ok(status));
    expect(await ask()).toEqual(fail(fault('disconnected', { why: 'extension-gone' })));
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it.each([
    null,
    'x',
    {},
    ok(null),
    ok({ state: 'odd' }),
    { ok: false },
    { ok: false, fault: 'x' },
  ])('takes %j for no answer of ours', async (answer) => {
    browserAnswers(answer);
    expect(await ask()).toEqual(fail(fault('bad-response', { message: 'index.status' })));
  });

  it('waits no longer than it was told', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockReturnValue(new Promise(() => {}));
    expect(await ask(50)).toEqual(fail(fault('timeout', { message: 'index.status' })));
  });
});
