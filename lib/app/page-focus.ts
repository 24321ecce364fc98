/** Keeps the keyboard where it was: some editors take it with an insert, and the agent's next key is not theirs. */

/** Remembers what has the keyboard; the answer gives it back. `focusDock` reaches our own closed sidebar. */
export function holdFocus(document: Document, focusDock: () => void): () => void {
  const had = document.activeElement;
  return () => {
    if (!had || had === document.body || !had.isConnected) return;
    if (document.activeElement === had) return;
    (had as HTMLElement).focus();
    // What is in a closed shadow root shows as its host, which takes no focus itself.
    if (document.activeElement !== had) focusDock();
  };
}
