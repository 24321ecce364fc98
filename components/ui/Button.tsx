/** A button with a label, or with an icon and the label for those who cannot see it. */
import type { ReactNode, Ref } from 'react';
import { Icon, type IconName } from '@/components/ui/Icon';

export interface ButtonProps {
  label: string;
  onPress: () => void;
  icon?: IconName;
  /** `icon` hides the label from sight and shows it as a tooltip. */
  look?: 'primary' | 'plain' | 'quiet' | 'icon' | 'danger';
  /** Said instead of the label where many buttons share one, e.g. with the item's title. */
  name?: string;
  tooltip?: string;
  /** In the form of `aria-keyshortcuts`. */
  keys?: string;
  /** Shows that the action runs; pressing again does nothing. */
  isBusy?: boolean;
  isDisabled?: boolean;
  isExpanded?: boolean;
  submits?: boolean;
  ref?: Ref<HTMLButtonElement>;
  children?: ReactNode;
}

/** Stays focusable when it cannot be pressed, so that the focus is never lost under someone's hands. */
export function Button(props: ButtonProps) {
  const { label, icon, look = 'plain', isBusy = false, isDisabled = false, submits } = props;
  const isIdle = !isBusy && !isDisabled;
  return (
    <button
      ref={props.ref}
      type={submits === true ? 'submit' : 'button'}
      className={`btn btn-${look}`}
      aria-label={props.name ?? (look === 'icon' ? label : undefined)}
      title={props.tooltip ?? (look === 'icon' ? label : undefined)}
      aria-keyshortcuts={props.keys}
      aria-busy={isBusy || undefined}
      aria-disabled={!isIdle || undefined}
      aria-expanded={props.isExpanded}
      onClick={isIdle ? props.onPress : (event) => event.preventDefault()}
    >
      {isBusy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {look === 'icon' ? null : <span className="btn-label">{label}</span>}
      {props.children}
    </button>
  );
}
