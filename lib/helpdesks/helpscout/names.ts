/** How conversations and people are written in Help Scout. */

/** Where a person opens the conversation; links without the number work, too. */
export function conversationUrl(
  origin: string,
  { id, number = '' }: { id: string; number?: string },
): string {
  return `${origin}/conversation/${id}${number ? `/${number}` : ''}`;
}

/** First and last name, as far as there are. */
export function nameOf(first: string | null | undefined, last: string | null | undefined): string {
  return [first, last]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ');
}
