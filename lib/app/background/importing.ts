/** Imports by hand: what the settings page read from a file is stored, its language told here. */
import type { Services } from '@/lib/app/background/services';
import { blocksText } from '@/lib/convert/block-text';
import type { Handlers } from '@/lib/messaging/router';
import { UNKNOWN_LOCALE, type Item } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import { detectLanguage } from '@/lib/suggest/language';

const SAMPLE_CHARACTERS = 1_500;

/** The words of all languages weigh more than the settings page may: only the background holds them. */
export function createImporting({
  platform,
  store,
  scheduler,
}: Services): Pick<Handlers, 'source.importItems'> {
  const told = async (item: Item): Promise<Item> => {
    if (item.locale !== UNKNOWN_LOCALE) return item;
    const { contentHash: _unsaid, ...draft } = item;
    const text = `${item.title}\n${blocksText(item.blocks).slice(0, SAMPLE_CHARACTERS)}`;
    return sealItem({ ...draft, locale: detectLanguage(text, platform.locale) });
  };
  return {
    async 'source.importItems'(batch) {
      const items = await Promise.all(batch.items.map(told));
      const imported = await store.importItems({ ...batch, items });
      if (imported.ok && batch.isLast) scheduler.wake();
      return imported;
    },
  };
}
