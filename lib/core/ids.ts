/** Names for things: random ids, and short names for content. */

/** A random id, unique for all practical purposes. */
export function createId(): string {
  return crypto.randomUUID();
}

/** 128 bits of SHA-256 as hex: equal texts have equal names, different texts different ones. */
export async function hashText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest, 0, 16)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
