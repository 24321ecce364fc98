/** A whole view that has nothing to list: says why, and what can be done. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/ui/Icon';

interface StateMessageProps {
  icon: IconName;
  title: string;
  text: string;
  children?: ReactNode;
}

export function StateMessage({ icon, title, text, children }: StateMessageProps) {
  return (
    <section className="state-message">
      <span className="state-icon">
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}
