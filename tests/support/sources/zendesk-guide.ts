/** A stand-in for a help centre at Zendesk: articles in two languages, and a community. */
import {
  json,
  type PlaceClock,
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';
import { cursorPage, isAgent, me, NOT_FOUND, REFUSED } from '@/tests/support/sources/zendesk-lists';

const ORIGIN = 'https://acme.zendesk.com';
const LOCALES = ['en-us', 'de'];
const SOURCE = 'src1';

/** The rows are its articles, or its community's posts. */
export class GuidePlace implements Place {
  readonly shelf: Shelf;
  readonly #clock: PlaceClock;
  readonly #holds: 'articles' | 'posts';

  constructor(clock: PlaceClock, holds: 'articles' | 'posts') {
    this.shelf = new Shelf(clock);
    this.#clock = clock;
    this.#holds = holds;
  }

  itemIds({ id }: Row): string[] {
    if (this.#holds === 'posts') return [`${SOURCE}:thread:${id}`];
    return LOCALES.map((locale) => `${SOURCE}:article:${id}:${locale}`);
  }

  titleOf(row: Row, itemId: string): string {
    return itemId.endsWith(':de') ? `${row.title} (de)` : row.title;
  }

  rowAskedFor({ url }: PlaceRequest): number | null {
    const id = /\/posts\/(\d+)\/comments/.exec(url.pathname)?.[1];
    return id === undefined ? null : Number(id);
  }

  answer(request: PlaceRequest): PlaceAnswer {
    const path = request.url.pathname.replace(/\.json$/, '');
    if (request.headers.has('authorization') && !isAgent(request)) return REFUSED;
    if (path === '/api/v2/users/me') return me(request);
    if (path === '/api/v2/help_center/locales') {
      return json({ locales: LOCALES, default_locale: 'en-us' });
    }
    const locale = /^\/api\/v2\/help_center\/([a-z-]+)\/articles$/.exec(path)?.[1];
    if (locale !== undefined) return this.#articles(request, locale);
    const one = /^\/api\/v2\/help_center\/([a-z-]+)\/articles\/(\d+)$/.exec(path);
    if (one !== null) return this.#oneArticle(request, one[1]!, Number(one[2]));
    if (path === '/api/v2/community/topics') return json({ topics: [{ id: 61, name: 'Exports' }] });
    if (path === '/api/v2/community/posts') return this.#posts(request);
    const alone = /^\/api\/v2\/community\/posts\/(\d+)$/.exec(path)?.[1];
    const post = this.shelf.get(
      alone === undefined ? (this.rowAskedFor(request) ?? 0) : Number(alone),
    );
    if (post === undefined || post.deleted || post.hidden) return NOT_FOUND;
    if (alone !== undefined) return json({ post: this.#post(post) });
    return this.#comments(post);
  }

  /** Agents see drafts, others do not. */
  #articles(request: PlaceRequest, locale: string): PlaceAnswer {
    const rows = this.#holds === 'articles' ? this.shelf.listed() : [];
    const seen = rows.filter((row) => !row.deleted && (isAgent(request) || !row.hidden));
    const page = cursorPage(request, seen);
    return json({
      articles: page.rows.map((row) => this.#article(row, locale)),
      sections: [{ id: 81, name: 'Reports', category_id: 82 }],
      categories: [{ id: 82, name: 'Selling' }],
      ...page.end,
    });
  }

  #oneArticle(request: PlaceRequest, locale: string, id: number): PlaceAnswer {
    const row = this.#holds === 'articles' ? this.shelf.get(id) : undefined;
    const isSeen = row !== undefined && !row.deleted && (isAgent(request) || !row.hidden);
    return isSeen ? json({ article: this.#article(row, locale) }) : NOT_FOUND;
  }

  #article(row: Row, locale: string) {
    const title = this.titleOf(row, `:${locale}`);
    return {
      id: row.id,
      url: `${ORIGIN}/api/v2/help_center/${locale}/articles/${row.id}.json`,
      html_url: `${ORIGIN}/hc/${locale}/articles/${row.id}`,
      author_id: 9100,
      draft: row.hidden,
      promoted: false,
      vote_sum: 7,
      section_id: 81,
      created_at: this.#clock.iso(row.createdAt),
      updated_at: this.#clock.iso(row.updatedAt),
      edited_at: this.#clock.iso(row.updatedAt),
      name: title,
      title,
      source_locale: 'en-us',
      locale,
      outdated: false,
      outdated_locales: [],
      user_segment_id: null,
      user_segment_ids: [],
      permission_group_id: 8301,
      content_tag_ids: [],
      label_names: ['export'],
      body: `<p>About ${title}.</p>`,
    };
  }

  #posts(request: PlaceRequest): PlaceAnswer {
    const rows = this.#holds === 'posts' ? this.shelf.listed() : [];
    const page = cursorPage(
      request,
      rows.filter((row) => !row.deleted && !row.hidden),
    );
    return json({
      posts: page.rows.map((row) => this.#post(row)),
      topics: [{ id: 61, name: 'Exports', user_segment_id: null }],
      ...page.end,
    });
  }

  #post(row: Row) {
    return {
      id: row.id,
      html_url: `${ORIGIN}/hc/en-us/community/posts/${row.id}-Post`,
      title: row.title,
      details: `<p>Asked by <x-zendesk-user>9002</x-zendesk-user>.</p>`,
      author_id: 9002,
      topic_id: 61,
      status: 'answered',
      closed: false,
      comment_count: 1,
      created_at: this.#clock.iso(row.createdAt),
      updated_at: this.#clock.iso(row.updatedAt),
    };
  }

  #comments(post: Row): PlaceAnswer {
    const body = `<p>Answer to ${post.title}.</p>`;
    const at = this.#clock.iso(post.updatedAt);
    return json({
      comments: [
        { id: post.id * 10, body, post_id: post.id, official: true, vote_sum: 5, created_at: at },
      ],
      meta: { has_more: false, after_cursor: null, before_cursor: null },
      links: { next: null, prev: null },
    });
  }
}
