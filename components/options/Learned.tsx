/** How much was learned from tickets, and the way to forget it; forgetting asks first. */
import { useState } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import { Confirm } from '@/components/options/Confirm';
import type { OptionsProps } from '@/components/options/Options';
import { Button } from '@/components/ui/Button';

export function Learned({ state, actions }: OptionsProps) {
  const { t, figure } = useWording();
  const [isAsking, setAsking] = useState(false);
  const { answeredTickets, busy } = state;
  return (
    <div className="source">
      <div className="source-line">
        <p>{t('privacy.learned', answeredTickets, [figure(answeredTickets)])}</p>
        <Button
          label={t('privacy.forget')}
          isBusy={busy?.action === 'forget'}
          isDisabled={busy !== null || isAsking}
          isExpanded={isAsking}
          onPress={() => setAsking(true)}
        />
      </div>
      {isAsking && (
        <Confirm
          title={t('privacy.forgetTitle')}
          text={t('privacy.forgetText')}
          label={t('privacy.forgetNow')}
          onKeep={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void actions.forgetLearned();
          }}
        />
      )}
    </div>
  );
}
