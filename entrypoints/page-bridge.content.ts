/** The script in the helpdesk page's own world: the editor's model is only reachable there. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPageBridge } from '@/lib/app/page-bridge';

export default defineContentScript({
  matches: ['https://*.zendesk.com/agent/*', 'https://secure.helpscout.net/*'],
  world: 'MAIN',
  // Early, to know which editors the agent has been in.
  runAt: 'document_start',
  main() {
    startPageBridge(document);
  },
});
