/** A third-party app in its own frame, as helpdesk pages have beside the conversation. */
const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get('theme') ?? 'light';
const account = document.getElementById('name');
if (account) account.textContent = query.get('name');
