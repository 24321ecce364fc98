/**
 * What `/api/v2/summary.json` and `/api/v2/incidents.json` hold, as Atlassian's Statuspage answers
 * and others' pages do for compatibility (https://metastatuspage.com/api). Only what we use.
 */
import * as z from 'zod/mini';
import { idSchema, loose, looseList, timeSchema } from '@/lib/sources/tracker/fields';

const named = z.object({ name: z.string() });

const updateSchema = z.object({
  status: z.string(),
  body: loose(z.string()),
  created_at: timeSchema,
  /** When it is said to have happened, which people may set. */
  display_at: loose(timeSchema),
  affected_components: looseList(named),
});

export const incidentSchema = z.object({
  id: idSchema,
  name: z.string(),
  status: z.string(),
  impact: loose(z.string()),
  created_at: timeSchema,
  updated_at: loose(timeSchema),
  started_at: loose(timeSchema),
  resolved_at: loose(timeSchema),
  /** Of maintenance only. */
  scheduled_for: loose(timeSchema),
  scheduled_until: loose(timeSchema),
  shortlink: loose(z.string()),
  incident_updates: looseList(updateSchema),
  components: looseList(named),
});
export type IncidentRecord = z.infer<typeof incidentSchema>;
export type UpdateRecord = IncidentRecord['incident_updates'][number];

const pageSchema = z.object({ name: z.string(), updated_at: loose(z.string()) });

export const summarySchema = z.object({
  page: pageSchema,
  incidents: z.array(z.unknown()),
  scheduled_maintenances: looseList(z.unknown()),
});

export const incidentsSchema = z.object({ incidents: z.array(z.unknown()) });
