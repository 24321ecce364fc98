/** Someone who works on a wiki through its public API: writes, moves, deletes, restores. */
import * as z from 'zod/mini';
import { escapeHtml } from '@/lib/core/text';

const answerSchema = z.object({
  error: z.optional(z.object({ code: z.string(), info: z.string() })),
  edit: z.optional(z.object({ pageid: z.number() })),
  import: z.optional(z.array(z.object({ title: z.string() }))),
  query: z.optional(
    z.object({
      tokens: z.optional(z.record(z.string(), z.string())),
      allpages: z.optional(z.array(z.object({ pageid: z.number(), title: z.string() }))),
    }),
  ),
});
type Answer = z.infer<typeof answerSchema>;

/** https://www.mediawiki.org/wiki/Help:Export */
const EXPORT = 'http://www.mediawiki.org/xml/export-0.11/';

export interface ForeignPage {
  title: string;
  text: string;
  /** ISO 8601 in whole seconds. */
  at: string;
}

function toExport({ title, text, at }: ForeignPage): string {
  const revision = `<timestamp>${at}</timestamp><contributor><username>Writer</username></contributor><model>wikitext</model><format>text/x-wiki</format><text xml:space="preserve">${escapeHtml(text)}</text>`;
  return `<page><title>${escapeHtml(title)}</title><ns>0</ns><revision>${revision}</revision></page>`;
}

export class WikiEditor {
  readonly #apiUrl: string;
  readonly #cookies = new Map<string, string>();
  #token = '';

  constructor(apiUrl: string) {
    this.#apiUrl = apiUrl;
  }

  async signIn(name: string, password: string): Promise<void> {
    const lgtoken = await this.#tokenFor('login');
    await this.#send({ action: 'login', lgname: name, lgpassword: password, lgtoken });
    this.#token = await this.#tokenFor('csrf');
  }

  /** Returns the page's id. */
  async write(title: string, text: string): Promise<number> {
    const { edit } = await this.#send({ action: 'edit', title, text, token: this.#token });
    return edit?.pageid ?? 0;
  }

  /** Brings in pages of other wikis, as an export of theirs; all of them or an error. */
  async bringIn(pages: readonly ForeignPage[]): Promise<void> {
    const file = `<mediawiki xmlns="${EXPORT}" version="0.11" xml:lang="en">${pages
      .map(toExport)
      .join('')}</mediawiki>`;
    const body = new FormData();
    const asked = { action: 'import', interwikiprefix: 'other', token: this.#token };
    for (const [name, value] of Object.entries(asked)) body.set(name, value);
    body.set('xml', new Blob([file], { type: 'text/xml' }), 'pages.xml');
    const { import: taken = [] } = await this.#send({}, body);
    if (taken.length !== pages.length) throw new Error('The wiki did not take all pages');
  }

  async move(from: string, to: string, { redirect }: { redirect: boolean }): Promise<void> {
    const quietly: Record<string, string> = redirect ? {} : { noredirect: '1' };
    await this.#send({ action: 'move', from, to, token: this.#token, ...quietly });
  }

  async delete(title: string): Promise<void> {
    await this.#send({ action: 'delete', title, token: this.#token });
  }

  async restore(title: string): Promise<void> {
    await this.#send({ action: 'undelete', title, token: this.#token });
  }

  /** Titles of the articles that readers find, redirects left out. */
  async articles(): Promise<string[]> {
    const asked = { list: 'allpages', apfilterredir: 'nonredirects', aplimit: '500' };
    const { query } = await this.#send({ action: 'query', ...asked });
    return (query?.allpages ?? []).map(({ title }) => title).toSorted();
  }

  async #tokenFor(type: string): Promise<string> {
    const { query } = await this.#send({ action: 'query', meta: 'tokens', type });
    return query?.tokens?.[`${type}token`] ?? '';
  }

  async #send(
    parameters: Record<string, string>,
    body: FormData | URLSearchParams = new URLSearchParams(),
  ): Promise<Answer> {
    const all = { format: 'json', formatversion: '2', ...parameters };
    for (const [name, value] of Object.entries(all)) body.set(name, value);
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.#apiUrl, { method: 'POST', body, headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    const answer = answerSchema.parse(await response.json());
    if (answer.error !== undefined) throw new Error(`The wiki refuses: ${answer.error.info}`);
    return answer;
  }
}
