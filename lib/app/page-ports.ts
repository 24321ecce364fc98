/** Serves the sidebars of one page over their ports: state out, inserts, links and undo in. */
import type { Dock } from '@/lib/app/dock/dock';
import type { PageInserts } from '@/lib/app/page-inserts';
import type { PageLinks } from '@/lib/app/page-links';
import type { PageReader } from '@/lib/app/page-reader';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import {
  toPageSchema,
  type Command,
  type FromPage,
  type HealthLook,
  type ToPage,
} from '@/lib/messaging/page-contract';
import type { PageHealth } from '@/lib/model/page-health';
import type { SidebarPort } from '@/lib/platform/ports';

interface PortParts {
  reader: Pick<PageReader, 'state' | 'reload'>;
  inserts: PageInserts;
  links: PageLinks;
  health: (looks: readonly HealthLook[]) => PageHealth;
  dock: Pick<Dock, 'collapse' | 'resize' | 'isOpen'>;
}

export interface PagePorts {
  add(port: SidebarPort): void;
  /** Tells every sidebar. */
  tell(message: FromPage): void;
  /** Tells the sidebar in sight: two of them must not act on one key. False when there is none. */
  relay(command: Command): boolean;
}

export function createPagePorts(parts: PortParts): PagePorts {
  const ports = new Set<SidebarPort>();
  return {
    add(port) {
      ports.add(port);
      port.onDisconnect(() => ports.delete(port));
      port.onMessage((message) => {
        const parsed = toPageSchema.safeParse(message);
        if (parsed.success) obey(parts, port, parsed.data);
      });
      post(port, { type: 'state', state: parts.reader.state() });
    },
    tell(message) {
      for (const port of ports) post(port, message);
    },
    relay(command) {
      const newestFirst = [...ports].reverse();
      const isDockOpen = parts.dock.isOpen();
      const port = newestFirst.find(({ isDocked }) => isDocked === isDockOpen) ?? newestFirst[0];
      if (port) post(port, { type: 'command', command });
      return port !== undefined;
    },
  };
}

function obey(parts: PortParts, port: SidebarPort, message: ToPage): void {
  const { reader, inserts, dock } = parts;
  switch (message.type) {
    case 'ticket.reload':
      reader.reload();
      break;
    case 'insert': {
      const { requestId, ticketKey: key, form, html, text, hrefs, visibility } = message;
      const content = { form, html, text, hrefs, visibility };
      void answer(inserts.insert(key, content), (result) =>
        post(port, { type: 'insert.done', requestId, result }),
      );
      break;
    }
    case 'insert.undo': {
      const { requestId } = message;
      void answer(inserts.undo(message.ticketKey), (result) =>
        post(port, { type: 'insert.done', requestId, result }),
      );
      break;
    }
    case 'link.preview':
    case 'link.make':
    case 'link.undo':
      obeyLink(parts.links, port, message);
      break;
    case 'dock.collapse':
      dock.collapse();
      break;
    case 'dock.resize':
      dock.resize(message.width);
      break;
    case 'health.check': {
      const { requestId, looks } = message;
      const looked = Promise.resolve(looks).then((all) => ok(parts.health(all)));
      void answer(looked, (result) => post(port, { type: 'health.checked', requestId, result }));
      break;
    }
    case 'composer.focus':
      inserts.focusComposer();
      break;
  }
}

function obeyLink(
  links: PageLinks,
  port: SidebarPort,
  message: Extract<ToPage, { type: `link.${string}` }>,
): void {
  const { requestId, ticketKey: key } = message;
  if (message.type === 'link.preview') {
    void answer(links.preview(key, message.target), (result) =>
      post(port, { type: 'link.viewed', requestId, result }),
    );
    return;
  }
  const work =
    message.type === 'link.make' ? links.make(key, message.target, message.seen) : links.undo(key);
  void answer(work, (result) => post(port, { type: 'link.done', requestId, result }));
}

/** A sidebar waits for this answer, so a bug of ours is an answer, too. */
async function answer<T>(
  work: Promise<Result<T>>,
  tell: (result: Result<T>) => void,
): Promise<void> {
  tell(await work.catch(() => fail(fault('unexpected'))));
}

function post(port: SidebarPort, message: FromPage): void {
  port.post(message);
}
