/** The known issue behind the ticket: where it stands, whom it hits, and what to tell the customer. */
import '@/components/sidebar/issue.css';
import { useWording } from '@/components/hooks/use-wording';
import { AffectedVersions } from '@/components/sidebar/AffectedVersions';
import { CardActions } from '@/components/sidebar/CardActions';
import { CardShell } from '@/components/sidebar/CardShell';
import { CardTitle, TITLE_LIMIT } from '@/components/sidebar/CardTitle';
import { DismissButton } from '@/components/sidebar/DismissButton';
import { issueStatusWords, workaroundOf } from '@/components/sidebar/issue-status';
import { Notices } from '@/components/sidebar/Notices';
import { PassageText } from '@/components/sidebar/PassageText';
import { ReadyReply } from '@/components/sidebar/ReadyReply';
import { Reasons } from '@/components/sidebar/Reasons';
import { VisibilityBadge } from '@/components/sidebar/VisibilityBadge';
import { Workaround } from '@/components/sidebar/Workaround';
import { formatAge, formatMoment } from '@/components/ui/dates';
import { Icon } from '@/components/ui/Icon';
import { SafeLink } from '@/components/ui/SafeLink';
import { cut } from '@/lib/core/text';
import type { IssueFacts } from '@/lib/model/issue-facts';
import type { ItemKind } from '@/lib/model/item';
import type { Suggestion } from '@/lib/model/suggestion';

function IssueFigures({ kind, facts }: { kind: ItemKind; facts: IssueFacts }) {
  const { t, locale, now, figure } = useWording();
  const asOf = formatAge(facts.asOf, now, locale);
  return (
    <p className="meta">
      {facts.rawStatus !== '' && (
        <span>
          {kind === 'incident'
            ? t('incident.raw', [facts.rawStatus])
            : t('issue.raw', [facts.rawStatus])}
        </span>
      )}
      {facts.linkedTickets > 0 && (
        <span>{t('issue.linked', facts.linkedTickets, [figure(facts.linkedTickets)])}</span>
      )}
      {asOf !== null && (
        <time dateTime={facts.asOf} title={formatMoment(facts.asOf, locale) ?? undefined}>
          {t('issue.asOf', [asOf])}
        </time>
      )}
    </p>
  );
}

function versionsNamed(suggestion: Suggestion): string[] {
  return suggestion.reasons.flatMap((reason) =>
    reason.kind === 'version' ? [reason.version] : [],
  );
}

export function KnownIssueCard({ suggestion }: { suggestion: Suggestion }) {
  const wording = useWording();
  const { item } = suggestion;
  const facts = item.issue;
  return (
    <CardShell itemId={item.id} label={cut(item.title, TITLE_LIMIT)} className="issue-card">
      <div className="issue-top">
        <div className="card-head">
          <p className="issue-status">
            <Icon name={item.kind === 'incident' ? 'incident' : 'bug'} />
            {facts ? issueStatusWords(item.kind, facts, wording) : wording.t('list.knownIssue')}
          </p>
          <DismissButton item={item} />
        </div>
        <p className="issue-source">
          <SafeLink href={item.url} isMarked>
            {item.key ?? wording.t('item.open')}
          </SafeLink>
          <VisibilityBadge visibility={item.visibility} />
        </p>
      </div>
      <CardTitle item={item} marks={suggestion.titleMarks} />
      {facts && <IssueFigures kind={item.kind} facts={facts} />}
      {facts && (
        <AffectedVersions versions={facts.affectedVersions} named={versionsNamed(suggestion)} />
      )}
      {workaroundOf(item).length === 0 && (
        <PassageText passage={suggestion.passage} lang={item.locale} />
      )}
      <Workaround item={item} />
      <ReadyReply item={item} />
      <Notices suggestion={suggestion} />
      <Reasons suggestion={suggestion} />
      <CardActions item={item} />
    </CardShell>
  );
}
