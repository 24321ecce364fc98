/** Brings in a file of documents: choosing it, how far it is, and what became of it. */
import { useId, useState, type ChangeEvent } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import { ImportProgress } from '@/components/options/ImportProgress';
import type { OptionsProps } from '@/components/options/Options';

const ACCEPTED =
  '.csv,.tsv,.zip,.json,.jsonl,.ndjson,.gz,.md,.mdx,.markdown,.txt,.html,.htm,application/gzip,application/x-ndjson,application/zip,text/csv';

/** Choosing a file starts its import, so the question about customers comes first. */
function ImportForm({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const [isForCustomers, setForCustomers] = useState(false);
  const fileId = useId();
  const customersId = useId();
  const importChosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file !== undefined) void actions.importFile(file, { isForCustomers });
    // Choosing the same file again must count as a change.
    target.value = '';
  };
  return (
    <div className="import-form">
      <div className="import-choice">
        <input
          id={customersId}
          type="checkbox"
          checked={isForCustomers}
          onChange={(event) => setForCustomers(event.target.checked)}
        />
        <label htmlFor={customersId}>{t('import.forCustomers')}</label>
      </div>
      <label htmlFor={fileId}>{t('import.file')}</label>
      <input
        id={fileId}
        type="file"
        accept={ACCEPTED}
        disabled={state.busy !== null}
        onChange={importChosen}
      />
    </div>
  );
}

/** `data-import` says to those who drive this page how far the import is. */
export function ImportSection({ state, actions }: OptionsProps) {
  const { t } = useWording();
  return (
    <section
      className="options-section"
      aria-labelledby="import-heading"
      data-import={state.import.status}
    >
      <h2 id="import-heading">{t('import.title')}</h2>
      <p>{t('import.text')}</p>
      <ImportForm state={state} actions={actions} />
      <div aria-live="polite">
        <ImportProgress progress={state.import} onCancel={actions.cancelImport} />
      </div>
    </section>
  );
}
