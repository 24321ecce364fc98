/** Which settings of each kind are asked for in a form; lists are chosen from what the place has. */
import type { SetUpState } from '@/lib/app/stores/sources-state';
import type { SourceKind } from '@/lib/model/source';

export type SettingField =
  | { name: 'access' | 'region'; type: 'choice'; options: readonly OptionName[] }
  | {
      name: 'community' | 'problems' | 'macros' | 'pastTickets' | 'everyoneReads';
      type: 'switch';
    }
  | { name: 'pastDays'; type: 'number'; least: number; most: number }
  | { name: 'workaroundField' | 'project'; type: 'text' };

export type OptionName = 'public' | 'session' | 'token' | 'site' | 'gateway' | 'us' | 'eu' | 'au';

const FIELDS: Partial<Record<SourceKind, readonly SettingField[]>> = {
  'zendesk-guide': [
    { name: 'access', type: 'choice', options: ['public', 'session', 'token'] },
    { name: 'community', type: 'switch' },
  ],
  'zendesk-tickets': [
    { name: 'access', type: 'choice', options: ['session', 'token'] },
    { name: 'problems', type: 'switch' },
    { name: 'macros', type: 'switch' },
    { name: 'pastTickets', type: 'switch' },
    { name: 'pastDays', type: 'number', least: 1, most: 3_650 },
  ],
  intercom: [
    { name: 'region', type: 'choice', options: ['us', 'eu', 'au'] },
    { name: 'everyoneReads', type: 'switch' },
  ],
  jira: [
    { name: 'access', type: 'choice', options: ['site', 'gateway'] },
    { name: 'workaroundField', type: 'text' },
  ],
  confluence: [{ name: 'access', type: 'choice', options: ['site', 'gateway'] }],
  redmine: [
    { name: 'project', type: 'text' },
    { name: 'workaroundField', type: 'text' },
  ],
};

export function fieldsOf({ kind, settings }: SetUpState): readonly SettingField[] {
  return (FIELDS[kind] ?? []).filter(
    ({ name }) => name !== 'pastDays' || settings['pastTickets'] === true,
  );
}

/** Settings that say where the place is, most exact first. */
const PLACES = ['startUrl', 'apiUrl', 'base', 'address', 'site', 'origin', 'host'] as const;

/** What is read, as its address and the part of it; null where the key alone decides. */
export function placeOf({ settings }: SetUpState): string | null {
  const place = PLACES.map((name) => settings[name]).find((value) => typeof value === 'string');
  const part = settings['repo'] ?? settings['project'];
  if (typeof place !== 'string') return null;
  return typeof part === 'string' ? `${place.replace(/\/$/, '')}/${part}` : place;
}

/** Zendesk is read with a key only when that way in is chosen. */
export function secretsAskedFor({
  settings,
  secretFields,
}: SetUpState): SetUpState['secretFields'] {
  const isKeyless = settings['access'] === 'public' || settings['access'] === 'session';
  const isWanted = settings['access'] === 'token';
  if (isKeyless) return [];
  return isWanted ? secretFields.map((field) => ({ ...field, required: true })) : secretFields;
}

/** True when all is there that the place cannot be asked without. */
export function isFilledIn(setUp: SetUpState): boolean {
  const lacks = secretsAskedFor(setUp).some(
    ({ name, required, isSet }) => required && !isSet && !setUp.secrets[name]?.trim(),
  );
  return setUp.name.trim() !== '' && !lacks;
}
