/** A stand-in for a forum run by Discourse with the plugin "Solved". */
import {
  json,
  newestFirst,
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceClock,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';

export const USER_KEY = 'discourse-key-1';
const SIZE = 3;
/** Accepted answers that a topic's own page does not reach. */
const LATE_ANSWER = 25;

export class ForumPlace implements Place {
  readonly shelf: Shelf;
  readonly #needsSignIn: boolean;

  constructor(clock: PlaceClock, needsSignIn: boolean) {
    this.shelf = new Shelf(clock);
    this.#needsSignIn = needsSignIn;
  }

  itemIds({ id }: Row): string[] {
    return [`src1:thread:${id}`];
  }

  rowAskedFor({ url }: PlaceRequest): number | null {
    const id = /^\/(?:t|posts\/by_number)\/(\d+)/.exec(url.pathname)?.[1];
    return id === undefined ? null : Number(id);
  }

  answer(request: PlaceRequest): PlaceAnswer {
    const { headers, url } = request;
    const key = headers.get('user-api-key');
    if (key !== null && key !== USER_KEY) return refuse('invalid_access', 403);
    const path = url.pathname.replace(/\.json$/, '');
    if (path === '/site/basic-info') {
      return json({
        title: 'Acme Forum',
        description: '',
        header_primary_color: '333333',
        login_required: this.#needsSignIn,
      });
    }
    if (this.#needsSignIn && key === null) return refuse('not_logged_in', 403);
    if (path === '/session/current') return json({ current_user: { id: 7, username: 'robin' } });
    if (path === '/site') {
      return json({
        categories: [{ id: 5, name: 'Exports', slug: 'exports', read_restricted: false }],
      });
    }
    if (path === '/latest') return this.#latest(request);
    return this.#topic(request);
  }

  #latest({ url }: PlaceRequest): PlaceAnswer {
    const page = Number(url.searchParams.get('page') ?? 0);
    const rows = newestFirst(this.shelf.listed()).filter((row) => !row.deleted && !row.hidden);
    const end = (page + 1) * SIZE;
    return json({
      users: [],
      topic_list: {
        per_page: SIZE,
        topics: rows.slice(page * SIZE, end).map(topicRow),
        ...(rows.length > end ? { more_topics_url: `/latest?page=${page + 1}` } : {}),
      },
    });
  }

  #topic(request: PlaceRequest): PlaceAnswer {
    const row = this.shelf.get(this.rowAskedFor(request) ?? 0);
    if (row === undefined || row.deleted) return refuse('not_found', 404);
    if (row.hidden) return refuse('invalid_access', 403);
    if (request.url.pathname.startsWith('/posts/'))
      return json(post(LATE_ANSWER, `Late, ${row.title}`));
    const isLate = row.id % 2 === 0;
    const posts = [post(1, `How, ${row.title}?`), post(2, `So, ${row.title}.`, !isLate)];
    return json({
      ...topicRow(row),
      post_stream: { posts, stream: [1, 2] },
      accepted_answer: { post_number: isLate ? LATE_ANSWER : 2, username: 'sam', excerpt: 'So' },
    });
  }
}

function post(number: number, text: string, isAccepted = false) {
  const quote = '<aside class="quote no-group" data-username="sam"><div>sam:</div>Hm</aside>';
  return {
    id: number * 1000,
    username: 'sam',
    post_number: number,
    cooked: `${quote}<p>${text}</p>`,
    accepted_answer: isAccepted,
    hidden: false,
  };
}

function topicRow(row: Row) {
  return {
    id: row.id,
    title: row.title,
    slug: `topic-${row.id}`,
    posts_count: 2,
    created_at: new Date(row.createdAt).toISOString(),
    bumped_at: new Date(row.updatedAt).toISOString(),
    category_id: 5,
    tags: ['csv'],
    visible: true,
    pinned: false,
    archetype: 'regular',
    has_accepted_answer: true,
  };
}

function refuse(type: string, status: number): PlaceAnswer {
  return json({ errors: ['Not for you.'], error_type: type }, status);
}
