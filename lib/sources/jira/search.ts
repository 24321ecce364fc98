/** Searches in Jira's query language. */
import type { JiraSettings } from '@/lib/sources/jira/settings';
import type { Place } from '@/lib/sources/tracker/walk';

export interface Search extends Place {
  fields: string;
  maxResults: number;
  /** Only issues fixed in the version with this id. */
  version?: string;
}

/**
 * Times in JQL are read in the account's own time zone, unless they are milliseconds since 1970.
 */
export function searchPath(
  settings: JiraSettings,
  { since, fields, maxResults, page, isWhole, version }: Search,
): string {
  const { projects, issueTypes } = settings;
  const clauses = [
    projects.length === 0
      ? 'project is not EMPTY'
      : `project in (${projects.map(quote).join(', ')})`,
    ...(version === undefined ? [] : [`fixVersion = ${version}`]),
    ...(since === null ? [] : [`updated >= ${Date.parse(since)}`]),
    ...(!isWhole || issueTypes.length === 0 ? [] : [`issuetype in (${issueTypes.join(', ')})`]),
  ];
  const order =
    fields === 'id' || version !== undefined ? 'created ASC, key ASC' : 'updated ASC, key ASC';
  const query = new URLSearchParams({
    jql: `${clauses.join(' AND ')} ORDER BY ${order}`,
    fields,
    maxResults: String(maxResults),
    ...(page === null ? {} : { nextPageToken: page }),
  });
  return `search/jql?${query.toString()}`;
}

/** Keys may be words of the query language; ids must stay numbers. */
function quote(project: string): string {
  return /^\d+$/.test(project) ? project : `"${project}"`;
}
