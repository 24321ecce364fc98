/** A ticket's own parts of its pane. A side conversation opens in the same pane, with a log and an editor too. */
import { queryAll, queryFirst, queryShown, type Selector } from '@/lib/helpdesks/dom';
import * as places from '@/lib/helpdesks/zendesk/selectors';

/** What the selector finds in the pane, or in `scope` within it, without what is a side conversation's. */
export function ownParts(
  root: Element,
  selector: Selector,
  { scope = root, query = queryAll } = {},
): Element[] {
  const asides = [
    ...queryAll(root, places.sideConversation),
    ...queryAll(root, places.sideEditor).map((editor) => asideOf(editor, root)),
  ];
  return query(scope, selector).filter((part) => !asides.some((aside) => aside.contains(part)));
}

/** What the page has loaded of the ticket's conversation, oldest first. */
export function ownLog(root: Element): { items: Element[]; isPartial: boolean } {
  const scope = queryShown(root, places.conversation)[0] ?? root;
  return {
    items: ownParts(root, places.logItem, { scope }),
    isPartial: queryFirst(scope, places.showMore) !== null,
  };
}

/** The widest part around a side conversation's editor without the reply, the ticket's log or items of it. */
function asideOf(editor: Element, root: Element): Element {
  const parent = editor.parentElement;
  if (!parent || parent === root) return editor;
  const said = queryAll(editor, places.logItem).length;
  const isWidest =
    queryFirst(parent, places.composer) ||
    queryFirst(parent, places.conversation) ||
    (said > 0 && queryAll(parent, places.logItem).length > said);
  return isWidest ? editor : asideOf(parent, root);
}
