/** Keeps the keyboard focus with the selected card, without ever taking it from somewhere else. */
import { useEffect } from 'react';

function hasNoFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/**
 * True when the selection may pull the focus along to `card`: it is in this document (never take it
 * from the reply the agent is writing), and on another card or nowhere.
 */
export function mayMoveFocus(card: HTMLElement): boolean {
  const active = document.activeElement;
  if (card.contains(active)) return false;
  if (active?.closest('[data-card]')) return true;
  return hasNoFocus() && document.hasFocus();
}

/**
 * The card that holds the focus is the selected one; and when the sidebar as a whole gets the focus,
 * e.g. by its browser shortcut, the selected card has it. Cards carry `data-card=<item id>`.
 */
export function useCardFocus(select: (itemId: string) => void): void {
  useEffect(() => {
    const selectFocused = ({ target }: FocusEvent) => {
      const card = target instanceof Element ? target.closest('[data-card]') : null;
      const id = card?.getAttribute('data-card');
      if (typeof id === 'string' && !card?.hasAttribute('aria-current')) select(id);
    };
    document.addEventListener('focusin', selectFocused);
    return () => document.removeEventListener('focusin', selectFocused);
  }, [select]);
  useEffect(() => {
    const focusSelected = () => {
      if (!hasNoFocus()) return;
      document
        .querySelector<HTMLElement>('[data-card][aria-current]')
        ?.focus({ preventScroll: true });
    };
    window.addEventListener('focus', focusSelected);
    return () => window.removeEventListener('focus', focusSelected);
  }, []);
}
