/** Whether a customer may see an item. */
import { useWording } from '@/components/hooks/use-wording';
import { Icon } from '@/components/ui/Icon';
import type { Visibility } from '@/lib/model/item';

export function VisibilityBadge({ visibility }: { visibility: Visibility }) {
  const { t } = useWording();
  const isPublic = visibility === 'public';
  return (
    <span className={isPublic ? 'badge' : 'badge badge-internal'}>
      <Icon name={isPublic ? 'globe' : 'lock'} />
      {t(`visibility.${visibility}`)}
    </span>
  );
}
