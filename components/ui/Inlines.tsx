/** Runs of text as React nodes. */
import type { ReactNode } from 'react';
import { SafeLink } from '@/components/ui/SafeLink';
import type { Inline } from '@/lib/model/block';

function marked(run: Inline): ReactNode {
  let node: ReactNode = run.text;
  if (run.code) node = <code>{node}</code>;
  if (run.em) node = <em>{node}</em>;
  if (run.strong) node = <strong>{node}</strong>;
  return run.href === undefined ? node : <SafeLink href={run.href}>{node}</SafeLink>;
}

export function Inlines({ runs }: { runs: Inline[] }) {
  // Runs have no identity and never move: their place is their key.
  return runs.map((run, place) => <span key={place}>{marked(run)}</span>);
}
