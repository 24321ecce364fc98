/** One sentence: when it is said, what it may name, and how it reads on a sample issue. */
import { useId } from 'react';
import { useWording, type WordingNow } from '@/components/hooks/use-wording';
import { Button } from '@/components/ui/Button';
import { textKey } from '@/components/ui/text-key';
import type { OptionsActions, ReplyRow } from '@/lib/app/stores/options-state';

function faultWords({ fault, slots }: ReplyRow, { t }: WordingNow): string | null {
  if (fault === null) return null;
  if (fault.kind !== 'unknown-slot') return t(`replies.fault.${textKey(fault.kind)}`);
  const named = fault.names.map((name) => `{${name}}`).join(' ');
  return slots.length === 0
    ? t('replies.noSlot', [named])
    : t('replies.unknownSlot', [named, slots.map((slot) => `{${slot}}`).join(' ')]);
}

interface ReplyFieldProps {
  row: ReplyRow;
  actions: OptionsActions;
}

export function ReplyField({ row, actions }: ReplyFieldProps) {
  const wording = useWording();
  const { t } = wording;
  const id = useId();
  const wrong = faultWords(row, wording);
  const label = t(`replies.case.${textKey(row.case)}`);
  const reset = t('replies.reset');
  return (
    <li className="reply-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        value={row.text}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-says`}
        onChange={(event) => actions.editReply(row.case, event.target.value)}
      />
      <p id={`${id}-says`} className={wrong === null ? 'fine-print' : 'reply-fault'} dir="auto">
        {wrong ?? row.preview}
      </p>
      {!row.isOurs && (
        <Button
          look="quiet"
          icon="undo"
          label={reset}
          name={t('action.named', [reset, label])}
          onPress={() => actions.resetReply(row.case)}
        />
      )}
    </li>
  );
}
