/** Setting up a source, new or old: what is typed, what the place says to it, and saving. */
import { draftOf, setUpOf, typedSecrets, withSetting } from '@/lib/app/options/sources/draft';
import {
  changePlaces,
  changeSetUp,
  PLACE_LIMIT_MS,
  type SourceParts,
} from '@/lib/app/options/sources/parts';
import {
  NO_ADDRESS,
  type Asked,
  type PlacesActions,
  type SetUpState,
} from '@/lib/app/stores/sources-state';
import type { Result } from '@/lib/core/result';
import type { Source } from '@/lib/model/source';

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
  const { background, store } = parts;
  const current = (): SetUpState | null => store.getState().places.setUp;
  /** Counts up with everything that makes answers under way old. */
  let turn = 0;

  function begin(setUp: SetUpState | null): void {
    turn += 1;
    changePlaces(parts, { setUp });
  }

  function change(changes: Partial<SetUpState>): void {
    turn += 1;
    changeSetUp(parts, changes);
  }

  /** What the question came to is shown, and is its answer unless it came to nothing. */
  async function askPlace<T>(
    permission: Promise<boolean>,
    show: (asked: Asked<T>) => void,
    ask: () => Promise<Result<T>>,
  ): Promise<T | null> {
    const mine = ++turn;
    show({ status: 'asking' });
    const isAllowed = await permission;
    const answer = isAllowed && mine === turn ? await ask() : null;
    if (mine !== turn) return null;
    if (answer === null) show({ status: 'refused' });
    else if (answer.ok) show({ status: 'answered', value: answer.value });
    else show({ status: 'failed', fault: answer.fault });
    return answer?.ok === true ? answer.value : null;
  }

  const preview = (setUp: SetUpState, permission = parts.askOrigins(setUp.origins)) =>
    askPlace(
      permission,
      (asked) => changeSetUp(parts, { preview: asked }),
      () => background.send('source.preview', { draft: draftOf(setUp) }, PLACE_LIMIT_MS),
    );

  async function check(setUp: SetUpState): Promise<void> {
    // The browser asks during the click only, so once for all three questions.
    const permission = parts.askOrigins(setUp.origins);
    const draft = draftOf(setUp);
    const isOpen = await askPlace(
      permission,
      (asked) => changeSetUp(parts, { check: asked }),
      () => background.send('source.check', { draft }, PLACE_LIMIT_MS),
    );
    if (isOpen === null) return;
    const choices = await askPlace(
      permission,
      (asked) => changeSetUp(parts, { choices: asked }),
      () => background.send('source.choices', { draft }, PLACE_LIMIT_MS),
    );
    if (choices !== null) await preview(setUp, permission);
  }

  async function save(setUp: SetUpState): Promise<void> {
    const { sourceId, settings } = setUp;
    const name = setUp.name.trim();
    const saved = await askPlace<Source>(
      parts.askOrigins(setUp.origins),
      (asked) => {
        changeSetUp(parts, {
          saving: asked.status === 'answered' ? { ...asked, value: null } : asked,
        });
      },
      () =>
        sourceId === null
          ? background.send('source.add', { draft: draftOf(setUp), name })
          : background.send('source.edit', {
              id: sourceId,
              name,
              settings,
              secrets: typedSecrets(setUp.secrets),
            }),
    );
    if (saved === null) return;
    begin(null);
    if (sourceId === null) {
      changePlaces(parts, { address: NO_ADDRESS });
      store.setState({ notice: { kind: 'source-added', name: saved.name } });
    } else store.setState({ notice: { kind: 'source-changed', name: saved.name } });
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
      checkSource: () => withSetUpLater(check),
      previewSource: () => withSetUpLater(preview),
      saveSource: () =>
        withSetUpLater((setUp) => (isFilledIn(setUp) ? save(setUp) : Promise.resolve())),
    },
  };
}

/** One question at a time; they go to one place. */
function isAsking({ check, choices, preview, saving }: SetUpState): boolean {
  return [check, choices, preview, saving].some(({ status }) => status === 'asking');
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
