/** Every state the sidebar can be in, by name, with realistic content. */
import type { SidebarActions, SidebarState, TypedHit } from '@/lib/app/stores/sidebar-state';
import { markdownToBlocks } from '@/lib/convert/markdown';
import { fault, FAULT_KINDS } from '@/lib/core/fault';
import type { PageState } from '@/lib/model/page-state';
import type { LinkView } from '@/lib/model/link';
import { linkTag } from '@/lib/model/link-of-item';
import type { SuggestionList } from '@/lib/model/suggestion';
import {
  arabicSuggestion,
  hostileIssue,
  hostileItem,
  hostileSuggestion,
} from '@/tests/support/ui-gallery/hostile';
import {
  headOf,
  knownIssue,
  marksOf,
  offlineSales,
  queueIssue,
  rechecks,
  suggestions,
} from '@/tests/support/ui-gallery/items';

const ticketPage: Extract<PageState, { kind: 'ticket' }> = {
  kind: 'ticket',
  readBy: 'api',
  degraded: null,
  channel: 'public',
  ticket: {
    helpdesk: 'zendesk',
    origin: 'https://fernway.zendesk.com',
    id: '20117',
    url: 'https://fernway.zendesk.com/agent/tickets/20117',
    subject: 'Yesterday’s sales still “waiting” on the tablet after the outage',
    messages: [],
    requester: { name: 'Marta Lindqvist', organisation: 'Café Kornblume' },
    tags: [],
    fields: [],
    locale: 'en',
  },
};

export const list: SuggestionList = {
  ticketKey: 'https://fernway.zendesk.com#20117',
  knownIssue,
  suggestions,
  searchedItems: 312,
  tookMs: 9,
};

export const baseState: SidebarState = {
  surface: 'dock',
  connection: 'connected',
  online: true,
  page: ticketPage,
  answer: { status: 'ready', list },
  dismissed: [],
  selectedId: knownIssue.item.id,
  preview: { status: 'closed' },
  search: { status: 'closed' },
  link: { status: 'closed' },
  linkedTickets: null,
  readyReplies: {
    [knownIssue.item.id]: {
      itemId: knownIssue.item.id,
      locale: 'de',
      blocks: markdownToBlocks(
        'Das ist ein bekannter Fehler. Die Behebung ist für POS 6.5.0 geplant.\n\nIn der Zwischenzeit können Sie Folgendes tun:\n\n1. Open the queue.\n2. Remove the refund.',
      ),
      notes: ['other-language'],
    },
  },
  rechecks: {},
  index: { state: 'ready', items: 312, indexed: 312 },
  offer: { status: 'none' },
  trouble: null,
  report: null,
  toast: null,
  busy: null,
};

const state = (changes: Partial<SidebarState>): SidebarState => ({ ...baseState, ...changes });
const ready = (changes: Partial<SuggestionList>): SidebarState['answer'] => ({
  status: 'ready',
  list: { ...list, ...changes },
});

const noAnswer = { answer: { status: 'idle' }, selectedId: null } as const;

const hits: TypedHit[] = [offlineSales, queueIssue].map((item) => ({
  item: headOf(item),
  titleMarks: marksOf(item.title, ['offline']),
}));
const manyHits: TypedHit[] = [
  ...hits,
  ...suggestions.slice(1).map(({ item }) => ({ item, titleMarks: marksOf(item.title, ['offl']) })),
];

const issueHead = headOf(queueIssue);
const byTag: LinkView = {
  state: 'unlinked',
  way: 'tag',
  refused: null,
  changes: [
    { field: 'tag', tag: linkTag(issueHead) },
    {
      field: 'note',
      text: `Known issue: FERN-1042: ${queueIssue.title}\n${queueIssue.url}`,
      isDraft: false,
    },
  ],
  existing: null,
  problem: null,
  stamp: '2026-11-22T09:58:00Z',
  canUndo: false,
};
const byProblem: LinkView = {
  ...byTag,
  way: 'problem',
  changes: [
    { field: 'type', from: 'question', to: 'incident' },
    { field: 'problem', to: '4500', title: 'Offline queue stops at refunds' },
  ],
  problem: { id: '4500', title: 'Offline queue stops at refunds', status: 'open' },
};
const linkState = (view: LinkView, changes = {}): SidebarState =>
  state({
    link: { status: 'shown', item: issueHead, view, isRenewed: false, isBusy: false, ...changes },
  });

export const sidebarStates: Record<string, SidebarState> = {
  answer: baseState,
  'offer-offered': state({ offer: { status: 'offered', origin: 'https://fernway.zendesk.com' } }),
  'offer-reading': state({ offer: { status: 'reading', items: 240, isSlow: false } }),
  'offer-slow': state({ offer: { status: 'reading', items: 1, isSlow: true } }),
  'offer-done': state({ offer: { status: 'done', items: 512 } }),
  'answer-second-selected': state({ selectedId: suggestions[0]?.item.id ?? null }),
  'answer-without-issue': state({
    answer: ready({ knownIssue: null }),
    selectedId: suggestions[0]?.item.id ?? null,
  }),
  'answer-rechecked': state({ rechecks }),
  'answer-internal-note': state({ page: { ...ticketPage, channel: 'internal' }, surface: 'panel' }),
  'answer-degraded': state({
    page: { ...ticketPage, readBy: 'dom', degraded: fault('signed-out') },
  }),
  'health-all-parts': state({
    page: { ...ticketPage, readBy: 'selection', degraded: fault('page-changed') },
    trouble: {
      helpdesk: 'helpscout',
      parts: ['ticket', 'messages', 'subject', 'composer', 'channel', 'data'],
      way: 'selection',
    },
  }),
  'health-subject': state({
    trouble: { helpdesk: 'zendesk', parts: ['subject'], way: 'api' },
  }),
  'health-report-by-hand': state({
    trouble: { helpdesk: 'zendesk', parts: ['composer'], way: 'api' },
    report: 'Trivet diagnostic report\ntime: 2026-11-22T15:00:00.000Z\nsubject: nothing [0 0 0]',
  }),
  'health-unreadable': state({
    ...noAnswer,
    page: { kind: 'failed', id: '20117', fault: fault('page-changed', { selector: 'log-item' }) },
    trouble: { helpdesk: 'zendesk', parts: ['ticket'], way: 'none' },
  }),
  'toast-report-copied': state({ toast: { kind: 'report-copied' } }),
  'answer-renewing': state({
    answer: { status: 'loading', ticketKey: list.ticketKey, previous: list },
  }),
  'answer-busy': state({ busy: { itemId: knownIssue.item.id, action: 'insert-link' } }),
  'answer-some-dismissed': state({ dismissed: suggestions.slice(2).map(({ item }) => item.id) }),
  'answer-all-dismissed': state({
    answer: ready({ knownIssue: null, suggestions: suggestions.slice(0, 1) }),
    dismissed: suggestions.map(({ item }) => item.id),
  }),
  'answer-offline-indexing': state({
    online: false,
    index: { state: 'indexing', items: 1312, indexed: 480 },
  }),
  'answer-lost': state({ connection: 'lost' }),
  'answer-failed': state({ answer: { status: 'failed', fault: fault('storage-broken') } }),
  'answer-pasted': state({ page: { kind: 'none' }, answer: ready({ ticketKey: '#pasted' }) }),
  'answer-pasted-over-ticket': state({
    answer: { status: 'loading', ticketKey: 'https://fernway.zendesk.com#pasted', previous: null },
  }),
  'answer-hostile': state({
    answer: ready({
      knownIssue: hostileIssue,
      suggestions: [hostileSuggestion, arabicSuggestion],
    }),
    selectedId: hostileSuggestion.item.id,
  }),
  'nothing-fits': state({ answer: ready({ knownIssue: null, suggestions: [] }) }),
  'nothing-indexed': state({ ...noAnswer, index: { state: 'empty', items: 0, indexed: 0 } }),
  'first-indexing': state({
    answer: ready({ knownIssue: null, suggestions: [], searchedItems: 0 }),
    index: { state: 'indexing', items: 312, indexed: 100 },
  }),
  'index-failed': state({ index: { state: 'failed', items: 312, indexed: 100 } }),
  loading: state({ answer: { status: 'loading', ticketKey: 'x', previous: null } }),
  connecting: state({ ...noAnswer, connection: 'connecting', page: { kind: 'none' } }),
  lost: state({ ...noAnswer, connection: 'lost', page: { kind: 'none' } }),
  'no-ticket': state({ ...noAnswer, page: { kind: 'none' } }),
  'new-ticket': state({ ...noAnswer, page: { kind: 'new' } }),
  switching: state({ ...noAnswer, page: { kind: 'switching' } }),
  reading: state({ ...noAnswer, page: { kind: 'loading', id: '20117' } }),
  unreadable: state({
    ...noAnswer,
    page: { kind: 'failed', id: '20117', fault: fault('page-changed', { selector: 'subject' }) },
  }),
  'preview-article': state({ preview: { status: 'open', item: offlineSales } }),
  'preview-issue': state({ preview: { status: 'open', item: queueIssue } }),
  'preview-hostile': state({ preview: { status: 'open', item: hostileItem } }),
  'preview-loading': state({ preview: { status: 'loading', head: headOf(offlineSales) } }),
  'preview-failed': state({
    preview: { status: 'failed', head: headOf(offlineSales), fault: fault('not-found') },
  }),
  'search-idle': state({ search: { status: 'idle', text: '' } }),
  'search-searching': state({ search: { status: 'searching', text: 'offl', hits } }),
  'search-found': state({ search: { status: 'found', text: 'offl', hits: manyHits } }),
  'search-nothing': state({ search: { status: 'found', text: 'zxqv', hits: [] } }),
  'search-failed': state({ search: { status: 'failed', text: 'o', fault: fault('timeout') } }),
  'answer-linked': state({
    page: { ...ticketPage, ticket: { ...ticketPage.ticket, tags: [linkTag(issueHead)] } },
  }),
  'preview-linked-tickets': state({
    preview: { status: 'open', item: queueIssue },
    linkedTickets: {
      fault: null,
      itemId: queueIssue.id,
      tickets: ['20117', '20098', '19877'].map((id, day) => ({
        ticketKey: `https://fernway.zendesk.com#${id}`,
        id,
        url: `https://fernway.zendesk.com/agent/tickets/${id}`,
        at: `2026-11-${21 - day}T10:00:00Z`,
      })),
    },
  }),
  'preview-linked-failed': state({
    preview: { status: 'open', item: queueIssue },
    linkedTickets: { itemId: queueIssue.id, tickets: [], fault: fault('storage-broken') },
  }),
  'link-reading': state({ link: { status: 'reading', item: issueHead } }),
  'link-by-tag': linkState(byTag),
  'link-by-problem': linkState(byProblem),
  'link-refused-problem': linkState({ ...byTag, refused: 'not-a-problem' }),
  'link-renewed': linkState(byTag, { isRenewed: true }),
  'link-busy': linkState(byProblem, { isBusy: true }),
  'link-draft': linkState({
    ...byTag,
    changes: byTag.changes.map((change) =>
      change.field === 'note' ? { ...change, isDraft: true } : change,
    ),
  }),
  'link-standing': linkState({
    ...byProblem,
    state: 'linked',
    changes: [],
    existing: '4500',
    canUndo: true,
  }),
  'link-elsewhere': linkState({
    ...byTag,
    state: 'elsewhere',
    changes: [],
    existing: 'known-issue-fern-988',
  }),
  'link-forbidden': state({
    link: { status: 'failed', item: issueHead, fault: fault('forbidden') },
  }),
  'link-offline': state({
    online: false,
    link: { status: 'failed', item: issueHead, fault: fault('offline') },
  }),
  'link-rate-limited': state({
    link: { status: 'failed', item: issueHead, fault: fault('rate-limited', { seconds: 40 }) },
  }),
  'toast-linked': state({
    toast: { kind: 'linked', way: 'problem', title: 'FERN-1042', undo: true },
  }),
  'toast-link-fault': state({
    toast: { kind: 'link-fault', fault: fault('conflict'), ticketId: '20098' },
  }),
  'toast-inserted': state({
    toast: { kind: 'inserted', form: 'link', title: offlineSales.title, undo: true },
  }),
  'toast-copied': state({ toast: { kind: 'copied', title: offlineSales.title } }),
  'toast-dismissed': state({ toast: { kind: 'dismissed', title: queueIssue.title, undo: true } }),
  'toast-undone': state({ toast: { kind: 'undone' } }),
  'toast-fault': state({
    toast: { kind: 'fault', fault: fault('not-public'), copyId: knownIssue.item.id },
  }),
  'toast-over-preview': state({
    preview: { status: 'open', item: offlineSales },
    toast: { kind: 'inserted', form: 'passage', title: offlineSales.title, undo: true },
  }),
};

/** One state for each fault, as a ticket that could not be read. */
export const faultStates: Record<string, SidebarState> = Object.fromEntries(
  FAULT_KINDS.map((kind) => [
    `fault-${kind}`,
    state({ ...noAnswer, page: { kind: 'failed', id: '20117', fault: fault(kind) } }),
  ]),
);

const nothing = () => undefined;
const later = () => Promise.resolve();

/** Actions that do nothing: the gallery only shows. */
export const idleActions: SidebarActions = {
  select: nothing,
  selectNext: nothing,
  selectPrevious: nothing,
  insertLink: later,
  insertPassage: later,
  insertReply: later,
  copy: later,
  dismiss: later,
  undo: later,
  openPreview: later,
  closePreview: nothing,
  openLink: later,
  confirmLink: later,
  undoLink: later,
  closeLink: nothing,
  openSearch: nothing,
  closeSearch: nothing,
  setSearchText: nothing,
  closeToast: nothing,
  acceptOffer: () => Promise.resolve(),
  dismissOffer: nothing,
  reload: nothing,
  copyReport: later,
  closeReport: nothing,
  suggestForText: later,
  installSample: later,
  collapse: nothing,
  focusComposer: nothing,
  openOptions: later,
};
