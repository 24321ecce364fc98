/** Drafts of sources: how one begins, and what a change of its settings brings along. */
import type { SetUpState } from '@/lib/app/stores/sources-state';
import type { Settings, SourceDraft, SourceMatch } from '@/lib/model/source-draft';
import type { SourceKind } from '@/lib/model/source';
import type { SourceState } from '@/lib/model/source-state';
import { confluenceOrigins } from '@/lib/sources/confluence/client';
import { confluenceSettingsSchema } from '@/lib/sources/confluence/settings';
import { intercomSettingsSchema, REGIONS } from '@/lib/sources/intercom/settings';
import { jiraOrigins } from '@/lib/sources/jira/client';
import { jiraSettingsSchema } from '@/lib/sources/jira/settings';

const UNASKED = {
  check: { status: 'none' },
  choices: { status: 'none' },
  preview: { status: 'none' },
  saving: { status: 'none' },
} as const;

export function newSetUp(match: SourceMatch): SetUpState {
  const { kind, settings, origins, isSession } = match;
  const name = partOf(settings) ?? match.name;
  const secretFields = match.secrets.map((field) => ({ ...field, isSet: false }));
  const around = { origins, isSession, secretFields, secrets: {} };
  return { sourceId: null, kind, name, settings, ...around, ...UNASKED };
}

/** Many repositories have one host: the part's own name tells them apart. */
function partOf({ repo, project }: Settings): string | null {
  const part = repo ?? project;
  return typeof part === 'string' ? part : null;
}

export function setUpOf(source: SourceState): SetUpState {
  const { id, kind, name, settings, origins, isSession, secrets } = source;
  const around = { origins, isSession, secretFields: secrets, secrets: {} };
  return { sourceId: id, kind, name, settings, ...around, ...UNASKED };
}

export function draftOf({ sourceId, kind, settings, secrets }: SetUpState): SourceDraft {
  const draft = { kind, settings, secrets: typedSecrets(secrets) };
  return sourceId === null ? draft : { ...draft, id: sourceId };
}

/** Empty fields are no secrets. */
export function typedSecrets(secrets: Record<string, string>): Record<string, string> {
  const typed = Object.entries(secrets).map(([name, value]) => [name, value.trim()] as const);
  return Object.fromEntries(typed.filter(([, value]) => value !== ''));
}

/** The set-up with another setting: other hosts may be asked then, and what was found out is old. */
export function withSetting(setUp: SetUpState, name: string, value: unknown): SetUpState {
  const { [name]: _before, ...others } = setUp.settings;
  const settings = value === undefined ? others : { ...others, [name]: value };
  const isSession = name === 'access' ? value === 'session' : setUp.isSession;
  const origins = originsOf(setUp.kind, settings) ?? setUp.origins;
  return { ...setUp, settings, isSession, origins, ...UNASKED };
}

/** Null where no setting of the kind's form changes who is asked. */
function originsOf(kind: SourceKind, settings: Settings): string[] | null {
  if (kind === 'jira') {
    const parsed = jiraSettingsSchema.safeParse(settings);
    return parsed.success ? jiraOrigins(parsed.data) : null;
  }
  if (kind === 'confluence') {
    const parsed = confluenceSettingsSchema.safeParse(settings);
    return parsed.success ? confluenceOrigins(parsed.data) : null;
  }
  if (kind === 'intercom') {
    const parsed = intercomSettingsSchema.safeParse(settings);
    return parsed.success ? [REGIONS[parsed.data.region]] : null;
  }
  return null;
}
