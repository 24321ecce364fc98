/** Text in, answers out, for when the ticket cannot be read. */
import { useId, useState, type SubmitEvent } from 'react';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { Button } from '@/components/ui/Button';

/** `isFolded` hides the form behind a button where it is not the first thing to try. */
export function PasteForm({ isFolded = false }: { isFolded?: boolean }) {
  const { t } = useWording();
  const { state, actions } = useSidebar();
  const [isOpen, setOpen] = useState(!isFolded);
  const [text, setText] = useState('');
  const id = useId();
  const isEmpty = text.trim() === '';
  const isBusy = state.answer.status === 'loading';
  if (!isOpen) {
    return <Button look="quiet" label={t('paste.open')} onPress={() => setOpen(true)} />;
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isEmpty && !isBusy) void actions.suggestForText(text.trim());
  };
  return (
    <form className="paste" onSubmit={submit}>
      <label htmlFor={id}>{t('paste.label')}</label>
      <textarea
        id={id}
        rows={4}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        look="primary"
        label={t('paste.submit')}
        submits
        isDisabled={isEmpty}
        isBusy={isBusy}
      />
    </form>
  );
}
