import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import type { ZendeskApi } from '@/lib/helpdesks/zendesk/api';
import { createFieldCatalogue } from '@/lib/helpdesks/zendesk/fields';

const FIELDS = {
  ticket_fields: [
    { id: 1, title: 'Product version' },
    {
      id: 2,
      title: 'Area',
      custom_field_options: [
        { name: 'Card payments', value: 'area_card' },
        { name: 'Reports', value: 'area_reports' },
      ],
    },
    { id: 3, title: null },
  ],
};
const pageAt = (origin: string) => ({ url: () => new URL(origin) }) as HelpdeskPage;
const acme = pageAt('https://acme.zendesk.com/');

/** Counts what is asked; answers as long as `isUp`. */
function createApi(): { api: ZendeskApi; state: { asked: number; isUp: boolean } } {
  const state = { asked: 0, isUp: true };
  const api: ZendeskApi = {
    results: {},
    get(_page, path, schema) {
      state.asked++;
      expect(path).toBe('/api/v2/ticket_fields.json');
      return Promise.resolve(
        state.isUp ? ok(schema.parse(FIELDS)) : fail(fault('server-error', { status: 500 })),
      );
    },
    put: () => Promise.reject(new Error('not here')),
  };
  return { api, state };
}

describe('custom fields', () => {
  it('are named, with what a drop-down shows', async () => {
    const named = await createFieldCatalogue(createApi().api).name(acme, [
      { id: 1, value: '9.2' },
      { id: 2, value: ['area_card', 'area_reports', 'gone'] },
      { id: 4, value: 'deleted field' },
    ]);
    expect(named).toEqual([
      { name: 'Product version', value: '9.2' },
      { name: 'Area', value: 'Card payments, Reports, gone' },
    ]);
  });

  it.each([null, '', '  ', false, [], {}, undefined])('%j is no value', async (value) => {
    const { api, state } = createApi();
    expect(await createFieldCatalogue(api).name(acme, [{ id: 1, value }])).toEqual([]);
    expect(state.asked).toBe(0);
  });

  it.each([
    [true, 'true'],
    [0, '0'],
    [7.5, '7.5'],
  ])('%j is one', async (value, shown) => {
    const named = await createFieldCatalogue(createApi().api).name(acme, [{ id: 1, value }]);
    expect(named).toEqual([{ name: 'Product version', value: shown }]);
  });

  it('are read once an hour for each account, also when asked at once', async () => {
    let time = 0;
    const { api, state } = createApi();
    const catalogue = createFieldCatalogue(api, () => time);
    const values = [{ id: 1, value: 'x' }];
    await Promise.all([catalogue.name(acme, values), catalogue.name(acme, values)]);
    expect(state.asked).toBe(1);
    await catalogue.name(pageAt('https://other.zendesk.com/'), values);
    expect(state.asked).toBe(2);
    time = 3_600_000;
    await catalogue.name(acme, values);
    expect(state.asked).toBe(3);
  });

  it('that could not be read are asked for again', async () => {
    const { api, state } = createApi();
    const catalogue = createFieldCatalogue(api);
    state.isUp = false;
    expect(await catalogue.name(acme, [{ id: 1, value: 'x' }])).toEqual([]);
    state.isUp = true;
    expect(await catalogue.name(acme, [{ id: 1, value: 'x' }])).toHaveLength(1);
  });
});
