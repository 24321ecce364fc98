/** The four keys worth knowing, always in sight; the rest is behind `?`. */
import { useReplyBox } from '@/components/hooks/use-reply-box';
import { useWording } from '@/components/hooks/use-wording';
import { Keys } from '@/components/ui/Keys';

export function HintBar() {
  const { t } = useWording();
  const hasReplyBox = useReplyBox();
  return (
    <footer className="hint-bar" aria-label={t('hints.label')}>
      <span>
        <Keys keys={['j', 'k']} /> {t('hints.move')}
      </span>
      {hasReplyBox ? (
        <>
          <span>
            <Keys keys={['l']} /> {t('hints.link')}
          </span>
          <span>
            <Keys keys={['p']} /> {t('hints.passage')}
          </span>
        </>
      ) : (
        <span>
          <Keys keys={['c']} /> {t('action.copy')}
        </span>
      )}
      <span>
        <Keys keys={['?']} /> {t('hints.all')}
      </span>
    </footer>
  );
}
