/** What runs in the page's own world: the editor bridge's host, and nothing else. */
import { startBridgeHost } from '@/lib/helpdesks/editors/bridge-host';

export function startPageBridge(document: Document): void {
  startBridgeHost(document);
}
