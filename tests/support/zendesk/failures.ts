/** Failures a test orders in advance: the next matching API calls go wrong in the chosen way. */
import {
  emptyReply,
  forbidden,
  notFound,
  serverError,
  signInPage,
  tooManyRequests,
  tooManyRequestsBare,
  unauthenticated,
  type Reply,
} from './replies';

export type FailureKind =
  | '429'
  | '429-bare'
  | '401'
  | '403'
  | '404'
  | '500'
  | 'html'
  | 'empty'
  | 'timeout'
  | 'truncated'
  | 'lost';

export interface PlannedFailure {
  /** Matched against path and query, e.g. `/\/comments/`. */
  readonly path: RegExp;
  /** Any when left out. */
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly kind: FailureKind;
  /** How many calls fail; 1 when left out. */
  readonly times?: number;
  /** Seconds in `Retry-After` of a `429`; 1 when left out. */
  readonly retryAfter?: number;
}

/** A reply in place of the real one, or a way a connection fails: `lost` does what was asked, but cannot say so. */
export type Failure =
  | { readonly how: 'reply'; readonly reply: Reply }
  | { readonly how: 'timeout' }
  | { readonly how: 'truncated' }
  | { readonly how: 'lost' };

export interface FailurePlan {
  add(failure: PlannedFailure): void;
  clear(): void;
  /** Uses up one planned failure for this call, if there is one. */
  take(method: string, pathAndQuery: string): Failure | null;
}

export function createFailurePlan(): FailurePlan {
  let planned: { failure: PlannedFailure; left: number }[] = [];
  return {
    add(failure) {
      planned.push({ failure, left: failure.times ?? 1 });
    },
    clear() {
      planned = [];
    },
    take(method, pathAndQuery) {
      const match = planned.find(
        ({ failure, left }) =>
          left > 0 && (failure.method ?? method) === method && matches(failure.path, pathAndQuery),
      );
      if (!match) return null;
      match.left -= 1;
      return failureOf(match.failure);
    },
  };
}

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

function failureOf({ kind, retryAfter = 1 }: PlannedFailure): Failure {
  switch (kind) {
    case 'timeout':
    case 'truncated':
    case 'lost':
      return { how: kind };
    case '429':
      return { how: 'reply', reply: tooManyRequests(retryAfter) };
    case '429-bare':
      return { how: 'reply', reply: tooManyRequestsBare() };
    case '401':
      return { how: 'reply', reply: unauthenticated() };
    case '403':
      return { how: 'reply', reply: forbidden() };
    case '404':
      return { how: 'reply', reply: notFound() };
    case '500':
      return { how: 'reply', reply: serverError() };
    case 'html':
      return { how: 'reply', reply: signInPage() };
    case 'empty':
      return { how: 'reply', reply: emptyReply() };
  }
}
