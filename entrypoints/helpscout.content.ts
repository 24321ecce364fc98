/** The isolated script on Help Scout's agent pages. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startHelpscoutPage } from '@/lib/app/helpscout-page';

export default defineContentScript({
  matches: ['https://secure.helpscout.net/*'],
  runAt: 'document_idle',
  main(context) {
    startHelpscoutPage(window, (stop) => {
      context.onInvalidated(stop);
    });
  },
});
