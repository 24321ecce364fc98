/** Opens the link to a known issue; on a ticket that is linked already it says so instead. */
import '@/components/sidebar/link.css';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { TITLE_LIMIT } from '@/components/sidebar/CardTitle';
import { Button } from '@/components/ui/Button';
import { cut } from '@/lib/core/text';
import type { ItemHead } from '@/lib/model/item';
import { isLinkable, linkStanding } from '@/lib/model/link-of-item';

export function LinkButton({ item }: { item: ItemHead }) {
  const { t } = useWording();
  const { state, actions } = useSidebar();
  const { page, busy } = state;
  if (!isLinkable(item) || page.kind !== 'ticket') return null;
  const isLinked = linkStanding(page.ticket, item) === 'linked';
  const label = t(isLinked ? 'link.linked' : 'link.open');
  return (
    <Button
      look={isLinked ? 'quiet' : 'plain'}
      icon={isLinked ? 'check' : 'tie'}
      label={label}
      name={t('action.named', [label, cut(item.title, TITLE_LIMIT)])}
      tooltip={t('action.withKey', [label, 'i'])}
      keys="i"
      printedKey="i"
      isDisabled={busy !== null}
      onPress={() => void actions.openLink(item)}
    />
  );
}
