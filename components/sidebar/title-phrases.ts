/** What of a title matched, as the title has it: "printer offline" rather than the ticket's forms of it. */
import { cutByMarks, type Ranges } from '@/components/ui/marks';

/** The marked words in order; words with nothing but a space between them are one phrase. */
export function titlePhrases(title: string, marks: Ranges): string[] {
  const phrases: string[] = [];
  let isOpen = false;
  for (const { text, marked } of cutByMarks(title, marks)) {
    if (marked && isOpen) phrases.push(`${phrases.pop() ?? ''} ${text}`);
    else if (marked) phrases.push(text);
    isOpen = marked || (isOpen && text === ' ');
  }
  return phrases;
}
