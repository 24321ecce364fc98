/** Offers to read the agent's own help centre, says how far it is, and that it is done. */
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import type { OfferState } from '@/lib/app/stores/sidebar-state';
import type { Fault, FaultKind } from '@/lib/core/fault';

/** Those that somebody can do something about. */
const TROUBLES: Partial<Record<FaultKind, 'signedOut' | 'closed' | 'off'>> = {
  'signed-out': 'signedOut',
  forbidden: 'closed',
  'not-found': 'off',
};

/** What stopped the reading, in words about this account; it goes on by itself when that has passed. */
function Trouble({ fault }: { fault: Fault }) {
  const { t } = useWording();
  const { actions } = useSidebar();
  const what = TROUBLES[fault.kind] ?? 'other';
  return (
    <Banner
      tone="warning"
      icon="warning"
      title={t(`offer.trouble.${what}.title`)}
      actions={<Button label={t('topBar.options')} onPress={() => void actions.openOptions()} />}
    >
      <p>{t(`offer.trouble.${what}.next`)}</p>
    </Banner>
  );
}

function Reading({ offer }: { offer: Extract<OfferState, { status: 'reading' }> }) {
  const { t, figure } = useWording();
  const { actions } = useSidebar();
  const settings = offer.isSlow && (
    <Button label={t('topBar.options')} onPress={() => void actions.openOptions()} />
  );
  if (offer.trouble !== undefined) return <Trouble fault={offer.trouble} />;
  return (
    <Banner tone="quiet" icon="clock" title={t('offer.reading')} actions={settings}>
      <progress className="offer-progress" aria-label={t('offer.reading')} />
      <p>{offer.isSlow ? t('offer.slow') : t('offer.soFar', offer.items, [figure(offer.items)])}</p>
    </Banner>
  );
}

function Shown({ offer }: { offer: OfferState }) {
  const { t, figure } = useWording();
  const { actions } = useSidebar();
  switch (offer.status) {
    case 'none':
      return null;
    case 'offered':
      return (
        <Banner
          tone="quiet"
          icon="globe"
          title={t('offer.title')}
          actions={
            <>
              <Button
                look="primary"
                label={t('offer.start')}
                onPress={() => void actions.acceptOffer()}
              />
              <Button label={t('offer.later')} onPress={actions.dismissOffer} />
            </>
          }
        >
          <p>{t('offer.text', [new URL(offer.origin).host])}</p>
        </Banner>
      );
    case 'reading':
      return <Reading offer={offer} />;
    case 'done':
      return (
        <Banner
          tone="good"
          icon="check"
          title={t('offer.done', offer.items, [figure(offer.items)])}
          actions={<Button label={t('ui.close')} onPress={actions.dismissOffer} />}
        />
      );
  }
}

/** The live region is always there, so that what changes in it is said. */
export function OfferBanner() {
  const { state } = useSidebar();
  return (
    <div aria-live="polite" className="offer">
      <Shown offer={state.offer} />
    </div>
  );
}
