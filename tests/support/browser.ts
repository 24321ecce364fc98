/** What `wxt/browser` resolves to in unit tests. */
export { fakeBrowser as browser } from 'wxt/testing/fake-browser';
