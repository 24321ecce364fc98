/** Source drafts: what is filled in to add or change a source, and what helps to fill it in. */
import * as z from 'zod/mini';
import { sourceKindSchema } from '@/lib/model/source';

/** Settings as their kind defines them: plain JSON, shown and exported; never a secret. */
export const settingsSchema = z.record(z.string(), z.unknown());
export type Settings = z.infer<typeof settingsSchema>;

export const sourceDraftSchema = z.object({
  /** Of the source that is being changed: its stored secrets stand in for those left out. */
  id: z.optional(z.string()),
  kind: sourceKindSchema,
  settings: settingsSchema,
  /** By the name of the field. */
  secrets: z.record(z.string(), z.string()),
});
export type SourceDraft = z.infer<typeof sourceDraftSchema>;

/** One way to read a pasted address. */
export const sourceMatchSchema = z.object({
  kind: sourceKindSchema,
  /** A name to begin with: the host. */
  name: z.string(),
  settings: settingsSchema,
  /** Origins that the agent must allow first, as `https://host`. */
  origins: z.array(z.string()),
  secrets: z.array(z.object({ name: z.string(), required: z.boolean() })),
  /** True when requests go through an open tab with the agent's own session. */
  isSession: z.boolean(),
});
export type SourceMatch = z.infer<typeof sourceMatchSchema>;

/** Something within a place that can be read or left out; `setting` takes the chosen ids, a list. */
export const sourceChoiceSchema = z.object({
  setting: z.string(),
  id: z.string(),
  name: z.string(),
});
export type SourceChoice = z.infer<typeof sourceChoiceSchema>;

/** A source that was taken in from an export and still lacks what exports do not hold. */
export const takenInSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Names of required secrets, to be typed in again. */
  secrets: z.array(z.string()),
  /** Origins that the agent must allow. */
  origins: z.array(z.string()),
});
export type TakenIn = z.infer<typeof takenInSchema>;
