/** An item's title as a heading that opens the preview. */
import { useSidebar } from '@/components/hooks/use-sidebar';
import { Highlighted } from '@/components/ui/Highlighted';
import { excerpt, type Ranges } from '@/components/ui/marks';
import { safeLang } from '@/components/ui/safe-lang';
import type { ItemHead } from '@/lib/model/item';

/** Longer titles exist only in hostile sources. */
export const TITLE_LIMIT = 240;

export function CardTitle({ item, marks }: { item: ItemHead; marks: Ranges }) {
  const { actions } = useSidebar();
  const title = excerpt(item.title, marks, TITLE_LIMIT, Infinity);
  return (
    <h3 className="card-title" lang={safeLang(item.locale)} dir="auto">
      <button
        type="button"
        aria-keyshortcuts="o"
        onClick={() => {
          actions.select(item.id);
          void actions.openPreview(item);
        }}
      >
        <span className="card-title-text">
          <Highlighted text={title.text} marks={title.marks} />
        </span>
      </button>
    </h3>
  );
}
