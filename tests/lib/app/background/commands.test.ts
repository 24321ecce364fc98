import { describe, expect, it } from 'vitest';
import { relayCommands } from '@/lib/app/background/commands';
import { createPlatformInHand } from '@/tests/support/background-platform';

const HELPDESK = 'https://acme.zendesk.com/agent/tickets/1';

function press(command: string, url: string | null) {
  const platform = createPlatformInHand();
  relayCommands(platform);
  platform.press(command, { id: 7, windowId: 3, url });
  return { sent: platform.sent, done: platform.done };
}

describe('relayCommands', () => {
  it.each(['toggle-sidebar', 'focus-sidebar', 'insert-link', 'insert-passage'])(
    'hands %s on to a helpdesk page',
    (command) => {
      expect(press(command, HELPDESK)).toEqual({
        sent: [[7, { type: 'command', command }]],
        done: [],
      });
    },
  );

  it.each(['https://other.example/', null, 'about:blank', 'nonsense'])(
    'opens the panel where no page of ours listens: %s',
    (url) => {
      expect(press('toggle-sidebar', url)).toEqual({ sent: [], done: ['open panel in 3'] });
      expect(press('insert-link', url)).toEqual({ sent: [], done: [] });
    },
  );

  it('knows only our commands', () => {
    expect(press('_execute_action', HELPDESK)).toEqual({ sent: [], done: [] });
  });
});
