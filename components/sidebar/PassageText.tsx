/** The part of an item that answers best, in a few lines, with the matches marked. */
import { Highlighted } from '@/components/ui/Highlighted';
import { excerpt } from '@/components/ui/marks';
import { safeLang } from '@/components/ui/safe-lang';
import type { Passage } from '@/lib/model/suggestion';
import { cut } from '@/lib/core/text';

/** What three lines hold at the widest; more would never be seen. */
const LIMIT = 420;
/** What two lines hold at the narrowest: a first match after that pulls the excerpt along. */
const VISIBLE = 90;
const HEADING_LIMIT = 120;

export function PassageText({ passage, lang }: { passage: Passage; lang: string }) {
  const shown = excerpt(passage.text, passage.marks, LIMIT, VISIBLE);
  if (shown.text.trim() === '') return null;
  return (
    <p className="passage" lang={safeLang(lang)} dir="auto">
      {passage.heading !== '' && (
        <span className="passage-heading">{cut(passage.heading, HEADING_LIMIT)}: </span>
      )}
      <Highlighted text={shown.text} marks={shown.marks} />
    </p>
  );
}
