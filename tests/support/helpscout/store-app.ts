/** Sets the agent's own Help Scout app up as it stands in the extension's storage, from any of its pages. */

interface ExtensionScope {
  storage: {
    local: { set(items: object): Promise<void>; remove(keys: string[]): Promise<void> };
  };
}

/** Runs in one of our pages: self-contained. Null takes it away. */
export function storeHelpscoutApp(app: { appId: string; appSecret: string } | null): Promise<void> {
  const scope = globalThis as unknown as { browser?: ExtensionScope; chrome?: ExtensionScope };
  const storage = (scope.browser ?? scope.chrome)?.storage;
  if (!storage) throw new Error('Not a page of the extension');
  return app === null
    ? storage.local.remove(['helpscout-app', 'helpscout-tokens'])
    : storage.local.set({ 'helpscout-app': app });
}
