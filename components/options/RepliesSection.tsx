/** The sentences that ready replies are made of, for teams that say it in their own words. */
import { useId } from 'react';
import '@/components/options/replies.css';
import { useWording } from '@/components/hooks/use-wording';
import type { OptionsProps } from '@/components/options/Options';
import { ReplyField } from '@/components/options/ReplyField';
import { Button } from '@/components/ui/Button';

function LanguageChoice({ state, actions }: OptionsProps) {
  const { t, locale } = useWording();
  const id = useId();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (
    <p className="reply-language">
      <label htmlFor={id}>{t('replies.language')}</label>
      <select
        id={id}
        value={state.replies.language}
        onChange={(event) => actions.chooseReplyLanguage(event.target.value)}
      >
        {state.replies.languages.map((language) => (
          <option key={language} value={language}>
            {names.of(language) ?? language}
          </option>
        ))}
      </select>
    </p>
  );
}

export function RepliesSection({ state, actions }: OptionsProps) {
  const { t, figure } = useWording();
  const { rows, status, language } = state.replies;
  const faults = rows.filter(({ fault }) => fault !== null).length;
  return (
    <section className="options-section" aria-labelledby="replies-heading">
      <h2 id="replies-heading">{t('replies.heading')}</h2>
      <p>{t('replies.text')}</p>
      <details className="reply-editor">
        <summary>{t('replies.edit')}</summary>
        <LanguageChoice state={state} actions={actions} />
        <ul className="reply-list">
          {rows.map((row) => (
            <ReplyField key={`${language} ${row.case}`} row={row} actions={actions} />
          ))}
        </ul>
        <div className="button-row reply-save">
          <Button
            look="primary"
            label={t('replies.save')}
            isDisabled={status !== 'changed' || faults > 0}
            onPress={() => void actions.saveReplies()}
          />
          <output>
            {faults > 0 && t('replies.faults', faults, [figure(faults)])}
            {faults === 0 && status === 'saved' && t('replies.saved')}
          </output>
        </div>
      </details>
    </section>
  );
}
