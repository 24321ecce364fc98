/** What an agent can put into the reply; the same row on cards and in the preview. */
import { useReplyBox } from '@/components/hooks/use-reply-box';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { TITLE_LIMIT } from '@/components/sidebar/CardTitle';
import { workaroundOf } from '@/components/sidebar/issue-status';
import { LinkButton } from '@/components/sidebar/LinkButton';
import { Button } from '@/components/ui/Button';
import type { ItemHead } from '@/lib/model/item';
import { cut } from '@/lib/core/text';

export function CardActions({ item }: { item: ItemHead }) {
  const { t } = useWording();
  const { state, actions } = useSidebar();
  const hasReplyBox = useReplyBox();
  const { busy } = state;
  const title = cut(item.title, TITLE_LIMIT);
  const insertable = workaroundOf(item).length > 0 ? 'workaround' : 'passage';
  const running = busy?.itemId === item.id ? busy.action : null;
  const common = (label: string, key: string) => ({
    label,
    name: t('action.named', [label, title]),
    tooltip: t('action.withKey', [label, key]),
    keys: key,
    isDisabled: busy !== null,
  });
  return (
    <div className="card-actions">
      {hasReplyBox && (
        <>
          <Button
            {...common(t('action.insertLink'), 'l')}
            look="primary"
            icon="link"
            isBusy={running === 'insert-link'}
            onPress={() => void actions.insertLink(item.id)}
          />
          <Button
            {...common(t(`action.insert.${insertable}`), 'p')}
            icon="passage"
            isBusy={running === 'insert-passage'}
            onPress={() => void actions.insertPassage(item.id)}
          />
        </>
      )}
      <LinkButton item={item} />
      <Button
        {...common(t('action.copy'), 'c')}
        look={hasReplyBox ? 'icon' : 'primary'}
        icon="copy"
        isBusy={running === 'copy'}
        onPress={() => void actions.copy(item.id)}
      />
    </div>
  );
}
