/** Where the parts of a changed helpdesk page are now: pasted, looked at, put in force, taken back. */
import { useId, type ChangeEvent } from 'react';
import '@/components/options/pages.css';
import { useWording } from '@/components/hooks/use-wording';
import type { OptionsProps } from '@/components/options/Options';
import { Button } from '@/components/ui/Button';
import { textKey } from '@/components/ui/text-key';
import type { HelpdeskName, PartChange } from '@/lib/app/stores/pages-state';
import type { SelectorProblem } from '@/lib/model/added-selectors';
import { HELPDESK_NAMES } from '@/lib/model/page-health';

function InForce({ state, actions }: OptionsProps) {
  const { t, figure } = useWording();
  return (
    <ul className="pages-list">
      {state.pages.inForce.map(({ helpdesk, parts, note }) => (
        <li key={helpdesk}>
          <div>
            <strong>{HELPDESK_NAMES[helpdesk]}</strong>
            <p className="meta">
              <span>
                {parts === 0
                  ? t('health.pages.builtIn')
                  : t('health.pages.added', parts, [figure(parts)])}
              </span>
              {note !== '' && <span dir="auto">{note}</span>}
            </p>
          </div>
          {parts > 0 && (
            <Button
              label={t('health.pages.forget')}
              name={t('health.pages.forgetNamed', [HELPDESK_NAMES[helpdesk]])}
              onPress={() => void actions.forgetSelectors(helpdesk)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Forms({ css }: { css: readonly string[] }) {
  return (
    <ol>
      {css.map((one) => (
        <li key={one}>
          <code dir="ltr">{one}</code>
        </li>
      ))}
    </ol>
  );
}

function Preview({ helpdesk, changes }: { helpdesk: HelpdeskName; changes: PartChange[] }) {
  const { t } = useWording();
  return (
    <div className="pages-preview">
      <h3>{t('health.pages.preview', [HELPDESK_NAMES[helpdesk]])}</h3>
      {changes.map(({ name, before, after }) => (
        <dl key={name}>
          <dt>{t('health.pages.previewPart')}</dt>
          <dd>
            <code dir="ltr">{name}</code>
          </dd>
          <dt>{t('health.pages.previewBefore')}</dt>
          <dd>
            <Forms css={before} />
          </dd>
          <dt>{t('health.pages.previewAfter')}</dt>
          <dd>
            <Forms css={after} />
          </dd>
        </dl>
      ))}
    </div>
  );
}

function Problems({ problems }: { problems: SelectorProblem[] }) {
  const { t, figure } = useWording();
  if (problems.length === 0) return null;
  return (
    <div className="pages-problems">
      <p>{t('health.pages.left', problems.length, [figure(problems.length)])}</p>
      <ul>
        {problems.map(({ kind, name }, at) => (
          // The same thing may be wrong with a part twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            {name === null ? t('health.pages.nameless') : <code dir="ltr">{name}</code>}
            {' – '}
            {t(`health.pages.problem.${textKey(kind)}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Draft({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const { text, preview, problems } = state.pages;
  const textId = useId();
  const fileId = useId();
  const openChosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file !== undefined) void actions.openSelectorFile(file);
    // Choosing the same file again must count as a change.
    target.value = '';
  };
  return (
    <>
      <label htmlFor={textId}>{t('health.pages.paste')}</label>
      <textarea
        id={textId}
        className="code-box"
        rows={5}
        dir="ltr"
        spellCheck={false}
        value={text}
        onChange={(event) => void actions.pasteSelectors(event.target.value)}
      />
      <label htmlFor={fileId}>{t('health.pages.file')}</label>
      <input id={fileId} type="file" accept=".json,application/json" onChange={openChosen} />
      <div aria-live="polite">
        <Problems problems={problems} />
        {text.trim() !== '' && preview === null && <p>{t('health.pages.nothing')}</p>}
        {preview && <Preview {...preview} />}
      </div>
    </>
  );
}

export function PagesSection({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const { preview, isSaved } = state.pages;
  return (
    <section className="options-section pages" aria-labelledby="pages-heading">
      <h2 id="pages-heading">{t('health.pages.heading')}</h2>
      <p>{t('health.pages.text')}</p>
      <InForce state={state} actions={actions} />
      <details>
        <summary>{t('health.pages.open')}</summary>
        <div className="pages-draft">
          <Draft state={state} actions={actions} />
          <Button
            look="primary"
            label={t('health.pages.save')}
            isDisabled={preview === null}
            onPress={() => void actions.saveSelectors()}
          />
        </div>
      </details>
      <output>{isSaved && t('health.pages.saved')}</output>
    </section>
  );
}
