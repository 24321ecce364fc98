/** The fields that linking changes, each with what it holds now and then. */
import { useWording } from '@/components/hooks/use-wording';
import { changeWords, refusedWords, type ChangeWords } from '@/components/sidebar/link-words';
import { Banner } from '@/components/ui/Banner';
import type { LinkView } from '@/lib/model/link';

function Change({ change }: { change: ChangeWords }) {
  return (
    <>
      <dt>{change.field}</dt>
      <dd>
        {change.before !== null && (
          <>
            <del>{change.before}</del> <span aria-hidden="true">→</span>{' '}
          </>
        )}
        <ins className={change.isText ? 'link-note' : undefined} dir="auto">
          {change.after}
        </ins>
        {change.hint !== null && <span className="link-hint">{change.hint}</span>}
      </dd>
    </>
  );
}

export function LinkChanges({ view, isRenewed }: { view: LinkView; isRenewed: boolean }) {
  const { t } = useWording();
  const refused = refusedWords(view.refused, t);
  return (
    <>
      {isRenewed && (
        <Banner tone="warning" icon="warning" title={t('link.renewed')}>
          <p>{t('link.renewedNext')}</p>
        </Banner>
      )}
      <p>{t('link.intro')}</p>
      <dl className="link-changes">
        {view.changes.map((change) => (
          <Change key={change.field} change={changeWords(change, view, t)} />
        ))}
      </dl>
      {refused !== null && <p className="fine-print">{refused}</p>}
      <p className="fine-print">{t('link.nothingElse')}</p>
    </>
  );
}
