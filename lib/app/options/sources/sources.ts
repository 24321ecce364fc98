/** The sources part of the options page: adding, changing, commanding them, and the request log. */
import { createAddress } from '@/lib/app/options/sources/address';
import { createCommands } from '@/lib/app/options/sources/commands';
import { createLog } from '@/lib/app/options/sources/log';
import { changePlaces, type SourceParts } from '@/lib/app/options/sources/parts';
import { createSettingUp } from '@/lib/app/options/sources/setting-up';
import type { PlacesActions } from '@/lib/app/stores/sources-state';

export interface Sources {
  actions: PlacesActions;
  stop: () => void;
}

export function createSources(parts: SourceParts): Sources {
  const settingUp = createSettingUp(parts);
  const tellNetwork = (): void => changePlaces(parts, { isOnline: parts.network.isOnline() });
  const stopNetwork = parts.network.onChange(tellNetwork);
  tellNetwork();
  return {
    actions: {
      ...createAddress(parts, settingUp.begin),
      ...settingUp.actions,
      ...createCommands(parts),
      ...createLog(parts),
    },
    stop: stopNetwork,
  };
}
