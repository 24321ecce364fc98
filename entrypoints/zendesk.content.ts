/** The isolated script on Zendesk's agent pages. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startZendeskPage } from '@/lib/app/zendesk-page';

export default defineContentScript({
  matches: ['https://*.zendesk.com/agent/*'],
  runAt: 'document_idle',
  main(context) {
    startZendeskPage(window, (stop) => {
      context.onInvalidated(stop);
    });
  },
});
