/** What the sidebar shows, read from its own document in either browser. */

export interface CardReading {
  itemId: string;
  title: string;
  isKnownIssue: boolean;
  /** False for what must not go into a public reply. */
  isPublic: boolean;
  reasons: string[];
}

export interface SidebarReading {
  /** Subject of the ticket that the answers are for. */
  subject: string;
  cards: CardReading[];
  /** True while an answer is being made. */
  isBusy: boolean;
  /** True while items are still being made searchable. */
  isIndexing: boolean;
  text: string;
}

/** Runs inside the sidebar's document: self-contained, no names from outside. */
export function readSidebarDocument(): SidebarReading {
  return {
    subject: document.querySelector('.ticket h2')?.textContent ?? '',
    cards: [...document.querySelectorAll('article[data-card]')].map((card) => ({
      itemId: card.getAttribute('data-card') ?? '',
      title: card.querySelector('h3')?.textContent ?? '',
      isKnownIssue: card.classList.contains('issue-card'),
      isPublic: card.querySelector('.badge-internal') === null,
      reasons: [...card.querySelectorAll('.reasons li')].map((reason) => reason.textContent ?? ''),
    })),
    isIndexing: document.querySelector('[role="progressbar"]') !== null,
    isBusy: document.querySelector('[aria-busy="true"]') !== null,
    text: document.body.textContent ?? '',
  };
}
