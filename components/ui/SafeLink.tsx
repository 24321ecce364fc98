/** A link out of the extension: new tab, no way back for the page behind it, never a script. */
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/Icon';
import { useWording } from '@/components/hooks/use-wording';
import { webAddress } from '@/lib/core/url';

interface SafeLinkProps {
  href: string;
  children: ReactNode;
  /** Shows the "leaves this page" icon. */
  isMarked?: boolean;
}

export function SafeLink({ href, children, isMarked = false }: SafeLinkProps) {
  const { t } = useWording();
  const address = webAddress(href);
  if (address === undefined) return <span>{children}</span>;
  return (
    <a className="link" href={address} target="_blank" rel="noopener noreferrer">
      {children}
      {isMarked && <Icon name="newTab" />}
      <span className="sr-only"> {t('ui.newTab')}</span>
    </a>
  );
}
