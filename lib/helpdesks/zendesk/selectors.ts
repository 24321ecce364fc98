/** Where things are on Zendesk's agent pages: data only. Attributes, never visible text or hashed classes. */
import type { Selector } from '@/lib/helpdesks/dom';
import type { Channel } from '@/lib/model/page-state';

const TICKET = 'ticket page, Agent Workspace';

/** A ticket's own pane, widest first. Hidden tickets keep theirs, so take only a visible one. */
export const ticketRoots: readonly Selector[] = [
  {
    name: 'ticket-layout',
    seen: `${TICKET}, 2026`,
    isGuard: true,
    css: ['[data-test-id^="ticket-{id}-"][data-test-id$="-layout"]'],
  },
  {
    name: 'ticket-anchor',
    seen: `${TICKET}, 2018 to 2026`,
    isGuard: true,
    css: ['[data-side-conversations-anchor-id="{id}"]'],
  },
  {
    name: 'ticket-conversation',
    seen: `${TICKET}, 2026`,
    isGuard: true,
    css: ['.conversation-polaris[data-ticket-id="{id}"]'],
  },
];

/** The selected tab in the header: the only thing looked for in the whole page. */
export const selectedTab: Selector = {
  name: 'selected-tab',
  seen: `${TICKET}, 2026-06`,
  isGuard: true,
  css: [
    '[data-test-id="header-tab"][data-selected="true"]',
    'header [data-entity-id][data-selected="true"]',
    'header [role="tab"][data-entity-id][aria-selected="true"]',
  ],
};
export const TAB_TICKET_ATTRIBUTE = 'data-entity-id';

/** What to watch to notice that another ticket comes to the front, or that this one changes. */
export const watched: readonly Selector[] = [
  {
    name: 'tab-list',
    seen: `${TICKET}, 2025`,
    css: ['[data-test-id="header-tablist"]', '[data-test-id="header-toolbar"]', 'body > header'],
  },
  {
    name: 'panes',
    seen: `${TICKET}, 2026`,
    css: ['#main_panes', '.main_panes', '[data-garden-id="navigation.main"]'],
  },
];
export const WATCHED_ATTRIBUTES: readonly string[] = [
  'style',
  'hidden',
  'data-is-active',
  'data-selected',
  'data-entity-id',
  'data-channel',
];

export const subject: Selector = {
  name: 'subject',
  seen: `${TICKET}, 2025-08`,
  css: [
    '[data-test-id="omni-header-subject"]',
    '[data-test-id="ticket-pane-subject"]',
    'input[name="subject"]',
  ],
};

/** A ticket that is not made yet. Its anchor says 1, 2, 3, which are numbers of tickets, too. */
export const newTicketPane: Selector = {
  name: 'new-ticket-pane',
  seen: 'assumed',
  isGuard: true,
  css: ['[data-test-id^="ticket-new-"]'],
};

/** The ticket's own log; hidden parts of the page may have others. */
export const conversation: Selector = {
  name: 'conversation',
  seen: `${TICKET}, 2021 to 2026`,
  isGuard: true,
  css: ['[data-test-id="ticket-main-conversation"]', '.conversation-polaris'],
};

/** Mail and chats with others about the ticket. */
export const sideConversation: Selector = {
  name: 'side-conversation',
  seen: 'assumed',
  isGuard: true,
  css: ['[data-test-id*="side-conversation"]'],
};
export const sideEditor: Selector = {
  name: 'side-editor',
  seen: `${TICKET}, 2026`,
  isGuard: true,
  css: ['[data-test-id="standalone-rich-text-ckeditor"]'],
};

/** Stands above the log while older items are not in the page. */
export const showMore: Selector = {
  name: 'show-more',
  seen: `${TICKET}, 2022-10 to 2026`,
  css: ['[data-test-id="convolog-show-more-button"]'],
};

export const logItem: Selector = {
  name: 'log-item',
  seen: `${TICKET}, 2026-06`,
  css: [
    '[data-test-id="omni-log-comment-item"]',
    '[data-test-id="omni-log-container"] article',
    '[role="feed"] article',
  ],
};

export const logItemMessage: Selector = {
  name: 'log-item-message',
  seen: `${TICKET}, 2026-06`,
  css: ['[data-test-id="omni-log-item-message"]'],
};
export const MESSAGE_TYPE_ATTRIBUTE = 'type';

/** Mail and web comments wrap their body once more; chat messages do not. */
export const logItemBody: Selector = {
  name: 'log-item-body',
  seen: `${TICKET}, 2026`,
  css: [
    '[data-test-id="omni-log-message-content"] .zd-comment',
    '.zd-comment',
    '[data-test-id="omni-log-message-content"]',
  ],
};

export const internalNoteTag: Selector = {
  name: 'internal-note-tag',
  seen: `${TICKET}, 2023-11 to 2026`,
  css: ['[data-test-id="omni-log-internal-note-tag"]'],
};

export const logItemTime: Selector = {
  name: 'log-item-time',
  seen: `${TICKET}, 2025`,
  css: ['time[datetime]'],
};

export const quotedMail: Selector = {
  name: 'quoted-mail',
  seen: `${TICKET}, 2025`,
  css: ['blockquote', '.signature', '.gmail_quote', '.zendesk_quoted'],
};

export const requester: Selector = {
  name: 'requester',
  seen: `${TICKET}, 2025`,
  css: [
    '[data-test-id="ticket-system-field-requester-select"] [title]',
    '[data-test-id="ticket-system-field-requester-select"]',
  ],
};

export const tag: Selector = {
  name: 'tag',
  seen: `${TICKET}, 2022-11 to 2026`,
  css: [
    '[data-test-id="ticket-system-field-tags-item-selected"]',
    '[data-test-id="ticket-fields-tags"] .garden-tag-item',
    '.tags > span',
  ],
};

export const customField: Selector = {
  name: 'custom-field',
  seen: `${TICKET}, 2025`,
  css: ['[data-test-id^="ticket-form-field-"]:has(label)', '[class*="custom_field_"]:has(label)'],
};
export const customFieldLabel: Selector = {
  name: 'custom-field-label',
  seen: `${TICKET}, 2025`,
  css: ['label'],
};
export const customFieldValue: Selector = {
  name: 'custom-field-value',
  seen: `${TICKET}, 2025`,
  css: ['input:not([type="hidden"]), textarea', '[data-garden-id="typography.ellipsis"]'],
};

/** The reply's editable. Side conversations have their own: `standalone-rich-text-ckeditor`. */
export const composer: Selector = {
  name: 'composer',
  seen: `${TICKET}, 2022-02 to 2026`,
  isGuard: true,
  css: [
    '[data-test-id="omnicomposer-rich-text-ckeditor"][contenteditable="true"]',
    '[data-test-id="ticket-rich-text-editor"] [contenteditable="true"][role="textbox"]',
  ],
};

export const channelSwitcher: Selector = {
  name: 'channel-switcher',
  seen: `${TICKET}, 2024 to 2026`,
  isGuard: true,
  // Not any `[data-channel]`: the switcher's menu names every channel, chosen or not.
  css: [
    '[data-test-id="omnichannel-channel-switcher-button"]',
    '[data-test-id="editor-view"] button[data-channel]',
  ],
};
export const CHANNEL_ATTRIBUTE = 'data-channel';

/** Values of `data-channel`. Whatever is not listed is `unknown`, which counts as public. */
export const CHANNELS: ReadonlyMap<string, Channel> = new Map([
  ['web', 'public'],
  ['email', 'public'],
  ['internal', 'internal'],
  ['native_messaging', 'chat'],
  ['messaging', 'chat'],
  ['chat', 'chat'],
  ['whatsapp', 'chat'],
  ['facebook', 'chat'],
  ['facebook_messenger', 'chat'],
  ['messenger', 'chat'],
  ['instagram_dm', 'chat'],
  ['twitter', 'chat'],
  ['twitter_dm', 'chat'],
  ['x_corp', 'chat'],
  ['line', 'chat'],
  ['wechat', 'chat'],
  ['viber', 'chat'],
  ['telegram', 'chat'],
  ['apple', 'chat'],
  ['google_rcs', 'chat'],
  ['kakao', 'chat'],
  ['sms', 'chat'],
  ['sunshine_conversations_api', 'chat'],
]);
