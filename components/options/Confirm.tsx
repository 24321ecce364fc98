/** Asks before something is deleted for good; the harmless answer has the focus. */
import { useRef } from 'react';
import { useFocusVisit } from '@/components/hooks/use-focus-visit';
import { useWording } from '@/components/hooks/use-wording';
import { Button } from '@/components/ui/Button';

interface ConfirmProps {
  title: string;
  text: string;
  /** What the button says that does it. */
  label: string;
  onConfirm: () => void;
  onKeep: () => void;
}

export function Confirm({ title, text, label, onConfirm, onKeep }: ConfirmProps) {
  const { t } = useWording();
  const keep = useRef<HTMLButtonElement>(null);
  useFocusVisit(keep);
  return (
    <fieldset className="confirm">
      <legend>{title}</legend>
      <p>{text}</p>
      <div className="button-row">
        <Button ref={keep} label={t('options.keep')} onPress={onKeep} />
        <Button look="danger" label={label} onPress={onConfirm} />
      </div>
    </fieldset>
  );
}
