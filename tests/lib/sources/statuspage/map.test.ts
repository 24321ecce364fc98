import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { isOver, mapIncident } from '@/lib/sources/statuspage/map';
import { incidentSchema } from '@/lib/sources/statuspage/records';

const ORIGIN = 'https://status.fernway.example';
const context = {
  sourceId: 'src1',
  syncedAt: '2026-11-22T08:00:00.000Z',
  languageOf: () => 'en',
};

/** As the vendor's documentation shows it, with what we do not use left in. */
const incident = {
  id: 'cp306tmzcl0y',
  name: 'Payouts are late',
  status: 'monitoring',
  created_at: '2026-11-21T06:04:00.000Z',
  updated_at: '2026-11-21T09:00:00.000+01:00',
  monitoring_at: '2026-11-21T08:00:00.000Z',
  resolved_at: null,
  impact: 'major',
  shortlink: 'https://stspg.io/abc',
  started_at: '2026-11-21T06:00:00.000Z',
  page_id: 'fw1',
  incident_updates: [
    {
      id: 'u1',
      status: 'investigating',
      body: 'We are looking into it.\n\nWorkaround: pay out by hand.',
      incident_id: 'cp306tmzcl0y',
      created_at: '2026-11-21T06:04:00.000Z',
      updated_at: '2026-11-21T06:04:00.000Z',
      display_at: '2026-11-21T06:00:00.000Z',
      affected_components: [{ code: 'c1', name: 'Payouts', new_status: 'partial_outage' }],
    },
    {
      id: 'u2',
      status: 'monitoring',
      body: '<p>A bank was <strong>late</strong>.</p><script>alert(1)</script>',
      incident_id: 'cp306tmzcl0y',
      created_at: '2026-11-21T08:00:00.000Z',
      updated_at: '2026-11-21T08:00:00.000Z',
      display_at: '2026-11-21T08:00:00.000Z',
      affected_components: null,
    },
    'odd',
  ],
  components: [{ id: 'c2', name: 'Bank transfers', status: 'operational' }],
};

const map = (record: object) => mapIncident(incidentSchema.parse(record), ORIGIN, context);

describe('an incident', () => {
  it('becomes an item, latest news first', async () => {
    const item = await map(incident);
    expect(item).toMatchObject({
      id: 'src1:incident:cp306tmzcl0y',
      kind: 'incident',
      title: 'Payouts are late',
      url: 'https://stspg.io/abc',
      locale: 'en',
      products: [],
      labels: ['major'],
      visibility: 'public',
      updatedAt: '2026-11-21T08:00:00.000Z',
      issue: {
        category: 'in-progress',
        rawStatus: 'monitoring',
        components: ['Bank transfers', 'Payouts'],
        createdAt: '2026-11-21T06:00:00.000Z',
        asOf: context.syncedAt,
        workaround: [{ type: 'paragraph', text: [{ text: 'pay out by hand.' }] }],
      },
    });
    expect(blocksText(item.blocks)).toBe(
      'Monitoring – 2026-11-21 08:00 UTC\n\nA bank was late.\n\n' +
        'Investigating – 2026-11-21 06:00 UTC\n\nWe are looking into it.\n\nWorkaround: pay out by hand.',
    );
    expect(item.issue?.fixDate).toBeUndefined();
  });

  it.each([
    ['investigating', 'open', false],
    ['identified', 'in-progress', false],
    ['monitoring', 'in-progress', false],
    ['resolved', 'fixed', true],
    ['postmortem', 'fixed', true],
    ['in_progress', 'in-progress', false],
    ['completed', 'fixed', true],
    ['constructor', 'open', false],
  ])('that is %s is %s', async (status, category, over) => {
    const record = incidentSchema.parse({ ...incident, status });
    expect((await map(record)).issue?.category).toBe(category);
    expect(isOver(record)).toBe(over);
  });

  it('that ended has its end, whatever the word for it', async () => {
    const item = await map({ ...incident, status: 'behoben', resolved_at: '2026-11-21T10:00:00Z' });
    expect(item.issue).toMatchObject({ category: 'fixed', fixDate: '2026-11-21T10:00:00.000Z' });
  });

  it('that is planned maintenance begins and ends as planned', async () => {
    const planned = {
      ...incident,
      status: 'scheduled',
      impact: 'maintenance',
      shortlink: 'javascript:alert(1)',
      started_at: null,
      scheduled_for: '2026-12-01T01:00:00Z',
      scheduled_until: '2026-12-01T03:00:00Z',
    };
    expect(await map(planned)).toMatchObject({
      labels: ['maintenance'],
      url: `${ORIGIN}/incidents/cp306tmzcl0y`,
      issue: {
        category: 'open',
        createdAt: '2026-12-01T01:00:00.000Z',
        fixDate: '2026-12-01T03:00:00.000Z',
      },
    });
  });

  it('needs a name, a status and a time, and nothing else', async () => {
    const bare = { id: 7, name: 'X', status: 'investigating', created_at: '2026-11-21T06:04:00Z' };
    expect((await map(bare)).url).toBe(`${ORIGIN}/incidents/7`);
    for (const key of Object.keys(bare)) {
      expect(incidentSchema.safeParse({ ...bare, [key]: null }).success).toBe(false);
    }
  });
});
