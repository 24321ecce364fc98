/** What the customer may be told about the item, ready to go into the reply. */
import { useId } from 'react';
import '@/components/sidebar/reply.css';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { TITLE_LIMIT } from '@/components/sidebar/CardTitle';
import { Blocks } from '@/components/ui/Blocks';
import { Button } from '@/components/ui/Button';
import { safeLang } from '@/components/ui/safe-lang';
import { textKey } from '@/components/ui/text-key';
import { cut } from '@/lib/core/text';
import type { ItemHead } from '@/lib/model/item';

interface ReadyReplyProps {
  item: ItemHead;
  headingLevel?: 3 | 4;
}

export function ReadyReply({ item, headingLevel = 4 }: ReadyReplyProps) {
  const { t, locale } = useWording();
  const { state, actions } = useSidebar();
  const id = useId();
  const reply = state.readyReplies[item.id];
  if (reply === undefined || reply === null) return null;
  const Heading = `h${headingLevel}` as const;
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(reply.locale);
  const label = t('reply.insert');
  return (
    <details className="ready-reply">
      <summary>
        <Heading id={id}>{t('reply.title', [language ?? reply.locale])}</Heading>
      </summary>
      <div className="ready-reply-text" lang={safeLang(reply.locale)} dir="auto">
        <Blocks blocks={reply.blocks} headingBase={headingLevel + 1} />
      </div>
      {reply.notes.map((note) => (
        <p key={note} className="fine-print">
          {t(`reply.note.${textKey(note)}`)}
        </p>
      ))}
      <Button
        icon="chat"
        label={label}
        name={t('action.named', [label, cut(item.title, TITLE_LIMIT)])}
        tooltip={t('action.withKey', [label, 'r'])}
        keys="r"
        isBusy={state.busy?.itemId === item.id && state.busy.action === 'insert-reply'}
        isDisabled={state.busy !== null}
        onPress={() => void actions.insertReply(item.id)}
      />
    </details>
  );
}
