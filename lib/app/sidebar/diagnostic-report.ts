/**
 * The report that an agent copies for whoever mends a changed page. It is made of our own names, of
 * counts and of kinds of faults: whatever else the page or the ticket says has no way into it. In
 * English, as it is not for agents.
 */
import type { Anatomy } from '@/lib/helpdesks/anatomy';
import type { Selector } from '@/lib/helpdesks/dom';
import { FAULT_KINDS } from '@/lib/core/fault';
import type { ReadState } from '@/lib/app/sidebar/page-trouble';
import type { PageHealth, PageTrouble } from '@/lib/model/page-health';

/** What the report says besides what was counted. */
export interface ReportContext {
  /** The extension's own version. */
  version: string;
  /** Name and version, from the browser's own description of itself. */
  userAgent: string;
  /** Milliseconds since 1970. */
  now: number;
  helpdesk: PageTrouble['helpdesk'];
}

/** `trouble` is what the agent was told; null when all is well. */
export function diagnosticReport(
  page: ReadState,
  health: PageHealth,
  anatomy: Anatomy,
  trouble: PageTrouble | null,
  { version, userAgent, now, helpdesk }: ReportContext,
): string {
  const counts = new Map(health.selectors.map(({ name, found }) => [name, found]));
  const layouts = anatomy.layouts.filter(({ name }) => counts.get(name)?.some(Boolean));
  const selectors = [...anatomy.onPage, ...anatomy.inPane];
  return [
    'Trivet diagnostic report',
    `time: ${new Date(now).toISOString()}`,
    `trivet: ${version}`,
    `browser: ${browserOf(userAgent)}`,
    `helpdesk: ${helpdesk}`,
    `layout: ${layouts.map(({ name }) => name).join(', ') || 'none that is known'}`,
    `ticket: ${health.isInFront ? 'in front' : 'pane not found'}, ${readingOf(page)}`,
    `told the agent: ${trouble?.parts.join(', ') ?? 'nothing'}`,
    '',
    'selectors: what each form found, best form first, + added in the settings',
    ...selectors.map((selector) => lineOf(selector, counts.get(selector.name), health)),
    '',
    'endpoints: last result',
    ...anatomy.endpoints.map(
      ({ name, path, seen }) =>
        `  ${name}: ${resultOf(health.endpoints[path] ?? health.endpoints[name])} (${path}; ${seen})`,
    ),
  ].join('\n');
}

function readingOf(page: ReadState): string {
  const fault = page.kind === 'ticket' ? page.degraded : page.fault;
  const why = fault === null ? '' : `, fault ${fault.kind}`;
  if (page.kind === 'failed') return `not read${why}`;
  return `read by ${page.readBy}, reply box ${page.channel}${why}`;
}

function lineOf(
  { name, css, seen }: Selector,
  found: readonly number[] | undefined,
  health: PageHealth,
): string {
  const added = (health.added[name] ?? 0) > 0 ? ', added forms in force' : '';
  if (found === undefined) return `  ${name}: not looked for (seen ${seen})${added}`;
  const shown = found.map((count, at) => (at < css.length ? `${count}` : `+${count}`));
  const best = found.findIndex((count) => count > 0);
  const verdict = best < 0 ? 'nothing' : best >= css.length ? 'added form' : `form ${best + 1}`;
  return `  ${name}: ${verdict} [${shown.join(' ')}] (seen ${seen})${added}`;
}

/** What is no kind of ours is not repeated. */
function resultOf(result: string | undefined): string {
  if (result === undefined) return 'not asked';
  return result === 'ok' || FAULT_KINDS.some((kind) => kind === result) ? result : 'unknown';
}

function browserOf(userAgent: string): string {
  return /\b(?:Firefox|Edg|OPR)\/[\d.]+/.exec(userAgent)?.[0] ?? chromeOf(userAgent);
}

function chromeOf(userAgent: string): string {
  return /\bChrome\/[\d.]+/.exec(userAgent)?.[0] ?? 'unknown';
}
