/** Writes to a real Redmine as its users do: through its public API alone. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';

const MOST_ATTEMPTS = 5;

const numbered = z.object({ id: z.number() });
const listSchema = z.object({
  issues: z.array(z.object({ id: z.number(), subject: z.string() })),
  total_count: z.number(),
});

/** What Redmine takes of an issue; numbers are those of its default data. */
export interface IssueChange {
  subject?: string;
  description?: string;
  status_id?: number;
  tracker_id?: number;
  project_id?: string | number;
  fixed_version_id?: number;
  is_private?: boolean;
  notes?: string;
}

export const TRACKERS = { bug: 1, feature: 2 };
export const STATUSES = { inProgress: 2, resolved: 3, closed: 5, rejected: 6 };

export class RedmineEditor {
  readonly #origin: string;
  readonly #key: string;

  constructor(origin: string, key: string) {
    this.#origin = origin;
    this.#key = key;
  }

  async createProject(identifier: string, isPublic: boolean): Promise<void> {
    const project = { name: identifier, identifier, is_public: isPublic, tracker_ids: [1, 2] };
    await this.#send('POST', 'projects.json', { project });
  }

  async createVersion(project: string, name: string, dueDate: string): Promise<number> {
    const version = { name, due_date: dueDate };
    const made = await this.#send('POST', `projects/${project}/versions.json`, { version });
    return z.object({ version: numbered }).parse(made).version.id;
  }

  async closeVersion(id: number): Promise<void> {
    await this.#send('PUT', `versions/${id}.json`, { version: { status: 'closed' } });
  }

  async createIssue(project: string, change: IssueChange): Promise<number> {
    const issue = { project_id: project, tracker_id: TRACKERS.bug, priority_id: 1, ...change };
    const made = await this.#send('POST', 'issues.json', { issue });
    return z.object({ issue: numbered }).parse(made).issue.id;
  }

  async edit(id: number, issue: IssueChange): Promise<void> {
    await this.#send('PUT', `issues/${id}.json`, { issue });
  }

  async delete(id: number): Promise<void> {
    await this.#send('DELETE', `issues/${id}.json`);
  }

  /** From now on the first is a duplicate of the second. */
  async markDuplicate(id: number, original: number): Promise<void> {
    const relation = { issue_to_id: original, relation_type: 'duplicates' };
    await this.#send('POST', `issues/${id}/relations.json`, { relation });
  }

  /** Titles of a project's issues that this account sees, sorted, read one page at a time. */
  async titles(project: string): Promise<string[]> {
    const titles: string[] = [];
    for (let total = 1; titles.length < total;) {
      const path = `issues.json?status_id=*&project_id=${project}&sort=id&limit=100&offset=${titles.length}`;
      const list = listSchema.parse(await this.#send('GET', path));
      total = list.total_count;
      titles.push(...list.issues.map(({ subject }) => subject));
    }
    return titles.toSorted();
  }

  /** SQLite lets one write at a time, and Redmine answers 500 to one that waited too long. */
  async #send(method: string, path: string, body?: object): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(`${this.#origin}/${path}`, {
        method,
        headers: { 'x-redmine-api-key': this.#key, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (response.ok) return text.trim() === '' ? null : (JSON.parse(text) as unknown);
      if (response.status !== 500 || attempt === MOST_ATTEMPTS) {
        throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 200)}`);
      }
      await sleep(500 * attempt);
    }
  }
}
