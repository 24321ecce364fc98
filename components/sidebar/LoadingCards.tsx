/** Placeholders of the size that cards will have, so that nothing jumps when answers arrive. */
import { Skeleton } from '@/components/ui/Skeleton';

interface LoadingCardsProps {
  /** Read out, and shown when it takes longer than usual. */
  label: string;
  /** False when the ticket header is still to come, too. */
  hasTicket: boolean;
}

export function LoadingCards({ label, hasTicket }: LoadingCardsProps) {
  return (
    <div className="loading">
      {!hasTicket && (
        <div className="ticket">
          <Skeleton lines={3} />
        </div>
      )}
      <div className="card card-loading issue-card-loading">
        <Skeleton lines={7} />
      </div>
      <div className="card card-loading">
        <Skeleton lines={5} />
      </div>
      <div className="card card-loading">
        <Skeleton lines={5} />
      </div>
      <output className="loading-label">{label}</output>
    </div>
  );
}
