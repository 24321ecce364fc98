/** The conversation log: the newest ten items, older ones on demand, new ones as they come. */
import { avatar, h, icon } from './dom.js';
import { settings, shortTime, words } from './settings.js';

/**
 * @typedef {{ id: number, author: { id: number, name: string, isAgent: boolean }, public: boolean, messaging: boolean,
 *   origin: string, html: string, text: string, at: string, attachments: { name: string, url: string }[] }} Comment
 */

const pageSize = 10;

/** @param {number} ticketId */
export function createConversation(ticketId) {
  /** @type {Comment[]} */
  let comments = [];
  let shown = pageSize;
  const log = h('div', { 'data-test-id': 'omni-log-container', class: 'log' });
  const element = h(
    'div',
    { 'data-test-id': 'ticket-main-conversation', class: 'conversation' },
    h(
      'div',
      {
        class: 'conversation-polaris polaris-react-component rich_text',
        'data-ticket-id': String(ticketId),
      },
      h('section', { role: 'feed' }, log),
    ),
  );

  function renderAll() {
    const visible = comments.slice(-shown);
    const hasOlder = visible.length < comments.length;
    const more = h(
      'button',
      {
        'data-test-id': 'convolog-show-more-button',
        class: 'show-more',
        onclick: () => {
          shown += pageSize;
          renderAll();
        },
      },
      words.showMore,
    );
    log.replaceChildren(
      h('div', { id: `convo_log_sentinel_${ticketId}` }),
      ...(hasOlder ? [more] : []),
      ...visible.map(item),
    );
  }

  function scrollToNewest() {
    element.scrollTop = element.scrollHeight;
  }

  return {
    element,
    scrollToNewest,
    /** Known items keep their nodes; only new ones are added. @param {Comment[]} next */
    update(next) {
      const isFirst = comments.length === 0;
      const added = next.slice(comments.length);
      comments = next;
      if (isFirst) renderAll();
      else {
        shown += added.length;
        log.append(...added.map(item));
      }
      if (added.length > 0) scrollToNewest();
    },
  };
}

/** @param {Comment} comment */
function item(comment) {
  const { author, attachments } = comment;
  const isInternal = !comment.public;
  const kind = isInternal ? 'internal' : author.isAgent ? 'agent' : 'end-user';
  const name = author.isAgent
    ? h('strong', {}, author.name)
    : h('a', { href: `/agent/users/${author.id}` }, h('strong', {}, author.name));
  return h(
    'article',
    {
      'data-test-id': 'omni-log-comment-item',
      class: `item is-${kind}${comment.messaging ? ' is-chat' : ''}`,
    },
    avatar(author.name, author.isAgent),
    h(
      'div',
      { class: 'item-main' },
      h(
        'div',
        { class: 'item-head' },
        h(settings.sender, { 'data-test-id': 'omni-log-item-sender', class: 'sender' }, name),
        isInternal &&
          h(
            'div',
            { 'data-test-id': 'omni-log-internal-note-tag', class: 'note-tag' },
            icon('lock', 12),
            words.internalTag,
          ),
        h(
          'time',
          { 'data-test-id': 'timestamp-relative', datetime: comment.at },
          shortTime(comment.at),
        ),
      ),
      h(
        'div',
        {
          'data-test-id': 'omni-log-item-message',
          mode: 'standalone',
          type: kind,
          class: 'message',
        },
        body(comment),
      ),
      attachments.length > 0 && h('div', { class: 'attachments' }, ...attachments.map(attachment)),
    ),
  );
}

/** Chat messages are plain text without the `.zd-comment` wrapper. @param {Comment} comment */
function body({ messaging, origin, html, text }) {
  const content = h('div', {
    'data-test-id': 'omni-log-message-content',
    'data-originated-from': origin,
  });
  if (messaging) content.append(h('span', {}, text));
  // The server made or escaped this HTML; a real helpdesk renders its comments the same way.
  else content.innerHTML = html;
  return content;
}

/** @param {{ name: string, url: string }} file */
function attachment({ name, url }) {
  return h(
    'a',
    { class: 'attachment', 'data-test-id': 'attachment-thumbnail', href: url },
    icon('clip', 14),
    name,
  );
}
