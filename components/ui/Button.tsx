/** A button with a label, or with an icon and the label for those who cannot see it. */
import type { Ref } from 'react';
import { Icon, type IconName } from '@/components/ui/Icon';

export interface ButtonProps {
  label: string;
  /** Left out for a button that submits its form. */
  onPress?: () => void;
  icon?: IconName;
  /** `icon` hides the label from sight and shows it as a tooltip. */
  look?: 'primary' | 'plain' | 'quiet' | 'icon' | 'danger';
  /** Said instead of the label where many buttons share one, e.g. with the item's title. */
  name?: string;
  tooltip?: string;
  /** In the form of `aria-keyshortcuts`. */
  keys?: string;
  /** A key to print on the button, for what is worth learning at first sight. */
  printedKey?: string;
  /** Shows that the action runs; pressing again does nothing. */
  isBusy?: boolean;
  isDisabled?: boolean;
  isExpanded?: boolean;
  submits?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** Stays focusable when it cannot be pressed, so that the focus is never lost under someone's hands. */
export function Button({ ref, label, icon, look = 'plain', ...props }: ButtonProps) {
  const { isBusy = false, isDisabled = false } = props;
  const isIdle = !isBusy && !isDisabled;
  const hiddenLabel = look === 'icon' ? label : undefined;
  return (
    <button
      ref={ref}
      type={props.submits === true ? 'submit' : 'button'}
      className={`btn btn-${look}`}
      aria-label={props.name ?? hiddenLabel}
      title={props.tooltip ?? hiddenLabel}
      aria-keyshortcuts={props.keys}
      aria-busy={isBusy || undefined}
      aria-disabled={!isIdle || undefined}
      aria-expanded={props.isExpanded}
      onClick={isIdle ? props.onPress : (event) => event.preventDefault()}
    >
      {isBusy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {look !== 'icon' && <span className="btn-label">{label}</span>}
      {props.printedKey !== undefined && (
        // Printed by the style, because a button's name has to begin with the text in it.
        <span className="key key-printed" aria-hidden="true" data-key={props.printedKey} />
      )}
    </button>
  );
}
