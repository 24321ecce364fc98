/** Describing a changed helpdesk page: checked as it is pasted, shown as a change, put in force as a whole. */
import type {
  HelpdeskName,
  PagesActions,
  PagesState,
  PartChange,
} from '@/lib/app/stores/pages-state';
import type { OptionsState } from '@/lib/app/stores/options-state';
import type { Result } from '@/lib/core/result';
import {
  checkSelectorText,
  MOST_CHARACTERS,
  type AddedSelectors,
  type KnownPart,
} from '@/lib/model/added-selectors';

export interface SelectorPorts {
  helpdesks: readonly HelpdeskName[];
  known: (helpdesk: HelpdeskName) => readonly KnownPart[];
  /** Whether this browser understands a selector. */
  isCss: (css: string) => boolean;
  read: (helpdesk: HelpdeskName) => Promise<AddedSelectors | null>;
  take: (selectors: AddedSelectors) => Promise<Result<unknown>>;
  forget: (helpdesk: HelpdeskName) => Promise<Result<unknown>>;
}

interface PagesParts {
  selectors: SelectorPorts;
  store: {
    getState: () => OptionsState;
    setState: (changes: Partial<OptionsState>) => void;
  };
}

export interface HelpdeskPages {
  load: () => Promise<void>;
  actions: PagesActions;
}

export function createHelpdeskPages({ selectors: ports, store }: PagesParts): HelpdeskPages {
  const inForce = new Map<HelpdeskName, AddedSelectors>();
  let usable: AddedSelectors | null = null;
  const show = (changes: Partial<PagesState>): void =>
    store.setState({ pages: { ...store.getState().pages, ...changes } });

  async function load(): Promise<void> {
    const read = await Promise.all(
      ports.helpdesks.map(async (helpdesk) => ({ helpdesk, own: await ports.read(helpdesk) })),
    );
    inForce.clear();
    for (const { helpdesk, own } of read) if (own !== null) inForce.set(helpdesk, own);
    show({
      inForce: read.map(({ helpdesk, own }) => ({
        helpdesk,
        parts: Object.keys(own?.selectors ?? {}).length,
        note: own?.note ?? '',
      })),
    });
  }

  /** What would be looked for, where it is not what is looked for now. */
  function changesOf({ helpdesk, selectors }: AddedSelectors): PartChange[] {
    const now = inForce.get(helpdesk)?.selectors ?? {};
    return ports.known(helpdesk).flatMap(({ name, css, isGuard }) => {
      const inOrder = (own: readonly string[] = []): string[] =>
        isGuard === true ? [...css, ...own] : [...own, ...css];
      const before = inOrder(now[name]);
      const after = inOrder(selectors[name]);
      return before.join() === after.join() ? [] : [{ name, before, after }];
    });
  }

  async function paste(text: string): Promise<void> {
    const checked = checkSelectorText(text, ports.known, ports.isCss);
    const isEmpty = text.trim() === '';
    ({ usable } = checked);
    show({
      text,
      isSaved: false,
      problems: isEmpty ? [] : checked.problems,
      preview: usable && { helpdesk: usable.helpdesk, changes: changesOf(usable) },
    });
  }

  /** Shows what came of it, and what is in force now. */
  async function settle(done: Result<unknown>, isSaved: boolean): Promise<void> {
    if (!done.ok) store.setState({ notice: { kind: 'fault', fault: done.fault } });
    await load();
    if (!done.ok) return;
    usable = null;
    show({ text: '', preview: null, problems: [], isSaved });
  }

  return {
    load,
    actions: {
      pasteSelectors: paste,
      async openSelectorFile(file) {
        // A file that is too long is cut to a text that is too long: it is said, not read.
        await paste(
          await file
            .slice(0, 4 * MOST_CHARACTERS)
            .text()
            .catch(() => ''),
        );
      },
      async saveSelectors() {
        if (usable !== null) await settle(await ports.take(usable), true);
      },
      async forgetSelectors(helpdesk) {
        await settle(await ports.forget(helpdesk), false);
      },
    },
  };
}
