/** A ticket's reply box in the stand-in page, with the built extension beside it, for insert tests in either browser. */
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { openDockedPage, type DockedPage } from '@/tests/support/extension/docked-page';
import {
  connectToPage,
  type InsertContent,
  type PagePortClient,
} from '@/tests/support/extension/page-port-client';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import { chatTicket, mailTicket } from '@/tests/support/zendesk/test-tickets';

export const MAIL = mailTicket.id;
export const CHAT = chatTicket.id;
export const MAIL_KEY = `https://acme.zendesk.com#${MAIL}`;
export const CHAT_KEY = `https://acme.zendesk.com#${CHAT}`;

export const HREF = 'https://help.fernway.example/articles/sync-4031?a=1&b=2';
export const TITLE = 'Orders are lost (SYNC-4031)';
export const LINK = `<a href="${HREF.replace('&', '&amp;')}">${TITLE}</a>`;
export const PASSAGE =
  '<p>Restart the <strong>spooler</strong>:</p>' +
  '<ol><li>Open Sync</li><li>Press <code>Restart</code></li></ol>' +
  `<p>More in ${LINK}.</p>`;

export const link: InsertContent = {
  ticketKey: MAIL_KEY,
  form: 'link',
  html: LINK,
  text: `${TITLE}\n${HREF}`,
  hrefs: [HREF],
  visibility: 'public',
};
export const passage: InsertContent = { ...link, form: 'passage', html: PASSAGE, text: 'Restart' };

export const editable = (id: number) =>
  `[data-test-id^="ticket-${id}-"] [data-test-id="omnicomposer-rich-text-ckeditor"]`;

export interface ReplyBox {
  readonly standIn: StandIn;
  readonly page: DockedPage;
  /** The port of the page that was visited last. */
  readonly port: PagePortClient;
  /** Loads the ticket anew: drafts, history and focus are new. */
  visit(id: number): Promise<void>;
  /** The draft as HTML, without the random ids that CKEditor gives list items. */
  draft(id?: number): Promise<string>;
  /** Sets the draft; `path` puts the caret there, or a selection up to `end`, as a click would. */
  setDraft(html: string, path?: number[], end?: number[]): Promise<void>;
  rerender(): Promise<void>;
  setChannel(channel: 'web' | 'internal'): Promise<void>;
  close(): Promise<void>;
}

export async function openReplyBox(browser: BrowserName): Promise<ReplyBox> {
  const standIn = await createStandIn({ tickets: [mailTicket, chatTicket] });
  const page = await openDockedPage(browser, { '*.zendesk.com': standIn.port });
  let port: PagePortClient | null = null;
  return {
    standIn,
    page,
    get port() {
      if (!port) throw new Error('Visit a ticket first');
      return port;
    },
    async visit(id) {
      await page.goto(`${standIn.origin}/agent/tickets/${id}`);
      await page.evaluate(async () => {
        while (!('__standIn' in window)) await new Promise((resolve) => setTimeout(resolve, 10));
        await window.__standIn.settled();
      });
      port = await connectToPage(page);
      await port.waitForState(
        (state) => state.kind === 'ticket' && state.ticket.id === String(id),
        `ticket ${id}`,
      );
    },
    async draft(id = MAIL) {
      const data = await page.evaluate((of) => window.__standIn.currentDraft(of), id);
      return (data ?? '').replace(/ data-list-item-id="[^"]*"/g, '');
    },
    setDraft: (html, path, end) =>
      page.evaluate(
        (id, data, from, to) => {
          const editor = window.__standIn.editorOf(id)!;
          editor.setData(data);
          if (!from) return;
          editor.editing.view.focus();
          editor.model.change((writer) => {
            const root = editor.model.document.getRoot()!;
            const at = (steps: number[]) => writer.createPositionFromPath(root, steps);
            writer.setSelection(writer.createRange(at(from), at(to ?? from)));
          });
        },
        MAIL,
        html,
        path ?? null,
        end ?? null,
      ),
    async rerender() {
      await page.evaluate((id) => window.__standIn.rerenderComposer(id), MAIL);
    },
    async setChannel(channel) {
      await page.evaluate((id, next) => window.__standIn.setChannel(id, next), MAIL, channel);
    },
    async close() {
      await page.close();
      await standIn.close();
    },
  };
}
