/** `fetch` as a background has it, against the stand-in: redirects are followed, and the answer says where it came from. */
import type { ApiFetch } from '@/lib/helpdesks/helpscout/mailbox-http';
import type { HelpscoutStandIn } from '@/tests/support/helpscout/stand-in';

const MOST_REDIRECTS = 20;

export function createApiFetch(standIn: HelpscoutStandIn): ApiFetch {
  return async (address, { method = 'GET', headers, body, signal, redirect }) => {
    let url = address;
    for (let redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
      const response = await standIn.fetch(url, {
        method,
        headers: headers ?? {},
        ...(typeof body === 'string' ? { body } : {}),
        signal: signal ?? null,
        credentials: 'omit',
      });
      const location = response.status === 301 ? response.headers.get('location') : null;
      if (location === null) {
        Object.defineProperty(response, 'url', { value: url });
        return response;
      }
      if (redirect === 'manual') return hidden(response);
      url = new URL(location, url).href;
    }
    throw new TypeError('Failed to fetch');
  };
}

/** A redirect that is not followed tells nothing: https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect */
function hidden(response: Response): Response {
  return Object.defineProperties(response, {
    type: { value: 'opaqueredirect' },
    status: { value: 0 },
    ok: { value: false },
  });
}
