/** A third-party app in its own frame, as helpdesk pages have beside the conversation. */
const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get('theme') ?? 'light';
const name = document.getElementById('name');
if (name) name.textContent = query.get('name');
