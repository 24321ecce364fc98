/** One suggestion: what it is, the part that answers, why it is here, and what to do with it. */
import { useWording } from '@/components/hooks/use-wording';
import { CardActions } from '@/components/sidebar/CardActions';
import { CardShell } from '@/components/sidebar/CardShell';
import { CardTitle, TITLE_LIMIT } from '@/components/sidebar/CardTitle';
import { DismissButton } from '@/components/sidebar/DismissButton';
import { issueStatusWords } from '@/components/sidebar/issue-status';
import { ItemMeta } from '@/components/sidebar/ItemMeta';
import { Notices } from '@/components/sidebar/Notices';
import { PassageText } from '@/components/sidebar/PassageText';
import { Reasons } from '@/components/sidebar/Reasons';
import { cut } from '@/lib/core/text';
import type { Suggestion } from '@/lib/model/suggestion';

export function SuggestionCard({ suggestion }: { suggestion: Suggestion }) {
  const { t, locale, now } = useWording();
  const { item } = suggestion;
  return (
    <CardShell itemId={item.id} label={cut(item.title, TITLE_LIMIT)}>
      <div className="card-head">
        <CardTitle item={item} marks={suggestion.titleMarks} />
        <DismissButton item={item} />
      </div>
      <ItemMeta item={item} />
      {item.issue && (
        <p className="issue-line">{issueStatusWords(item.kind, item.issue, { t, locale, now })}</p>
      )}
      <PassageText passage={suggestion.passage} lang={item.locale} />
      <Notices suggestion={suggestion} />
      <Reasons suggestion={suggestion} />
      <CardActions item={item} />
    </CardShell>
  );
}
