/** Setting up a source, new or old: what is typed, and saving it. */
import { createAsking } from '@/lib/app/options/sources/asking';
import { setUpOf, typedSecrets, withSetting } from '@/lib/app/options/sources/draft';
import { changePlaces, changeSetUp, type SourceParts } from '@/lib/app/options/sources/parts';
import { NO_ADDRESS, type PlacesActions, type SetUpState } from '@/lib/app/stores/sources-state';

type SettingUpActions = Pick<
  PlacesActions,
  | 'editSource'
  | 'closeSetUp'
  | 'nameSource'
  | 'setSetting'
  | 'setSecret'
  | 'toggleChoice'
  | 'checkSource'
  | 'previewSource'
  | 'saveSource'
>;

export interface SettingUp {
  actions: SettingUpActions;
  begin: (setUp: SetUpState) => void;
}

export function createSettingUp(parts: SourceParts): SettingUp {
  const { store } = parts;
  const current = (): SetUpState | null => store.getState().places.setUp;
  const asking = createAsking(parts);

  function begin(setUp: SetUpState | null): void {
    asking.drop();
    changePlaces(parts, { setUp });
  }

  function change(changes: Partial<SetUpState>): void {
    asking.drop();
    const setUp = current();
    if (setUp !== null) changeSetUp(parts, { ...unasked(setUp), ...changes });
  }

  async function save(setUp: SetUpState): Promise<void> {
    const saved = isFilledIn(setUp) ? await asking.save(setUp) : null;
    if (saved === null) return;
    begin(null);
    const isNew = setUp.sourceId === null;
    if (isNew) changePlaces(parts, { address: NO_ADDRESS });
    const kind = isNew ? 'source-added' : 'source-changed';
    store.setState({ notice: { kind, name: saved.name } });
    await parts.readSources();
  }

  function withSetUp(work: (setUp: SetUpState) => void): void {
    const setUp = current();
    if (setUp !== null && setUp.saving.status !== 'asking') work(setUp);
  }

  async function withSetUpLater(work: (setUp: SetUpState) => Promise<unknown>): Promise<void> {
    const setUp = current();
    if (setUp !== null && !isAsking(setUp)) await work(setUp);
  }

  return {
    begin,
    actions: {
      editSource(sourceId) {
        const source = store.getState().sources.find(({ id }) => id === sourceId);
        if (source !== undefined) begin(setUpOf(source));
      },
      closeSetUp: () => begin(null),
      // A name is ours alone: what was found out about the place stays true.
      nameSource: (name) => changeSetUp(parts, { name }),
      setSetting: (name, value) => withSetUp((setUp) => change(withSetting(setUp, name, value))),
      setSecret: (name, value) =>
        withSetUp(({ secrets }) =>
          change({
            secrets: { ...secrets, [name]: value },
            check: { status: 'none' },
            saving: { status: 'none' },
          }),
        ),
      toggleChoice: (setting, id) => withSetUp((setUp) => change(toggled(setUp, setting, id))),
      checkSource: () => withSetUpLater(asking.check),
      previewSource: () => withSetUpLater(asking.preview),
      saveSource: () => withSetUpLater(save),
    },
  };
}

/** One question at a time; they go to one place. */
function isAsking({ check, choices, preview, saving }: SetUpState): boolean {
  return [check, choices, preview, saving].some(({ status }) => status === 'asking');
}

/** Questions whose answers will not be shown any more. */
function unasked({ check, choices, preview, saving }: SetUpState): Partial<SetUpState> {
  const none = { status: 'none' } as const;
  return {
    ...(check.status === 'asking' ? { check: none } : {}),
    ...(choices.status === 'asking' ? { choices: none } : {}),
    ...(preview.status === 'asking' ? { preview: none } : {}),
    ...(saving.status === 'asking' ? { saving: none } : {}),
  };
}

/** Everything that cannot do without is there. */
function isFilledIn({ name, secrets, secretFields }: SetUpState): boolean {
  const typed = typedSecrets(secrets);
  const lacks = secretFields.some((field) => field.required && !field.isSet && !typed[field.name]);
  return name.trim() !== '' && !lacks;
}

/** What is there to choose from stays known; how its items look does not. */
function toggled(setUp: SetUpState, setting: string, id: string): Partial<SetUpState> {
  const before = setUp.settings[setting];
  const ids = Array.isArray(before) ? before.map(String) : [];
  const after = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  const settings = { ...setUp.settings, [setting]: after };
  return { settings, preview: { status: 'none' }, saving: { status: 'none' } };
}
