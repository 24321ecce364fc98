/** A strip with something to know, and what to do about it. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/ui/Icon';

interface BannerProps {
  tone: 'quiet' | 'warning' | 'danger' | 'good';
  icon: IconName;
  title: string;
  children?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
}

export function Banner({ tone, icon, title, children, actions }: BannerProps) {
  return (
    <div className={`banner banner-${tone}`}>
      <Icon name={icon} />
      <div className="banner-body">
        <p className="banner-title">{title}</p>
        {children}
        {actions && <div className="banner-actions">{actions}</div>}
      </div>
    </div>
  );
}
