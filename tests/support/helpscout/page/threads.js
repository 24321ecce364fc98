/** Draws a conversation as the page of 2024 to 2026 has it: the hooks that were seen, and hashes nobody may rely on. */

/** @param {string} tag @param {Record<string, string>} attributes @param {...(Node | string)} children */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const truncated = (text) =>
  element('span', { class: 'c-Truncate' }, element('span', { class: 'c-Truncate__content' }, text));

const button = (text, attributes) => element('button', { type: 'button', ...attributes }, text);

/** `composer` is the frame of an editor that stays as it is. */
export function drawConversation(conversation, composer = null) {
  const { number, subject, customer, tags } = conversation;
  const header = element(
    'header',
    {},
    element('span', { 'data-cy': 'Text', class: 'c-Text' }, `#${number}`),
    element('div', { 'data-cy': 'EditableTextarea' }, subjectBox(subject)),
    element('div', { 'data-cy': 'ConversationHeader.Actions' }, button('Me'), button('Active')),
    element(
      'div',
      { 'data-cy': 'TagList', class: 'c-TagList' },
      ...tags.map((tag) => element('span', { class: 'c-Tag', 'data-cy': 'Tag' }, truncated(tag))),
    ),
  );
  const area = element(
    'div',
    { class: 'Contentcss__ConversationAreaUI-sc-9f8e7d-0' },
    header,
    element(
      'div',
      { 'data-testid': 'reply-bar' },
      button('Reply', { 'data-testid': 'reply-button' }),
      button('Note', { 'data-testid': 'note-button' }),
    ),
    composer ?? element('div', { class: 'composer-slot' }),
    element(
      'ol',
      { 'data-testid': 'ThreadContainer', 'aria-label': 'Thread Items' },
      ...conversation.threads.toReversed().map((thread) => drawThread(thread, customer)),
    ),
  );
  const sidebar = element(
    'aside',
    { 'data-testid': 'Sidebar.CustomerProfile' },
    element('div', { 'data-cy': 'Sidebar.CustomerName' }, truncated(customer)),
  );
  const both = document.createDocumentFragment();
  both.append(area, sidebar);
  return both;
}

function subjectBox(subject) {
  const box = element('textarea', { 'aria-label': 'Subject' });
  box.value = subject;
  return box;
}

function drawThread({ id, type, from, html, at }, customer) {
  if (type === 'lineitem') {
    return element(
      'li',
      { class: 'ThreadListItem is-lineitem' },
      element('div', { 'aria-label': 'Activity' }, 'Robin assigned to Robin'),
    );
  }
  const isCustomer = from === 'customer';
  const label = type === 'note' ? 'Note' : isCustomer ? 'Customer reply' : 'User reply';
  const body = element('div', {
    class: 'ThreadBodycss__BodyUI-sc-1a-0 is-wide-layout is-ignoring-table',
  });
  body.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  return element(
    'li',
    { class: `ThreadListItem${type === 'note' ? ' is-note' : ''}` },
    element(
      'div',
      {
        id: `thread-${id}`,
        class: `thread-item${isCustomer ? ' is-customer' : ''}`,
        'aria-label': label,
      },
      element('span', { 'data-nocollapse': 'true' }, isCustomer ? customer : 'You'),
      element('span', { 'data-testid': 'timestamp' }, element('time', {}, at.slice(5, 16))),
      element('div', {}, element('hr')),
      body,
    ),
  );
}

export function drawList(conversations) {
  const rows = conversations.map(({ id, number, subject }) =>
    element(
      'tr',
      {},
      element('td', {}, element('a', { href: `/conversation/${id}/${number}` }, subject)),
    ),
  );
  return element('table', {}, element('tbody', {}, ...rows));
}
