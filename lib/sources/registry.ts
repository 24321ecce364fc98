/** Every kind of source there is: which addresses it reads, and how its connector is made. */
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { SourceKind } from '@/lib/model/source';
import type { Settings, SourceMatch } from '@/lib/model/source-draft';
import type {
  Cadence,
  Connector,
  ConnectorKind,
  ConnectorPorts,
  SecretField,
  SourceHttp,
} from '@/lib/sources/contract';
import { bugzillaKind } from '@/lib/sources/bugzilla/connector';
import { confluenceKind } from '@/lib/sources/confluence/connector';
import { discourseKind } from '@/lib/sources/discourse/connector';
import { githubKind } from '@/lib/sources/github/connector';
import { gitlabKind } from '@/lib/sources/gitlab/connector';
import { helpscoutDocsKind } from '@/lib/sources/helpscout-docs/connector';
import { helpscoutRepliesKind } from '@/lib/sources/helpscout-replies/connector';
import { intercomKind } from '@/lib/sources/intercom/connector';
import { jiraKind } from '@/lib/sources/jira/connector';
import { linearKind } from '@/lib/sources/linear/connector';
import { mediaWikiKind } from '@/lib/sources/mediawiki/connector';
import { notionKind } from '@/lib/sources/notion/connector';
import { redmineKind } from '@/lib/sources/redmine/connector';
import { sampleKind } from '@/lib/sources/sample/kind';
import { siteKind } from '@/lib/sources/site/connector';
import { statuspageKind } from '@/lib/sources/statuspage/connector';
import { zendeskGuideKind } from '@/lib/sources/zendesk-guide/connector';
import { zendeskTicketsKind } from '@/lib/sources/zendesk-tickets/connector';

/** In the order in which an address is tried: those that ask least of an answer last. */
const KINDS: readonly ConnectorKind[] = [
  sampleKind,
  zendeskGuideKind,
  zendeskTicketsKind,
  helpscoutDocsKind,
  helpscoutRepliesKind,
  intercomKind,
  jiraKind,
  confluenceKind,
  notionKind,
  githubKind,
  gitlabKind,
  linearKind,
  statuspageKind,
  bugzillaKind,
  redmineKind,
  discourseKind,
  mediaWikiKind,
  siteKind,
];

/** A kind with settings that are its own. */
export interface Configured {
  /** Origins that the agent must allow. */
  origins: string[];
  /** The origin whose tab requests go through; null when they go directly. */
  sessionOrigin: string | null;
  create(source: { id: string; secrets: Record<string, string> }, ports: ConnectorPorts): Connector;
}

/** Null for kinds that are filled by hand and never pulled. */
export function findKind(kind: SourceKind): ConnectorKind | null {
  return KINDS.find((one) => one.kind === kind) ?? null;
}

/** How often sources of a kind are read; null for those filled by hand. */
export function cadenceOf(kind: SourceKind): Cadence | null {
  return findKind(kind)?.cadence ?? null;
}

export function secretsOf(kind: SourceKind): readonly SecretField[] {
  return findKind(kind)?.secrets ?? [];
}

/** The kind with these settings; `bad-message` when they are not of its shape, or it has no connector. */
export function configure(kind: SourceKind, settings: Settings): Result<Configured> {
  const found = findKind(kind);
  if (found === null) return fail(fault('bad-message', { why: 'no connector' }));
  const parsed = found.settings.safeParse(settings);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    return fail(fault('bad-message', { why: 'settings', field: path }));
  }
  const { data } = parsed;
  return ok({
    origins: found.origins(data),
    sessionOrigin: found.sessionOrigin?.(data) ?? null,
    create: ({ id, secrets }, ports) => found.create({ id, settings: data, secrets }, ports),
  });
}

/** Ways to read the address that it tells by itself, best first. */
export function detectSources(url: URL): SourceMatch[] {
  return KINDS.flatMap((kind) => {
    const settings = kind.detect(url);
    return settings === null ? [] : toMatch(kind, url, settings);
  });
}

/**
 * Ways that the place itself tells, asked kind by kind. A place that no kind knows is an empty list;
 * a fault, when it cannot be asked at all.
 */
export async function probeSources(
  url: URL,
  http: SourceHttp,
  signal: AbortSignal,
): Promise<Result<SourceMatch[]>> {
  const matches: SourceMatch[] = [];
  let unreachable: Fault | null = null;
  for (const kind of KINDS) {
    // oxlint-disable-next-line no-await-in-loop -- one question at a time
    const found = await kind.probe?.(url, http, signal);
    if (found?.ok === true && found.value !== null) {
      matches.push(...toMatch(kind, url, found.value));
    }
    if (found?.ok === false && isUnreachable(found.fault)) unreachable = found.fault;
    if (unreachable !== null) break;
  }
  return unreachable !== null && matches.length === 0 ? fail(unreachable) : ok(matches);
}

/** Settings for reading the helpdesk at this address with the agent's own session; null where that is not possible. */
export function sessionMatch(url: URL): SourceMatch | null {
  for (const kind of KINDS) {
    const settings = kind.sessionSettings?.(url) ?? null;
    if (settings !== null) return toMatch(kind, url, settings)[0] ?? null;
  }
  return null;
}

function toMatch(kind: ConnectorKind, url: URL, settings: unknown): SourceMatch[] {
  const plain = settings as Settings;
  const configured = configure(kind.kind, plain);
  if (!configured.ok) return [];
  return [
    {
      kind: kind.kind,
      name: url.hostname,
      settings: plain,
      origins: configured.value.origins,
      secrets: kind.secrets.map(({ name, required }) => ({ name, required })),
      isSession: configured.value.sessionOrigin !== null,
    },
  ];
}

/** No other kind will fare better. */
function isUnreachable({ kind }: Fault): boolean {
  return ['offline', 'timeout', 'cancelled', 'rate-limited'].includes(kind);
}
