/** A stand-in for Help Scout's Mailbox API 2.0: signing in by client credentials, HAL pages of saved replies. */
import {
  json,
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceClock,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';

export const APP = { appId: 'hs-app-1', appSecret: 'hs-secret-1' };
const TOKEN = 'hs-bearer-1';
const SIZE = 3;
const MAILBOX = 85;

export class RepliesPlace implements Place {
  readonly shelf: Shelf;

  constructor(clock: PlaceClock) {
    this.shelf = new Shelf(clock);
  }

  itemIds({ id }: Row): string[] {
    return [`src1:reply:${id}`];
  }

  rowAskedFor({ url }: PlaceRequest): number | null {
    const id = /\/saved-replies\/(\d+)$/.exec(url.pathname)?.[1];
    return id === undefined ? null : Number(id);
  }

  answer(request: PlaceRequest): PlaceAnswer {
    const { headers, url } = request;
    if (url.pathname === '/v2/oauth2/token') return signIn(request);
    if (headers.get('authorization') !== `Bearer ${TOKEN}`) {
      return json({ error: 'invalid_token', error_description: 'Invalid token' }, 401);
    }
    if (url.pathname === '/v2/users/me')
      return json({ id: 256, firstName: 'Robin', lastName: 'A' });
    if (url.pathname === '/v2/mailboxes') {
      return halPage(request, 'mailboxes', [{ id: MAILBOX, name: 'Support', slug: 'a1' }]);
    }
    if (url.pathname === `/v2/mailboxes/${MAILBOX}/saved-replies`) return this.#list(request);
    const row = this.shelf.get(this.rowAskedFor(request) ?? 0);
    if (row === undefined || row.deleted || row.hidden) {
      return json({ logRef: 'x', message: 'Not Found', _embedded: { errors: [] } }, 404);
    }
    const text = `<p>Hi {%customer.firstName,fallback=there%},</p><p>About ${row.title}.</p>`;
    return json({ id: row.id, name: row.title, text, chatText: null });
  }

  /** By name, so that an edit moves a reply to another page. */
  #list(request: PlaceRequest): PlaceAnswer {
    const rows = this.shelf
      .listed()
      .filter((row) => !row.deleted && !row.hidden)
      .toSorted((a, b) => a.title.localeCompare(b.title) || a.id - b.id);
    const refs = rows.map(({ id, title }) => ({ id, name: title, preview: title.slice(0, 20) }));
    return halPage(request, 'replies', refs);
  }
}

/** Help Scout refuses as RFC 6749 says. */
function signIn({ method, body }: PlaceRequest): PlaceAnswer {
  const asked = new URLSearchParams(body);
  const isRight =
    method === 'POST' &&
    asked.get('grant_type') === 'client_credentials' &&
    asked.get('client_id') === APP.appId &&
    asked.get('client_secret') === APP.appSecret;
  if (!isRight) return json({ error: 'invalid_client' }, 400);
  return json({ token_type: 'bearer', access_token: TOKEN, expires_in: 172_800 });
}

/** `_embedded` is absent when there is nothing. */
function halPage({ url }: PlaceRequest, name: string, rows: readonly unknown[]): PlaceAnswer {
  const number = Number(url.searchParams.get('page') ?? 1);
  const part = rows.slice((number - 1) * SIZE, number * SIZE);
  return json({
    ...(part.length === 0 ? {} : { _embedded: { [name]: part } }),
    page: {
      size: SIZE,
      totalElements: rows.length,
      totalPages: Math.ceil(rows.length / SIZE),
      number,
    },
    _links: { self: { href: url.href } },
  });
}
