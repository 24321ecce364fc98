/** What kind of thing an item is, how old, how fresh our copy is, and who may see it. */
import { useWording } from '@/components/hooks/use-wording';
import { VisibilityBadge } from '@/components/sidebar/VisibilityBadge';
import { formatAge, formatMoment } from '@/components/ui/dates';
import { Icon, type IconName } from '@/components/ui/Icon';
import { textKey } from '@/components/ui/text-key';
import type { ItemHead, ItemKind } from '@/lib/model/item';

const ICONS: Record<ItemKind, IconName> = {
  article: 'article',
  issue: 'bug',
  incident: 'incident',
  thread: 'chat',
  'past-ticket': 'check',
  reply: 'passage',
};

export function ItemMeta({ item }: { item: ItemHead }) {
  const { t, locale, now } = useWording();
  const age = formatAge(item.updatedAt, now, locale);
  const syncedAge = formatAge(item.syncedAt, now, locale);
  return (
    <p className="meta">
      <span className="meta-kind">
        <Icon name={ICONS[item.kind]} />
        {t(`kind.${textKey(item.kind)}`)}
        {item.key !== undefined && ` ${item.key}`}
      </span>
      {age !== null && (
        <time dateTime={item.updatedAt} title={formatMoment(item.updatedAt, locale) ?? undefined}>
          {t('item.updated', [age])}
        </time>
      )}
      {syncedAge !== null && (
        <time dateTime={item.syncedAt} title={formatMoment(item.syncedAt, locale) ?? undefined}>
          {t('item.synced', [syncedAge])}
        </time>
      )}
      <VisibilityBadge visibility={item.visibility} />
    </p>
  );
}
