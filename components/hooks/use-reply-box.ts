/** Whether text can go into the reply. A reply box that is drawn anew is not gone. */
import { useEffect, useState } from 'react';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { hasReplyBox } from '@/lib/app/stores/reply-box';

/** Helpdesks take the box away for a moment when the agent changes from reply to note. */
const GONE_MS = 700;

export function useReplyBox(): boolean {
  const isThere = hasReplyBox(useSidebar().state.page);
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    if (isThere) {
      setGone(false);
      return undefined;
    }
    const timer = setTimeout(() => setGone(true), GONE_MS);
    return () => clearTimeout(timer);
  }, [isThere]);
  return isThere || !isGone;
}
