/** What speaks for an item, as a few named numbers that a person can check. */
import type { Hit } from '@/lib/search/contract';
import type { Item } from '@/lib/model/item';
import type { TicketQuery } from '@/lib/suggest/query';

export interface Features {
  /** Share of the ticket's weighted words that the item holds, 0 to 1. */
  coverage: number;
  /** Share of the item's title that the ticket says, 0 to 1. */
  title: number;
  /** Error codes and names in common, each worth more the rarer it is; 0 to 1. */
  identifiers: number;
  /** The ticket's version is one the issue affects. */
  version: boolean;
  /** The ticket's tags or fields name the item's product. */
  product: boolean;
  /** How far it stands above the next different hit: 1 is twice as high. */
  margin: number;
}

/** Values in common between a hit and the ticket that are worth showing. */
export interface Agreement {
  identifiers: string[];
  version: string | null;
  product: string | null;
}

/** An identifier in this share of all items names nothing. */
const COMMON_SHARE = 0.08;

/** What ticket and item agree on, letter by letter. */
export function agreementOf(
  query: TicketQuery,
  hit: Hit,
  item: Item,
  documents: number,
): Agreement {
  const affected = item.issue?.affectedVersions ?? [];
  const rare = Math.max(3, documents * COMMON_SHARE);
  return {
    identifiers: hit.terms
      .filter((term) => term.identifier && term.documents <= rare && !isVersion(term.term))
      .map((term) => term.surface),
    version:
      query.versions.find((version) => affected.some((name) => namesVersion(name, version))) ??
      null,
    product: item.products.find((product) => query.facts.has(product)) ?? null,
  };
}

/** `next` is the score of the best other item that is not the same matter. */
export function featuresOf(hit: Hit, agreement: Agreement, next: number): Features {
  return {
    coverage: hit.queryCoverage,
    title: hit.titleCoverage,
    identifiers: 1 - 0.5 ** agreement.identifiers.length,
    version: agreement.version !== null,
    product: agreement.product !== null,
    margin: next <= 0 ? 1 : Math.min(1, hit.score / next - 1),
  };
}

function isVersion(term: string): boolean {
  return /^\d+(?:\.\d+)+$/.test(term);
}

function namesVersion(name: string, version: string): boolean {
  return name.split(/[^\d.]+/).includes(version);
}
