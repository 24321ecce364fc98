/** How far something has come, in words and as a bar. */
import { useId } from 'react';

export function ProgressBar({ label, value, max }: { label: string; value: number; max: number }) {
  const id = useId();
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={Math.min(value, max)} max={Math.max(1, max)} />
    </div>
  );
}
