/** The versions an issue hits; the one the ticket names stands out. */
import { useWording } from '@/components/hooks/use-wording';
import { isVersionOfTicket } from '@/components/sidebar/issue-status';
import { Icon } from '@/components/ui/Icon';

/** With more, the line says less. */
const MOST = 5;

interface AffectedVersionsProps {
  versions: string[];
  /** Versions that stand in the ticket. */
  named: string[];
}

export function AffectedVersions({ versions, named }: AffectedVersionsProps) {
  const { t, figure } = useWording();
  if (versions.length === 0) return null;
  const matches = versions.filter((version) => isVersionOfTicket(version, named));
  const others = versions.filter((version) => !matches.includes(version));
  // The newest versions come last in trackers, and are the likeliest to be asked about.
  const shown = [...matches, ...others.slice(-MOST)].slice(0, MOST);
  const left = versions.length - shown.length;
  return (
    <div className="versions">
      <span className="versions-label">{t('issue.affects')}</span>
      <ul>
        {shown.map((version) => {
          const isMatch = matches.includes(version);
          return (
            <li key={version} className={isMatch ? 'version version-match' : 'version'}>
              {isMatch && <Icon name="check" />}
              {version}
              {isMatch && <span className="version-note"> {t('issue.thisTicket')}</span>}
            </li>
          );
        })}
        {left > 0 && <li>{t('issue.moreVersions', left, [figure(left)])}</li>}
      </ul>
    </div>
  );
}
