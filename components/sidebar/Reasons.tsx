/** Why an item is offered, strongest reason first. */
import { useWording } from '@/components/hooks/use-wording';
import { reasonWords } from '@/components/sidebar/reason-words';
import { Icon } from '@/components/ui/Icon';
import type { Suggestion } from '@/lib/model/suggestion';

export function Reasons({ suggestion }: { suggestion: Suggestion }) {
  const wording = useWording();
  const sentences = reasonWords(suggestion, wording);
  if (sentences.length === 0) return null;
  return (
    <div className="reasons">
      <Icon name="check" />
      <ul aria-label={wording.t('reason.label')}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
