/** `browser.i18n.getMessage` over given texts: $1 … $9 are the substitutions, $$ is a dollar sign. */

export type GetMessage = (name: string, substitutions?: string | readonly string[]) => string;

export function createGetMessage(messages: Record<string, string>): GetMessage {
  return (name, substitutions = []) => {
    const values = typeof substitutions === 'string' ? [substitutions] : substitutions;
    const text = messages[name] ?? '';
    return text.replace(/\$(\$|[1-9])/g, (_, mark: string) =>
      mark === '$' ? '$' : (values[Number(mark) - 1] ?? ''),
    );
  };
}
