/** Questions about a source that is being set up, to the agent first and then to the place. */
import { draftOf, typedSecrets } from '@/lib/app/options/sources/draft';
import { changeSetUp, PLACE_LIMIT_MS, type SourceParts } from '@/lib/app/options/sources/parts';
import type { Asked, SetUpState } from '@/lib/app/stores/sources-state';
import type { Result } from '@/lib/core/result';
import type { Source } from '@/lib/model/source';

/** All must be called straight from a click: the browser asks for hosts only then. */
export interface Asking {
  check: (setUp: SetUpState) => Promise<void>;
  preview: (setUp: SetUpState) => Promise<void>;
  /** The source as it is then; null when it could not be saved. */
  save: (setUp: SetUpState) => Promise<Source | null>;
  /** What is under way is not wanted any more. */
  drop: () => void;
}

export function createAsking(parts: SourceParts): Asking {
  const { background } = parts;
  /** Counts up with everything that makes answers under way old. */
  let turn = 0;

  /** What the question came to is shown, and is its answer unless it came to nothing. */
  async function ask<T>(
    permission: Promise<boolean>,
    show: (asked: Asked<T>) => void,
    send: () => Promise<Result<T>>,
  ): Promise<T | null> {
    const mine = ++turn;
    show({ status: 'asking' });
    const isAllowed = await permission;
    const answer = isAllowed && mine === turn ? await send() : null;
    if (mine !== turn) return null;
    if (answer === null) show({ status: 'refused' });
    else if (answer.ok) show({ status: 'answered', value: answer.value });
    else show({ status: 'failed', fault: answer.fault });
    return answer?.ok === true ? answer.value : null;
  }

  async function preview(setUp: SetUpState, permission: Promise<boolean>): Promise<void> {
    await ask(
      permission,
      (asked) => changeSetUp(parts, { preview: asked }),
      () => background.send('source.preview', { draft: draftOf(setUp) }, PLACE_LIMIT_MS),
    );
  }

  async function check(setUp: SetUpState, permission: Promise<boolean>): Promise<void> {
    const draft = draftOf(setUp);
    const isOpen = await ask(
      permission,
      (asked) => changeSetUp(parts, { check: asked }),
      () => background.send('source.check', { draft }, PLACE_LIMIT_MS),
    );
    if (isOpen === null) return;
    const choices = await ask(
      permission,
      (asked) => changeSetUp(parts, { choices: asked }),
      () => background.send('source.choices', { draft }, PLACE_LIMIT_MS),
    );
    if (choices !== null) await preview(setUp, permission);
  }

  const send = (setUp: SetUpState): Promise<Result<Source>> => {
    const { sourceId: id, settings } = setUp;
    const name = setUp.name.trim();
    if (id === null) return background.send('source.add', { draft: draftOf(setUp), name });
    const secrets = typedSecrets(setUp.secrets);
    return background.send('source.edit', { id, name, settings, secrets });
  };

  return {
    check: (setUp) => check(setUp, parts.askOrigins(setUp.origins)),
    preview: (setUp) => preview(setUp, parts.askOrigins(setUp.origins)),
    save: (setUp) =>
      ask<Source>(
        parts.askOrigins(setUp.origins),
        (asked) => {
          const saving = asked.status === 'answered' ? { ...asked, value: null } : asked;
          changeSetUp(parts, { saving });
        },
        () => send(setUp),
      ),
    drop: () => {
      turn += 1;
    },
  };
}
