/** The known issue on top, the suggestions below. */
import '@/components/sidebar/card.css';
import { useWording } from '@/components/hooks/use-wording';
import { KnownIssueCard } from '@/components/sidebar/KnownIssueCard';
import { SuggestionCard } from '@/components/sidebar/SuggestionCard';
import type { VisibleSuggestions } from '@/lib/app/stores/visible-suggestions';

/** Below this confidence an item is a guess, and is offered as one. */
const SURE = 0.15;

interface SuggestionSectionsProps {
  visible: VisibleSuggestions;
  /** The list is from before the ticket's last change. */
  isRenewing: boolean;
}

export function SuggestionSections({ visible, isRenewing }: SuggestionSectionsProps) {
  const { t, figure } = useWording();
  const { knownIssue, others, hidden } = visible;
  const isAnySure = knownIssue !== null || others.some(({ confidence }) => confidence >= SURE);
  return (
    <div className="answer" aria-busy={isRenewing}>
      <output className="sr-only">
        {isRenewing
          ? t('loading.renewing')
          : t('list.announce', visible.all.length, [figure(visible.all.length)])}
      </output>
      {knownIssue && (
        <section className="answer-section" aria-labelledby="known-issue-heading">
          {/* The card's own first line says it to those who see it. */}
          <h2 id="known-issue-heading" className="sr-only">
            {t('list.knownIssue')}
          </h2>
          <KnownIssueCard key={knownIssue.item.id} suggestion={knownIssue} />
        </section>
      )}
      {others.length > 0 && (
        <section className="answer-section" aria-labelledby="suggestions-heading">
          <h2 id="suggestions-heading" className="section-heading">
            {t(isAnySure ? 'list.suggestions' : 'list.perhaps')}
          </h2>
          <ol className="card-list">
            {others.map((suggestion) => (
              <li key={suggestion.item.id}>
                <SuggestionCard suggestion={suggestion} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {hidden > 0 && <p className="fine-print">{t('list.dismissed', hidden, [figure(hidden)])}</p>}
    </div>
  );
}
