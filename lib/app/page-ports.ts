/** Serves the sidebars of one page over their ports: state out, inserts and undo in. */
import type { Dock } from '@/lib/app/dock/dock';
import type { PageInserts } from '@/lib/app/page-inserts';
import type { PageReader } from '@/lib/app/page-reader';
import { fault } from '@/lib/core/fault';
import { fail, type Result } from '@/lib/core/result';
import {
  toPageSchema,
  type Command,
  type FromPage,
  type ToPage,
} from '@/lib/messaging/page-contract';
import type { SidebarPort } from '@/lib/platform/ports';

interface PortParts {
  reader: Pick<PageReader, 'state' | 'reload'>;
  inserts: PageInserts;
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

function obey({ reader, inserts, dock }: PortParts, port: SidebarPort, message: ToPage): void {
  switch (message.type) {
    case 'ticket.reload':
      reader.reload();
      break;
    case 'insert': {
      const { requestId, ticketKey: key, form, html, text, hrefs, visibility } = message;
      const content = { form, html, text, hrefs, visibility };
      void report(port, requestId, inserts.insert(key, content));
      break;
    }
    case 'insert.undo':
      void report(port, message.requestId, inserts.undo(message.ticketKey));
      break;
    case 'dock.collapse':
      dock.collapse();
      break;
    case 'dock.resize':
      dock.resize(message.width);
      break;
    case 'composer.focus':
      inserts.focusComposer();
      break;
  }
}

/** A sidebar waits for this answer, so a bug of ours is an answer, too. */
async function report(
  port: SidebarPort,
  requestId: string,
  work: Promise<Result<null>>,
): Promise<void> {
  const result = await work.catch(() => fail(fault('unexpected')));
  post(port, { type: 'insert.done', requestId, result });
}

function post(port: SidebarPort, message: FromPage): void {
  port.post(message);
}
