/** What runs on Help Scout's pages. Each helpdesk's pages load the code for that one only. */
import { createHelpscoutAccess } from '@/lib/app/helpscout-access';
import { startPage, type OnInvalidated } from '@/lib/app/page-app';
import { createHelpscoutAdapter } from '@/lib/helpdesks/helpscout/adapter';

export function startHelpscoutPage(window: Window, onInvalidated: OnInvalidated): void {
  startPage(window, createHelpscoutAdapter(createHelpscoutAccess()), onInvalidated);
}
