/** The sidebar's keys. One letter each, so they are silent while someone types. */
import { useEffect, useRef } from 'react';
import { tinykeys, type KeyBindingMap } from 'tinykeys';
import { useSidebar, type SidebarAccess } from '@/components/hooks/use-sidebar';
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import type { ItemHead } from '@/lib/model/item';
import { shownList, visibleSuggestions } from '@/lib/app/stores/visible-suggestions';

interface HelpSwitch {
  isHelpOpen: boolean;
  setHelpOpen: (isOpen: boolean) => void;
}

type KeyContext = SidebarAccess & HelpSwitch;

/** Holding one of these down repeats it; the others act once per press. */
const WALKING = ['j', 'ArrowDown', 'k', 'ArrowUp'] as const;
const ACTING = ['l', 'Enter', 'p', 'r', 'c', 'i', 'x', 'z', '$mod+z', 'o', 'ArrowRight'] as const;
// `/` and `?` sit behind Shift on some keyboards and not on others.
const OPENING = ['/', 'Shift+/', '?', 'Shift+?'] as const;

type WalkingKey = (typeof WALKING)[number];
type SidebarKey = WalkingKey | (typeof ACTING)[number] | (typeof OPENING)[number];

/** What keys act on: the previewed item, else the selected suggestion if it is in sight. */
function keyTarget(state: SidebarState): ItemHead | null {
  const { preview, search, selectedId } = state;
  if (preview.status === 'open') return preview.item;
  if (preview.status !== 'closed') return preview.head;
  const list = shownList(state.answer);
  if (search.status !== 'closed' || list === null) return null;
  const { all } = visibleSuggestions(list, state.dismissed);
  return all.find(({ item }) => item.id === selectedId)?.item ?? null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

/** Enter on a button or a link is that control's own. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary') !== null;
}

function isListInFront({ state, isHelpOpen }: KeyContext): boolean {
  const { preview, search, link } = state;
  return !isHelpOpen && [preview, search, link].every(({ status }) => status === 'closed');
}

/** Closes what lies on top; with nothing open, the keyboard goes back to the reply. */
function stepBack({ state, actions, isHelpOpen, setHelpOpen }: KeyContext): void {
  if (isHelpOpen) setHelpOpen(false);
  else if (state.link.status !== 'closed') actions.closeLink();
  else if (state.preview.status !== 'closed') actions.closePreview();
  else if (state.search.status !== 'closed') actions.closeSearch();
  else actions.focusComposer();
}

function dismissTarget({ state, actions }: KeyContext, id: string): void {
  if (state.preview.status !== 'closed') actions.closePreview();
  void actions.dismiss(id);
}

/** Every key and what it does; false leaves the event to the browser. */
function keyActions(context: KeyContext): Record<SidebarKey, (event: KeyboardEvent) => boolean> {
  const { state, actions, isHelpOpen } = context;
  const onItem = (act: (item: ItemHead) => void) => () => {
    const item = keyTarget(state);
    const isCovered = isHelpOpen || state.link.status !== 'closed';
    if (isCovered || state.busy !== null || item === null) return false;
    act(item);
    return true;
  };
  const onList = (act: () => void) => () => {
    if (!isListInFront(context)) return false;
    act();
    return true;
  };
  const link = onItem(({ id }) => void actions.insertLink(id));
  const confirmLink = () => {
    if (isHelpOpen || state.link.status === 'closed') return false;
    void actions.confirmLink();
    return true;
  };
  const preview = onList(() => {
    const item = keyTarget(state);
    if (item !== null) void actions.openPreview(item);
  });
  const undo = () => {
    if (isHelpOpen || state.toast === null || !('undo' in state.toast)) return false;
    void actions.undo();
    return true;
  };
  const search = () => {
    if (isHelpOpen || state.preview.status !== 'closed' || state.link.status !== 'closed')
      return false;
    actions.openSearch();
    return true;
  };
  const help = () => {
    context.setHelpOpen(!isHelpOpen);
    return true;
  };
  return {
    j: onList(actions.selectNext),
    ArrowDown: onList(actions.selectNext),
    k: onList(actions.selectPrevious),
    ArrowUp: onList(actions.selectPrevious),
    l: link,
    Enter: (event) => !isPressable(event.target) && (confirmLink() || link()),
    p: onItem(({ id }) => void actions.insertPassage(id)),
    r: onItem(({ id }) => void actions.insertReply(id)),
    c: onItem(({ id }) => void actions.copy(id)),
    i: onItem((item) => void actions.openLink(item)),
    x: onItem(({ id }) => dismissTarget(context, id)),
    z: undo,
    '$mod+z': undo,
    o: preview,
    ArrowRight: preview,
    '/': search,
    'Shift+/': search,
    '?': help,
    'Shift+?': help,
  };
}

/** Listens for as long as the sidebar is on screen. */
export function useSidebarKeys(help: HelpSwitch): void {
  const latest = useRef<KeyContext>(null);
  const access = useSidebar();
  useEffect(() => {
    latest.current = { ...access, ...help };
  });
  useEffect(() => {
    const run = (key: SidebarKey, mayRepeat: boolean) => (event: KeyboardEvent) => {
      const context = latest.current;
      if (context === null || event.isComposing || isTyping(event.target)) return;
      if (event.repeat && !mayRepeat) return;
      if (keyActions(context)[key](event)) event.preventDefault();
    };
    const escape = (event: KeyboardEvent) => {
      if (latest.current === null || event.isComposing) return;
      stepBack(latest.current);
      event.preventDefault();
    };
    const bindings: KeyBindingMap = { Escape: escape };
    for (const key of WALKING) bindings[key] = run(key, true);
    for (const key of [...ACTING, ...OPENING]) bindings[key] = run(key, false);
    return tinykeys(window, bindings);
  }, []);
}
