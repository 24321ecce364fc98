/** A whole help centre as Zendesk's API gives it: hundreds of articles, a community, and what can be wrong there. */
import {
  cursorPage,
  type ApiAnswer,
  json,
  FORBIDDEN,
  INVALID_ENDPOINT,
  UNAUTHENTICATED,
} from '@/tests/support/sync/help-centre-answers';

const LOCALE = 'en-us';
const FIRST_ARTICLE = 36_000_001;
const FIRST_POST = 72_000_001;
const NEWEST = Date.UTC(2026, 10, 20);
const HOUR = 3_600_000;

/** A product of our own: what can be rented, and what can go wrong with it. */
const THINGS =
  'cargo bike|city bike|child seat|trailer|helmet|rain cover|battery|charger|lock|pump|tandem|folding bike|scooter|basket|pannier|mountain bike|gravel bike|recumbent|roof rack|repair stand|light set|phone mount|toolbox|tracker|spare wheel'.split(
    '|',
  );
const TASKS =
  'is returned late|is booked twice|cannot be unlocked|is missing from the invoice|is refunded only in part|does not show on the map|is damaged at pick-up|needs its yearly check|is moved to another station|is reserved for a group|is paid with a voucher|is extended by a day|is insured abroad|is locked in the depot|is delivered to a hotel|is shared by two riders|is sold after the season|is blocked for repair|is priced for the weekend|is exported to accounting'.split(
    '|',
  );

/** What is wrong at the help centre. */
export interface Condition {
  /** The Help Center product is not switched on. */
  isOff: boolean;
  /** Nobody let us into the community. */
  isCommunityClosed: boolean;
  /** From this page of articles on (from 1), the session is not accepted. */
  signedOutFromPage: number;
}

export interface HelpCentre {
  condition: Condition;
  articles: number;
  /** Null for what is not the help centre's. */
  answer(url: URL): ApiAnswer | null;
}

/** At most `THINGS × TASKS` articles; each second post of the community was answered. */
export function createHelpCentre(origin: string, articles: number, posts: number): HelpCentre {
  const condition = { isOff: false, isCommunityClosed: false, signedOutFromPage: Infinity };
  const rows = Array.from({ length: articles }, (_, at) => toArticle(origin, at));
  const threads = Array.from({ length: posts }, (_, at) => toPost(origin, at));

  function listArticles(url: URL): ApiAnswer {
    const page = cursorPage(url, rows);
    if (page.number >= condition.signedOutFromPage) return UNAUTHENTICATED;
    const sections = THINGS.map((name, at) => ({ id: 81 + at, name, category_id: 80 }));
    const categories = [{ id: 80, name: 'Renting' }];
    return json({ articles: page.rows, sections, categories, ...page.end });
  }

  function answerCommunity(url: URL, path: string): ApiAnswer {
    if (condition.isCommunityClosed) return FORBIDDEN;
    const topics = [{ id: 61, name: 'Riders', user_segment_id: null }];
    if (path === '/community/topics') return json({ topics, ...cursorPage(url, topics).end });
    const post = /^\/community\/posts\/(\d+)\/comments$/.exec(path)?.[1];
    if (post !== undefined) return json({ comments: [toComment(Number(post))], ...NO_MORE });
    const page = cursorPage(url, threads);
    return json({ posts: page.rows, topics, ...page.end });
  }

  return {
    condition,
    articles,
    answer(url) {
      const path = url.pathname.replace(/^\/api\/v2/, '').replace(/\.json$/, '');
      const isCommunity = path.startsWith('/community/');
      if (!isCommunity && !path.startsWith('/help_center/')) return null;
      if (condition.isOff) return INVALID_ENDPOINT;
      if (isCommunity) return answerCommunity(url, path);
      if (path === '/help_center/locales')
        return json({ locales: [LOCALE], default_locale: LOCALE });
      return path === `/help_center/${LOCALE}/articles` ? listArticles(url) : INVALID_ENDPOINT;
    },
  };
}

const NO_MORE = { meta: { has_more: false, after_cursor: null, before_cursor: null } };

/** The code that an article and its ticket share: `VR-1042`. */
export function codeOf(article: number): string {
  return `VR-${1000 + article * 7}`;
}

/** What the article is about, in the words of its title. */
export function subjectOf(article: number): string {
  return `A ${THINGS[article % THINGS.length]} ${TASKS[Math.floor(article / THINGS.length) % TASKS.length]}`;
}

function toArticle(origin: string, at: number) {
  const id = FIRST_ARTICLE + at;
  const title = subjectOf(at);
  const time = new Date(NEWEST - at * HOUR).toISOString().replace('.000', '');
  return {
    id,
    url: `${origin}/api/v2/help_center/${LOCALE}/articles/${id}.json`,
    html_url: `${origin}/hc/${LOCALE}/articles/${id}`,
    draft: false,
    promoted: false,
    section_id: 81 + (at % THINGS.length),
    created_at: time,
    updated_at: time,
    edited_at: time,
    name: title,
    title,
    source_locale: LOCALE,
    locale: LOCALE,
    outdated: false,
    outdated_locales: [],
    user_segment_id: null,
    user_segment_ids: [],
    label_names: ['rental'],
    body: bodyOf(at),
  };
}

/** As long as help articles are: a kilobyte or two of headings, steps and a table. */
function bodyOf(at: number): string {
  const thing = THINGS[at % THINGS.length] ?? '';
  const others = [1, 2, 3].map((step) => subjectOf((at * 13 + step * 101) % 500).toLowerCase());
  const steps = ['Open the booking', `Choose the ${thing}`, 'Press “Check”', 'Confirm the change'];
  return [
    `<p>Sometimes ${subjectOf(at).toLowerCase()}. The counter then shows <code>${codeOf(at)}</code>.</p>`,
    `<h2>Why it happens</h2><p>The station has not sent the state of the ${thing} for an hour, or the rider’s app was closed in between. The booking keeps the last state that was known.</p>`,
    `<h2>What to do</h2><ol>${steps.map((step) => `<li>${step}.</li>`).join('')}</ol>`,
    `<table><tr><th>Station</th><th>Waiting time</th></tr><tr><td>North</td><td>${5 + (at % 20)} minutes</td></tr></table>`,
    `<h2>When it comes back</h2><p>Write down the number on the frame of the ${thing} and the time. See also: ${others.join('; ')}.</p>`,
  ].join('\n');
}

function toPost(origin: string, at: number) {
  const id = FIRST_POST + at;
  const time = new Date(NEWEST - at * HOUR).toISOString().replace('.000', '');
  return {
    id,
    html_url: `${origin}/hc/en-us/community/posts/${id}`,
    title: `Tip ${at}: riding with a ${THINGS[at % THINGS.length]}`,
    details: `<p>How do you carry it up the stairs?</p>`,
    author_id: 9002,
    topic_id: 61,
    status: at % 2 === 0 ? null : 'answered',
    closed: false,
    comment_count: at % 2,
    created_at: time,
    updated_at: time,
  };
}

function toComment(post: number) {
  const at = new Date(NEWEST).toISOString();
  const body = '<p>Take the battery out first.</p>';
  return { id: post * 10, body, post_id: post, official: true, vote_sum: 5, created_at: at };
}
