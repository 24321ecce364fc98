import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

const ZENDESK = 'https://*.zendesk.com/*';
const HELPSCOUT = 'https://secure.helpscout.net/*';
/** Answers no other origin's pages, so the background needs to be allowed. */
const HELPSCOUT_API = 'https://api.helpscout.net/*';

/**
 * Public half of a throw-away RSA key. It pins the extension id of unpacked Chrome builds
 * (tests/support/extension-id.ts), so that tests and a team's own installs agree on it.
 */
const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmUKnNSi6f9udUritXQRH9/6iGrbZCojpFlDN7lZHjEeZ1ag3TIStt7Ty7Ln67NIf3g+kXgZxzhGyHtyG/j2TQUB779+6gOwspl52CqHz2EoFzhIQFdVHYHaUyz9rdGef5lf+cnPl4EQE5WD3HbZxWjc5APLmYnH4NJm90OY/BZPlCHC7nrRo6jlVcxUwbXD4ZtP2upSMZz3J+zmD2cJprZ9ebcIYMaJsx9otKj7Camh46Re9Umrc9268GA0CT2ztJoLkYFN0RYTyaFdN+Zqs2J9p7/tsu6hVeZHCET/zQiD6CQ69h7VC5uHc3HXbdwRt1TiYaL48fpNrP6jS8LgRzQIDAQAB';

/** React sets styles through the CSSOM, which style-src does not govern: no 'unsafe-inline'. */
const EXTENSION_PAGES_CSP = [
  "default-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  // Sources live anywhere; which hosts may be asked is the agent's to allow, one by one.
  "connect-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
  // The docked sidebar is an iframe in the helpdesk page.
  "frame-ancestors 'self' https://*.zendesk.com https://secure.helpscout.net",
].join('; ');

/** Content scripts are loaded into every helpdesk page: a second pass makes them 2 % smaller. */
function minifyContentScripts(): Plugin {
  return {
    name: 'minify-content-scripts',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk' || !file.fileName.startsWith('content-scripts/')) continue;
          // oxlint-disable-next-line no-await-in-loop -- there is one in each build
          const { code } = await minify(file.code, { ecma: 2020, compress: { passes: 3 } });
          file.code = code ?? file.code;
        }
      },
    },
  };
}

export default defineConfig({
  // Every dependency is written down: no auto-imports.
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  i18n: { localesDir: fileURLToPath(new URL('./lib/locales', import.meta.url)) },
  dev: { reloadCommand: false },
  vite: () => ({ plugins: [minifyContentScripts()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['alarms', 'storage', 'unlimitedStorage'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    host_permissions: [ZENDESK, HELPSCOUT, HELPSCOUT_API],
    action: { default_title: '__MSG_extName__' },
    content_security_policy: { extension_pages: EXTENSION_PAGES_CSP },
    web_accessible_resources: [{ resources: ['sidepanel.html'], matches: [ZENDESK, HELPSCOUT] }],
    // Chrome allows four suggested keys, each with Ctrl or Alt; Alt+Shift+P is its own, for tab groups.
    commands: {
      'toggle-sidebar': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandToggleSidebar__',
      },
      'focus-sidebar': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_commandFocusSidebar__',
      },
      'insert-link': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandInsertLink__',
      },
      'insert-passage': {
        suggested_key: { default: 'Alt+Shift+U' },
        description: '__MSG_commandInsertPassage__',
      },
      'link-issue': {
        ...(browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+I' } } : {}),
        description: '__MSG_commandLinkIssue__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'trivet@trivet.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { key: CHROME_KEY }),
  }),
});
