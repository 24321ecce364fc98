/** Brings in a file of documents: choosing it, how far it is, and what became of it. */
import { useId, useRef, useState, type SubmitEvent } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import { ImportProgress } from '@/components/options/ImportProgress';
import type { OptionsProps } from '@/components/options/Options';
import { Button } from '@/components/ui/Button';

const ACCEPTED = '.jsonl,.ndjson,.gz,application/gzip,application/x-ndjson';

function ImportForm({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const [file, setFile] = useState<File | null>(null);
  const [isForCustomers, setForCustomers] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const fileId = useId();
  const customersId = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (file === null || state.busy !== null) return;
    void actions.importFile(file, { isForCustomers });
    setFile(null);
    if (input.current !== null) input.current.value = '';
  };
  return (
    <form className="import-form" onSubmit={submit}>
      <label htmlFor={fileId}>{t('import.file')}</label>
      <input
        ref={input}
        id={fileId}
        type="file"
        accept={ACCEPTED}
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      <div className="import-choice">
        <input
          id={customersId}
          type="checkbox"
          checked={isForCustomers}
          onChange={(event) => setForCustomers(event.target.checked)}
        />
        <label htmlFor={customersId}>{t('import.forCustomers')}</label>
      </div>
      <Button
        look="primary"
        label={t('import.start')}
        submits
        isDisabled={file === null || state.busy !== null}
      />
    </form>
  );
}

export function ImportSection({ state, actions }: OptionsProps) {
  const { t } = useWording();
  return (
    <section className="options-section" aria-labelledby="import-heading">
      <h2 id="import-heading">{t('import.title')}</h2>
      <p>{t('import.text')}</p>
      <ImportForm state={state} actions={actions} />
      <div aria-live="polite">
        <ImportProgress progress={state.import} onCancel={actions.cancelImport} />
      </div>
    </section>
  );
}
