/** The isolated script on helpdesk pages. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from '@/lib/app/page-app';

export default defineContentScript({
  matches: ['https://*.zendesk.com/agent/*', 'https://secure.helpscout.net/*'],
  runAt: 'document_idle',
  main(context) {
    startPage(window, (stop) => {
      context.onInvalidated(stop);
    });
  },
});
