/** What runs on Zendesk's pages. Each helpdesk's pages load the code for that one only. */
import { startPage, type OnInvalidated } from '@/lib/app/page-app';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';

export function startZendeskPage(window: Window, onInvalidated: OnInvalidated): void {
  startPage(window, createZendeskAdapter(), onInvalidated);
}
