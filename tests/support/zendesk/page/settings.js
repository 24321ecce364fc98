/** What the server wrote on the html element: look, language, markup variant, seed; and the page's words. */

const { dataset, lang, dir } = document.documentElement;

export const settings = {
  lang,
  dir,
  theme: dataset.theme ?? 'light',
  seed: Number(dataset.seed ?? 1),
  layout: dataset.layout ?? 'standard',
  sender: dataset.sender ?? 'div',
  propertyBox: dataset.propertyBox !== 'false',
  /** How many changes the world had seen when this document was made. */
  changeCount: Number(dataset.changeCount ?? 0),
  csrfToken: document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? '',
};

const english = {
  web: 'Public reply',
  internal: 'Internal note',
  native_messaging: 'Messaging',
  internalTag: 'Internal',
  subject: 'Subject',
  close: 'Close',
  add: 'Add',
  requester: 'Requester',
  assignee: 'Assignee',
  takeIt: 'take it',
  followers: 'Followers',
  follow: 'follow',
  tags: 'Tags',
  type: 'Type',
  priority: 'Priority',
  productVersion: 'Product version',
  productArea: 'Product area',
  showMore: 'Show more',
  submitAs: 'Submit as',
  stay: 'Stay on ticket',
  macro: 'Apply macro',
  send: 'Send',
  to: 'To',
  archived: 'This ticket is archived. It can be read but not changed.',
  customer: 'Customer',
  email: 'Email',
  language: 'Language',
  organization: 'Organization',
  history: 'Interaction history',
  apps: 'Apps',
  problem: 'Linked problem',
  via: { email: 'Via email', web: 'Via web form', messaging: 'Via messaging' },
  statuses: {
    new: 'New',
    open: 'Open',
    pending: 'Pending',
    hold: 'On-hold',
    solved: 'Solved',
    closed: 'Closed',
  },
  types: { problem: 'Problem', incident: 'Incident', question: 'Question', task: 'Task' },
  priorities: { urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' },
  replyHint: 'Reply to the customer',
  noteHint: 'Add a note that only agents can see',
  dashboard: 'Your work',
  dashboardHint: 'Tickets assigned to you, most recently updated first',
  view: 'Your unsolved tickets',
  updated: 'Updated',
  newTicket: 'New ticket',
  search: 'Search',
};

/** @type {typeof english} */
const german = {
  ...english,
  web: 'Öffentliche Antwort',
  internal: 'Interne Notiz',
  internalTag: 'Intern',
  subject: 'Betreff',
  close: 'Schließen',
  add: 'Hinzufügen',
  requester: 'Anfragender',
  assignee: 'Mitarbeiter',
  takeIt: 'übernehmen',
  followers: 'Follower',
  follow: 'folgen',
  tags: 'Stichwörter',
  type: 'Typ',
  priority: 'Priorität',
  productVersion: 'Produktversion',
  productArea: 'Produktbereich',
  showMore: 'Mehr anzeigen',
  submitAs: 'Einreichen als',
  stay: 'Im Ticket bleiben',
  macro: 'Makro anwenden',
  send: 'Senden',
  to: 'An',
  archived: 'Dieses Ticket ist archiviert. Es kann gelesen, aber nicht geändert werden.',
  customer: 'Kunde',
  email: 'E-Mail',
  language: 'Sprache',
  organization: 'Organisation',
  history: 'Interaktionsverlauf',
  problem: 'Verknüpftes Problem',
  via: { email: 'Per E-Mail', web: 'Über Webformular', messaging: 'Über Messaging' },
  statuses: {
    new: 'Neu',
    open: 'Offen',
    pending: 'Wartend',
    hold: 'Angehalten',
    solved: 'Gelöst',
    closed: 'Geschlossen',
  },
  types: { problem: 'Problem', incident: 'Vorfall', question: 'Frage', task: 'Aufgabe' },
  priorities: { urgent: 'Dringend', high: 'Hoch', normal: 'Normal', low: 'Niedrig' },
  replyHint: 'Dem Kunden antworten',
  noteHint: 'Notiz hinzufügen, die nur Mitarbeiter sehen',
  dashboard: 'Ihre Arbeit',
  dashboardHint: 'Ihnen zugewiesene Tickets, zuletzt aktualisierte zuerst',
  view: 'Ihre ungelösten Tickets',
  updated: 'Aktualisiert',
  newTicket: 'Neues Ticket',
  search: 'Suche',
};

export const words = lang.startsWith('de') ? german : english;

const dateFormat = new Intl.DateTimeFormat(lang, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** @param {string} iso */
export const shortTime = (iso) => dateFormat.format(new Date(iso));

/**
 * Numbers in [0, 1) that are the same for the same seed (mulberry32).
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
