/** What every connector does: check that a place can be read, and read it in resumable steps. */
import type * as z from 'zod/mini';
import type { Clock } from '@/lib/core/clock';
import type { Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Recheck } from '@/lib/model/recheck';
import type { Source } from '@/lib/model/source';
import type { SkippedRecord } from '@/lib/model/source-state';

/** How far a connector got; only the connector that made it understands it. */
export type Cursor = string;

export type { SkippedRecord };

/** One step of reading. Committed together with its cursor, or not at all. */
export interface PullBatch {
  upserts: Item[];
  /** Item ids that the place says are gone or hidden: removed at once. */
  deletes: string[];
  skipped: SkippedRecord[];
  /** Where the next step begins; after the last step, where the next pull does. */
  cursor: Cursor;
  /** True when everything that changed has been read. */
  done: boolean;
  /** How many items the place has in all, where it says so. */
  total?: number;
}

/** One step of listing what is there. */
export interface SweepBatch {
  /** Item ids. */
  ids: string[];
  cursor: Cursor;
  done: boolean;
}

/** What a check found out. */
export interface CheckReport {
  /** What people there call the place. */
  name: string;
  /** Whose eyes we read with, as the place names them; absent when signed in as nobody. */
  account?: string;
}

/** Something within a place that can be read or left out: a space, project, section, label. */
export interface Choice {
  /** Name of the setting that takes the chosen ids, a list. */
  setting: string;
  id: string;
  name: string;
}

export interface Connector {
  readonly kind: Source['kind'];
  /** Cheap: whether the place answers and lets us read. */
  check(signal: AbortSignal): Promise<Result<CheckReport>>;
  /**
   * Reads the next step after `cursor`; null begins with everything. The cursor of a finished pull
   * begins the next one, which reads only what changed since. Reading a step twice is harmless.
   */
  pull(cursor: Cursor | null, signal: AbortSignal): Promise<Result<PullBatch>>;
  /**
   * Lists what is there now, step by step. Items of ours that two whole sweeps in a row did not
   * name are gone: one alone may have met rows that moved between its pages.
   */
  sweep(cursor: Cursor | null, signal: AbortSignal): Promise<Result<SweepBatch>>;
  /**
   * What the place says of one of its items now. Without it, the item's page is asked for as any
   * reader would.
   */
  recheck?(item: Item, signal: AbortSignal): Promise<Result<Recheck>>;
  /** What there is to choose from, where a place has parts. */
  listChoices?(signal: AbortSignal): Promise<Result<Choice[]>>;
}

/** Reads a text file of the extension's own by its path. */
export type ReadText = (path: string, signal: AbortSignal) => Promise<Result<string>>;

/** One request to a source. */
export interface SourceRequest {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** What the answer is for, in a few words without customer data: it stands in the request log. */
  why: string;
  /** Statuses beside 2xx that are an answer and no fault, e.g. 304. */
  expect?: readonly number[];
  /** Largest body, in bytes; `bad-response` beyond. 10 MB unless told. */
  maxBytes?: number;
  /** Set for files that may be packed with gzip, whatever their name: most bytes once unpacked. */
  maxUnpackedBytes?: number;
  /** Least time between the starts of two requests to this host, for places without published limits. */
  minGapMs?: number;
}

export interface SourceResponse {
  status: number;
  headers: Headers;
  /** The address that answered, after redirects. */
  url: string;
  text: string;
  /** ISO 8601: the server's clock when it answered (its Date header), ours where it has none. */
  servedAt: string;
}

/**
 * The way out to a source: one request at a time per host, waits that the server asks for, retries,
 * time limits, sizes capped while streaming, each request logged. Faults: `offline`, `timeout`,
 * `signed-out` (401), `forbidden` (403), `not-found` (404, 410), `rate-limited` (429 and the
 * vendors' ways to say so; detail `seconds`), `server-error` (5xx), `bad-response`; detail
 * `status` where there was one.
 */
export interface SourceHttp {
  send(request: SourceRequest, signal: AbortSignal): Promise<Result<SourceResponse>>;
}

/** What connectors need from the place they run in. */
export interface ConnectorPorts {
  http: SourceHttp;
  now: Clock;
  readOwnFile: ReadText;
  /** The language of a text, for places that do not say it, e.g. `de`. */
  languageOf: (text: string) => string;
  /** Lets agents’ questions go first: see `mapEach`. */
  giveWay: () => Promise<void>;
}

/** A source as its connector sees it. */
export interface ConnectorSource<S> {
  id: string;
  settings: S;
  /** By the name of the field; kept apart from the settings, which are shown and exported. */
  secrets: Record<string, string>;
}

/** A secret that is asked for when a source is added, e.g. an API token. */
export interface SecretField {
  name: string;
  required: boolean;
}

/** How long after the end of one reading the next begins, in milliseconds. */
export interface Cadence {
  pullMs: number;
  /** The same while the agent has a helpdesk tab in front. */
  pullActiveMs: number;
  sweepMs: number;
}

/** One kind of source: each folder exports one, and the registry lists them. */
export interface ConnectorKind<S = unknown> {
  readonly kind: Source['kind'];
  readonly settings: z.ZodMiniType<S>;
  readonly secrets: readonly SecretField[];
  readonly cadence: Cadence;
  /** Settings for a pasted address; null when the address alone does not tell. No request. */
  detect(url: URL): S | null;
  /** For kinds that live at any address: asks the place whether it is one. */
  probe?(url: URL, http: SourceHttp, signal: AbortSignal): Promise<Result<S | null>>;
  /**
   * Origins that the agent must allow before anything is asked, as `https://host`. Requests to any
   * other origin are refused, and redirects to one are not followed; a browser that hides where a
   * redirect leads goes there by itself, with nothing of ours, and its answer is not read.
   */
  origins(settings: S): string[];
  /**
   * For places that can be read with the agent's own session, through an open tab of theirs:
   * settings for the helpdesk at this address. Only GETs below `/api/v2/` go that way.
   */
  sessionSettings?(url: URL): S | null;
  /** The origin whose tab requests go through; null when these settings need no tab. */
  sessionOrigin?(settings: S): string | null;
  create(source: ConnectorSource<S>, ports: ConnectorPorts): Connector;
}
