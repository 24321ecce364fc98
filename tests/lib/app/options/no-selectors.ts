/** For options pages whose test is not about helpdesk pages: nothing is known of any, and nothing kept. */
import type { SelectorPorts } from '@/lib/app/options/helpdesk-pages';
import { ok } from '@/lib/core/result';

export const NO_SELECTORS: SelectorPorts = {
  helpdesks: [],
  known: () => [],
  isCss: () => true,
  read: async () => null,
  take: async () => ok(null),
  forget: async () => ok(null),
};
