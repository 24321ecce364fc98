/** The frame of a card: an article the keys can walk to, selected when the focus enters it. */
import { useEffect, useRef, type ReactNode } from 'react';
import { mayMoveFocus } from '@/components/hooks/use-card-focus';
import { useSidebar } from '@/components/hooks/use-sidebar';

interface CardShellProps {
  itemId: string;
  /** What readers announce when the keys reach the card. */
  label: string;
  className?: string;
  children: ReactNode;
}

/** Only the selected card is a tab stop (roving tabindex); its buttons follow it. */
export function CardShell({ itemId, label, className = '', children }: CardShellProps) {
  const { state } = useSidebar();
  const isSelected = state.selectedId === itemId;
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const card = ref.current;
    if (!isSelected || card === null || !mayMoveFocus(card)) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <article
      ref={ref}
      className={`card ${className}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isSelected ? 0 : -1}
      aria-label={label}
      aria-current={isSelected || undefined}
      data-card={itemId}
    >
      {children}
    </article>
  );
}
