/** The versions an issue hits; the one the ticket names stands out. */
import { useWording } from '@/components/hooks/use-wording';
import { isVersionOfTicket } from '@/components/sidebar/issue-status';
import { Icon } from '@/components/ui/Icon';

interface AffectedVersionsProps {
  versions: string[];
  /** Versions that stand in the ticket. */
  named: string[];
}

export function AffectedVersions({ versions, named }: AffectedVersionsProps) {
  const { t } = useWording();
  if (versions.length === 0) return null;
  return (
    <div className="versions">
      <span className="versions-label">{t('issue.affects')}</span>
      <ul>
        {versions.map((version) => {
          const isMatch = isVersionOfTicket(version, named);
          return (
            <li key={version} className={isMatch ? 'version version-match' : 'version'}>
              {isMatch && <Icon name="check" />}
              {version}
              {isMatch && <span className="version-note"> {t('issue.thisTicket')}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
