/** Requests to the page that are answered later: each gets one answer, a fault when none comes. */
import { fault } from '@/lib/core/fault';
import { fail, type Result } from '@/lib/core/result';
import type { ToPage } from '@/lib/messaging/page-contract';

const ANSWER_LIMIT_MS = 5_000;

type Request = Extract<ToPage, { requestId: string }>;

interface Pending {
  answer: (result: Result<null>) => void;
  isLate: boolean;
}

export interface PageRequests {
  /**
   * Sends the request and waits. After a `timeout` the work may still be done: `onLate` is called
   * with what came of it.
   */
  ask: (request: Request, onLate?: (result: Result<null>) => void) => Promise<Result<null>>;
  /** An answer has come. */
  answer: (requestId: string, result: Result<null>) => void;
  /** The line broke: no answers will come. */
  breakOff: () => void;
}

export function createPageRequests(post: (message: ToPage) => boolean): PageRequests {
  const pending = new Map<string, Pending>();

  return {
    ask(request, onLate) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          pending.set(request.requestId, { isLate: true, answer: (late) => onLate?.(late) });
          resolve(fail(fault('timeout')));
        }, ANSWER_LIMIT_MS);
        const answer = (result: Result<null>): void => {
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
