/** Whether text can go into the reply. A reply box that is drawn anew is not gone. */
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { hasReplyBox } from '@/lib/app/stores/reply-box';

/** Helpdesks take the box away for a moment when the agent changes from reply to note. */
const GONE_MS = 700;

const ReplyBoxContext = createContext(true);

/** Waits once for all that asks. */
export function ReplyBoxProvider({ children }: { children: ReactNode }) {
  const isThere = hasReplyBox(useSidebar().state.page);
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    if (isThere) return undefined;
    const timer = setTimeout(() => setGone(true), GONE_MS);
    return () => {
      clearTimeout(timer);
      setGone(false);
    };
  }, [isThere]);
  return <ReplyBoxContext value={isThere || !isGone}>{children}</ReplyBoxContext>;
}

export const useReplyBox = (): boolean => useContext(ReplyBoxContext);
