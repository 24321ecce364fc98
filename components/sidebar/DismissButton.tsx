/** Takes an item off this ticket's list. */
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { TITLE_LIMIT } from '@/components/sidebar/CardTitle';
import { Button } from '@/components/ui/Button';
import { cut } from '@/lib/core/text';
import type { ItemHead } from '@/lib/model/item';

export function DismissButton({ item }: { item: ItemHead }) {
  const { t } = useWording();
  const { state, actions } = useSidebar();
  const label = t('action.dismiss');
  return (
    <Button
      look="icon"
      icon="close"
      label={label}
      name={t('action.named', [label, cut(item.title, TITLE_LIMIT)])}
      tooltip={t('action.withKey', [label, 'x'])}
      keys="x"
      isDisabled={state.busy !== null}
      onPress={() => void actions.dismiss(item.id)}
    />
  );
}
