/** What speaks for an item as the answer to a ticket: a few named numbers that a person can check. */
import type { Item } from '@/lib/model/item';
import type { TermFrequency } from '@/lib/search/contract';
import type { ExplainedHit } from '@/lib/search/evidence';
import type { TicketQuery } from '@/lib/suggest/query';
import type { RankedCandidate } from '@/lib/suggest/rank/rank';

/** Features of both models. Shares lie between 0 and 1, logs are natural. */
export const FEATURES = [
  /** Share of the ticket's weighted words that the item holds. */
  'coverage',
  /** Share of the title, by rarity, that the ticket says. */
  'title',
  /** 1 when a rare error code or name stands in both. */
  'identifier',
  /** Log of the weight of all words in common. */
  'evidence',
  /** Log of how far it stands above the best other item of its list. */
  'margin',
  /** Log-odds that the ranking gives it among its list. */
  'certainty',
  /** Measured by the ranking, see there: reports of the same fault in the list, */
  'familySize',
  /** weight of what the subject says and the item does not, */
  'subjectMissing',
  /** weight of the body's words in the title, */
  'bodyInTitle',
  /** and log of the number of words in common. */
  'termsInCommon',
  /** Coverage beyond that of the best item of the other list: a bug the articles do not explain. */
  'lead',
  /** Log of the weight of the words in common that the best item of the other list lacks. */
  'unique',
  /** 1 when the other list is empty: nothing to lead before, nothing to be unique beside. */
  'unopposed',
  /** 1 when the ticket names versions and none of them is affected. */
  'otherVersion',
  /** 1 when an incident was going on when the ticket came. */
  'during',
  /** 1 when the ticket is in another language than English, where fewer words are shared. */
  'foreign',
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Record<Feature, number>;

/** Values in common between an item and the ticket that are worth showing. */
export interface Agreement {
  identifiers: string[];
  version: string | null;
  product: string | null;
}

/** What a candidate is compared with. */
export interface Surroundings {
  /** Items searched. */
  documents: number;
  /** The best other hit of the candidate's own list. */
  rival: ExplainedHit | undefined;
  /** The best hit of the other list. */
  other: ExplainedHit | undefined;
  title: readonly TermFrequency[];
  /** What the ranking makes of the candidate. */
  ranked: Pick<RankedCandidate, 'probability' | 'values'>;
}

/** An identifier that stands in more than this share of all items names nothing. */
const COMMON_SHARE = 0.08;
const ALWAYS_RARE = 3;

/** The margin of an item without a rival: what right answers usually have. */
const LONE_MARGIN = 0.7;

const HOUR = 3_600_000;
/** People write a while after it began, and some days after it ended. */
const BEFORE_INCIDENT = 2 * HOUR;
const AFTER_INCIDENT = 72 * HOUR;

/** What ticket and item agree on, letter by letter. */
export function agreementOf(
  query: TicketQuery,
  hit: ExplainedHit,
  item: Item,
  documents: number,
): Agreement {
  const affected = item.issue?.affectedVersions ?? [];
  const rare = Math.max(ALWAYS_RARE, documents * COMMON_SHARE);
  return {
    identifiers: hit.terms
      .filter((term) => term.identifier && term.documents <= rare && !isVersion(term.term))
      .map((term) => term.surface),
    version: query.versions.find((version) => namesVersion(affected, version)) ?? null,
    product: item.products.find((product) => query.facts.has(product)) ?? null,
  };
}

export function featuresOf(
  query: TicketQuery,
  hit: ExplainedHit,
  item: Item,
  agreement: Agreement,
  { documents, rival, other, title, ranked }: Surroundings,
): Features {
  const rarity = (held: number): number => Math.log(1 + documents / (held + 0.5));
  const said = new Set(hit.terms.map(({ term }) => term));
  const weightOf = (terms: readonly TermFrequency[]): number =>
    terms.reduce((sum, term) => sum + rarity(term.documents), 0);
  const elsewhere = new Set(other?.terms.map(({ term }) => term));
  const onlyHere = hit.terms.filter(({ term }) => !elsewhere.has(term));
  const issue = item.issue;
  const affected = issue?.affectedVersions ?? [];
  const { values } = ranked;
  const isOtherVersion =
    query.versions.length > 0 && affected.length > 0 && agreement.version === null;
  return {
    coverage: hit.queryCoverage,
    title: share(weightOf(title.filter(({ term }) => said.has(term))), weightOf(title)),
    identifier: agreement.identifiers.length > 0 ? 1 : 0,
    evidence: Math.log(1 + weightOf(hit.terms)),
    margin:
      rival === undefined
        ? LONE_MARGIN
        : Math.log(Math.max(1, hit.score) / Math.max(1, rival.score)),
    certainty: logit(ranked.probability),
    familySize: values['familySize'] ?? 0,
    subjectMissing: values['subjectMissing'] ?? 0,
    bodyInTitle: values['bodyInTitle'] ?? 0,
    termsInCommon: values['termsInCommon'] ?? 0,
    lead: other === undefined ? 0 : hit.queryCoverage - other.queryCoverage,
    unique: other === undefined ? 0 : Math.log(1 + weightOf(onlyHere)),
    unopposed: Number(other === undefined),
    otherVersion: Number(isOtherVersion),
    during: Number(isDuring(item, query.at)),
    foreign: Number(query.language !== 'en'),
  };
}

/** True when the incident was under way, or just over, at that time. */
export function isDuring(item: Item, at: number | null): boolean {
  if (item.kind !== 'incident' || item.issue === undefined || at === null) return false;
  const begun = Date.parse(item.issue.createdAt);
  const { category, fixDate } = item.issue;
  const ended = category === 'fixed' ? Date.parse(fixDate ?? item.updatedAt) : Infinity;
  return at >= begun - BEFORE_INCIDENT && at <= ended + AFTER_INCIDENT;
}

/** Beyond this, more is no surer. */
const MOST_CERTAIN = 6;

function logit(probability: number): number {
  const odds = Math.log(Math.max(1e-9, probability) / Math.max(1e-9, 1 - probability));
  return Math.max(-MOST_CERTAIN, Math.min(MOST_CERTAIN, odds));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function isVersion(term: string): boolean {
  return /^\d+(?:\.\d+)+$/.test(term);
}

function namesVersion(names: readonly string[], version: string): boolean {
  return names.some((name) => name.split(/[^\d.]+/).includes(version));
}
