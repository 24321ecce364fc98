/** Requests to the page that are answered later: each gets one answer, a fault when none comes. */
import { fault } from '@/lib/core/fault';
import { fail, type Result } from '@/lib/core/result';
import type { ToPage } from '@/lib/messaging/page-contract';

const ANSWER_LIMIT_MS = 5_000;

type Request = Extract<ToPage, { requestId: string }>;

interface Pending<T> {
  answer: (result: Result<T>) => void;
  isLate: boolean;
}

/** `T`: what a successful answer carries. */
export interface PageRequests<T = null> {
  /**
   * Sends the request and waits. After a `timeout` the work may still be done: `onLate` is called
   * with what came of it.
   */
  ask: (request: Request, onLate?: (result: Result<T>) => void) => Promise<Result<T>>;
  /** An answer has come. */
  answer: (requestId: string, result: Result<T>) => void;
  /** The line broke: no answers will come. */
  breakOff: () => void;
}

export function createPageRequests<T = null>(
  post: (message: ToPage) => boolean,
  limitMs = ANSWER_LIMIT_MS,
): PageRequests<T> {
  const pending = new Map<string, Pending<T>>();

  return {
    ask(request, onLate) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          pending.set(request.requestId, { isLate: true, answer: (late) => onLate?.(late) });
          resolve(fail(fault('timeout')));
        }, limitMs);
        const answer = (result: Result<T>): void => {
          clearTimeout(timer);
          resolve(result);
        };
        pending.set(request.requestId, { isLate: false, answer });
        if (post(request)) return;
        pending.delete(request.requestId);
        answer(fail(fault('disconnected')));
      });
    },
    answer(requestId, result) {
      const waiting = pending.get(requestId);
      pending.delete(requestId);
      waiting?.answer(result);
    },
    breakOff() {
      const waiting = [...pending.values()];
      pending.clear();
      for (const { answer, isLate } of waiting) {
        if (!isLate) answer(fail(fault('disconnected')));
      }
    },
  };
}
