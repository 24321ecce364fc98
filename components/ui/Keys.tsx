/** A key as it is printed on a keyboard. */

export function Keys({ keys }: { keys: string[] }) {
  return keys.map((key) => (
    <kbd key={key} className="key">
      {key}
    </kbd>
  ));
}
