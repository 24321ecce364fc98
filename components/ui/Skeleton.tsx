/** Grey lines where text will be. They fade in late, so that quick answers do not flicker. */

export function Skeleton({ lines, label }: { lines: number; label?: string }) {
  return (
    <div className="skeleton" role={label === undefined ? undefined : 'status'}>
      {label !== undefined && <span className="sr-only">{label}</span>}
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
