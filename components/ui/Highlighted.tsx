/** A text with the words that matched the ticket marked. */
import { cutByMarks, type Ranges } from '@/components/ui/marks';

export function Highlighted({ text, marks }: { text: string; marks: Ranges }) {
  return cutByMarks(text, marks).map((segment) =>
    segment.marked ? (
      <mark key={segment.at}>{segment.text}</mark>
    ) : (
      <span key={segment.at}>{segment.text}</span>
    ),
  );
}
