/** A helpdesk's page by name, `<helpdesk>/<page>`: what adapters are tested on. Needs jsdom. */
import { helpscoutPage, helpscoutPages } from '@/tests/support/pages/helpscout-pages';
import { zendeskPage, zendeskPages } from '@/tests/support/pages/zendesk-pages';

const DESKS = {
  zendesk: { names: zendeskPages, make: zendeskPage },
  helpscout: { names: helpscoutPages, make: helpscoutPage },
};

const made = new Map<string, string>();

/** All pages of all helpdesks. */
export const RECORDED_PAGES = Object.entries(DESKS).flatMap(([desk, { names }]) =>
  names.map((name) => `${desk}/${name}`),
);

export function recordedPage(name: string): string {
  const known = made.get(name);
  if (known !== undefined) return known;
  const [desk = '', ...rest] = name.split('/');
  if (!(desk in DESKS)) throw new Error(`No such helpdesk: ${desk}`);
  const html = DESKS[desk as keyof typeof DESKS].make(rest.join('/'));
  made.set(name, html);
  return html;
}
