/** Keyboard commands: handed on to the page in front, whose dock and composer they are about. */
import type { BackgroundPlatform } from '@/lib/app/background/platform';
import {
  commandSchema,
  type Command,
  type commandMessageSchema,
} from '@/lib/messaging/page-contract';
import type { CommandTab } from '@/lib/platform/panel';
import type * as z from 'zod/mini';

type Platform = Pick<BackgroundPlatform, 'sendToPage' | 'openPanel' | 'isHelpdesk'>;

/** Starts handing commands on. Call it synchronously when the background starts. */
export function relayCommands(platform: Platform & Pick<BackgroundPlatform, 'onCommand'>): void {
  platform.onCommand((name, tab) => {
    const command = commandSchema.safeParse(name);
    if (command.success) relay(platform, command.data, tab);
  });
}

/** No waiting before the panel opens: the browser allows it only straight from the key. */
function relay(platform: Platform, command: Command, tab: CommandTab): void {
  if (isHelpdeskTab(platform, tab)) {
    const message: z.infer<typeof commandMessageSchema> = { type: 'command', command };
    void platform.sendToPage(tab.id, message);
  } else if (command === 'toggle-sidebar' || command === 'focus-sidebar') {
    platform.openPanel(tab);
  }
}

function isHelpdeskTab(platform: Platform, { url }: CommandTab): boolean {
  return url !== null && URL.canParse(url) && platform.isHelpdesk(new URL(url).origin);
}
