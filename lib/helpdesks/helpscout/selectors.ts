/** Where things are on Help Scout's conversation page: data only. Attributes, never hashed classes or visible text. */
import type { Selector } from '@/lib/helpdesks/dom';

const CONVERSATION = 'conversation page';
/** Before 2024 the page was another one; its forms stand last. */
const OLD = 'old conversation page, 2015 to 2024-01';

/** The part of the page that holds one conversation: header, threads and reply box. */
export const conversationArea: Selector = {
  name: 'conversation-area',
  seen: `${CONVERSATION}, 2025-02`,
  isGuard: true,
  // Styled-components: a readable name, then a hash that changes with every build.
  css: ['[class^="Contentcss__ConversationAreaUI"]', '[class*=" Contentcss__ConversationAreaUI"]'],
};

export const threadList: Selector = {
  name: 'thread-list',
  seen: `${CONVERSATION}, 2025-09; ${OLD}`,
  isGuard: true,
  css: ['ol[data-testid="ThreadContainer"]', 'ol[aria-label="Thread Items"]', '#tkContent'],
};

/** Messages and notes; events such as an assignment have no id. */
export const thread: Selector = {
  name: 'thread',
  seen: `${CONVERSATION}, 2025-09; ${OLD}`,
  css: [
    'li.ThreadListItem:has([id^="thread-"])',
    'li:has(> div[id^="thread-"])',
    'article.thread[id^="thread-"]',
  ],
};

/** Carries the thread's number after the dash. In the old page it is the thread itself. */
export const threadAnchor: Selector = {
  name: 'thread-anchor',
  seen: `${CONVERSATION}, 2025-09`,
  isGuard: true,
  css: ['[id^="thread-"]'],
};

/** The marks that tell who wrote a thread stand on the list item or on the anchor inside. */
export const customerThread: Selector = {
  name: 'customer-thread',
  seen: `${CONVERSATION}, 2025-09; ${OLD}`,
  css: ['.is-customer', 'article.thread.customer', '[aria-label^="Customer" i][id^="thread-"]'],
};
export const noteThread: Selector = {
  name: 'note-thread',
  seen: `${CONVERSATION}, 2025-02; ${OLD}`,
  css: ['.is-note', 'article.thread.note', '[aria-label^="Note" i][id^="thread-"]'],
};
/** English pages only; elsewhere whoever is no customer is an agent. */
export const agentThread: Selector = {
  name: 'agent-thread',
  seen: `${CONVERSATION}, 2025-09`,
  css: ['[aria-label^="User re" i]'],
};

export const threadAuthor: Selector = {
  name: 'thread-author',
  seen: `${CONVERSATION}, 2025-09`,
  css: ['span[data-nocollapse="true"]', '.threadHeader .meta strong'],
};
export const threadTime: Selector = {
  name: 'thread-time',
  seen: `${CONVERSATION}, 2025-02`,
  css: ['[data-testid="timestamp"] time', 'time'],
};
export const threadBody: Selector = {
  name: 'thread-body',
  seen: `${CONVERSATION}, 2025-09; ${OLD}`,
  css: [
    '.is-ignoring-table',
    'div[class*="is-wide-layout"]:not([data-testid])',
    'section.messageBody',
  ],
};
/** Without a known body: it follows the block that holds the first rule. */
export const threadRule: Selector = {
  name: 'thread-rule',
  seen: `${CONVERSATION}, 2025-09`,
  css: ['hr'],
};
export const quotedMail: Selector = {
  name: 'quoted-mail',
  seen: `${CONVERSATION}, 2025-09`,
  css: ['blockquote', '.gmail_quote', '.signature'],
};
/** In a thread, but not said in it. */
export const threadFurniture: Selector = {
  name: 'thread-furniture',
  seen: `${CONVERSATION}, 2025-09`,
  css: [
    'span[data-nocollapse="true"]',
    '[data-testid="timestamp"]',
    'time',
    '.threadHeader',
    ...quotedMail.css,
  ],
};

export const subject: Selector = {
  name: 'subject',
  seen: `${CONVERSATION}, 2024-09; ${OLD}`,
  css: [
    '[data-cy="EditableTextarea"] textarea',
    '[data-cy="EditableTextarea"]',
    '#subjectLine',
    '#tkHeader strong',
  ],
};
export const customerName: Selector = {
  name: 'customer-name',
  seen: `${CONVERSATION}, undated`,
  css: [
    '[data-cy="Sidebar.CustomerName"] .c-Truncate__content',
    '[data-cy="Sidebar.CustomerName"]',
  ],
};
/** From the defaults of Help Scout's design system, not seen on a page. */
export const tag: Selector = {
  name: 'tag',
  seen: 'hsds-react 3.58, 2022-11',
  css: ['[data-cy="TagList"] [data-cy="Tag"]', '[data-cy="TagList"] .c-Tag'],
};

/** The editor for replies and notes; it exists only once one of their buttons was pressed. */
export const composer: Selector = {
  name: 'composer',
  seen: `${CONVERSATION}, 2025-09`,
  isGuard: true,
  css: [
    '[class^="Composercss__ComposerContainerUI"] [role="textbox"][contenteditable="true"]',
    '[data-cy="ConvoEditor"][contenteditable="true"]',
    '[data-slate-editor="true"][contenteditable="true"]',
  ],
};
/** What says that the composer writes a note or a reply: on itself or on its frame. Not established. */
export const noteComposer: Selector = {
  name: 'note-composer',
  seen: 'assumed, 2026-11',
  isGuard: true,
  css: [
    '[role="textbox"][aria-label^="Note" i]',
    '[class^="Composercss__ComposerContainerUI"].is-note',
  ],
};
export const replyComposer: Selector = {
  name: 'reply-composer',
  seen: `${CONVERSATION}, 2025-09`,
  isGuard: true,
  css: [
    '[role="textbox"][aria-label^="Reply" i]',
    '[class^="Composercss__ComposerContainerUI"].is-reply',
  ],
};

export const replyButton: Selector = {
  name: 'reply-button',
  seen: `${CONVERSATION}, 2025-09`,
  isGuard: true,
  css: ['[data-testid="reply-button"]'],
};
export const noteButton: Selector = {
  name: 'note-button',
  seen: `${CONVERSATION}, 2025-09`,
  isGuard: true,
  css: ['[data-testid="note-button"]'],
};

/** Attributes whose change may mean another conversation, channel or thread. */
export const WATCHED_ATTRIBUTES: readonly string[] = [
  'class',
  'hidden',
  'style',
  'aria-label',
  'id',
];
