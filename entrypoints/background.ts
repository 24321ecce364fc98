/** The background: a service worker in Chrome, an event page in Firefox. */
import { defineBackground } from 'wxt/utils/define-background';
import { createBackgroundApp } from '@/lib/app/background-app';

export default defineBackground({
  type: 'module',
  main() {
    createBackgroundApp();
  },
});
