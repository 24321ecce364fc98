/** The agent's pages: address, title, threads and reply box change one after the other, as field reports say. */
import { createComposer } from './composer.js';
import { drawConversation, drawList } from './threads.js';

const { options, shown } = await (await fetch('/stand-in/conversations')).json();
const conversations = new Map(shown.map((one) => [one.id, one]));
const root = document.querySelector('#root');
const composer = createComposer(options, () => current);

/** The conversation whose threads are on screen, not the one in the address. */
let current = null;
let moves = 0;
/** @type {Promise<void>} */
let moving = Promise.resolve();

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const addressed = () => {
  const [, id] = /^\/conversation\/(\d+)/.exec(location.pathname) ?? [];
  return conversations.get(Number(id)) ?? null;
};

/** Draws what the address names, late; a later move overtakes an earlier one. */
async function follow() {
  const move = (moves += 1);
  const next = addressed();
  await pause(options.titleDelay);
  if (move !== moves) return;
  document.title = next
    ? `#${next.number} ${next.subject} - ${next.customer}`
    : 'Mine - Help Scout';
  await pause(Math.max(0, options.threadsDelay - options.titleDelay));
  if (move !== moves) return;
  composer.leave();
  current = next;
  root.replaceChildren(next ? drawConversation(next) : drawList(shown));
  if (next) composer.arrive();
}

function go(path) {
  history.pushState(null, '', path);
  moving = follow();
  return moving;
}

addEventListener('popstate', () => {
  moving = follow();
});
document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.testid === 'reply-button') composer.open('reply');
  if (button?.dataset.testid === 'note-button') composer.open('note');
  if (button?.textContent === 'Send') composer.send();
  const link = event.target.closest('a[href^="/conversation/"]');
  if (!link) return;
  event.preventDefault();
  void go(link.getAttribute('href'));
});
// The page's own keys.
document.addEventListener('keydown', ({ key, target, ctrlKey, altKey, metaKey }) => {
  if (ctrlKey || altKey || metaKey || target.closest('[contenteditable="true"], input, textarea'))
    return;
  if (current && key === 'r') composer.open('reply');
  if (current && key === 'n') composer.open('note');
});

window.helpscoutPage = {
  /** Resolves when it is in front; the address has changed when this returns its promise. */
  open: (id) => go(`/conversation/${id}/${conversations.get(id).number}`),
  list: () => go('/inboxes/83ebc5d87292a795/views/99451'),
  settled: async () => {
    await moving;
    await composer.settled();
  },
  press: async (kind) => {
    document.querySelector(`[data-testid="${kind}-button"]`).click();
    await composer.settled();
  },
  setDraft: (html) => composer.setDraft(html),
  type: (text) => composer.type(text),
  draft: (id, kind) => composer.draft(id, kind),
  openKind: () => composer.openKind(),
  shown: () => current?.id ?? null,
  addThread: (id, thread) => {
    const conversation = conversations.get(id);
    conversation.threads.push(thread);
    if (current === conversation)
      root.replaceChildren(drawConversation(conversation, composer.node()));
  },
};

moving = follow();
