/** Writing to the clipboard, with formatting and as plain text at once. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';

export interface CopyContent {
  html: string;
  text: string;
}

/**
 * Puts both forms on the clipboard; `clipboard-refused` when the browser does not allow it. In a
 * helpdesk page's iframe the page's own policy may forbid `navigator.clipboard`; the older command
 * works there as long as it follows a click or a key.
 */
export async function writeClipboard(content: CopyContent): Promise<Result<null>> {
  const isWritten = (await writeByApi(content)) || writeByCommand(content);
  return isWritten ? ok(null) : fail(fault('clipboard-refused'));
}

async function writeByApi({ html, text }: CopyContent): Promise<boolean> {
  try {
    const blob = (type: string, data: string): Blob => new Blob([data], { type });
    const item = new ClipboardItem({
      'text/html': blob('text/html', html),
      'text/plain': blob('text/plain', text),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

/** Runs the copy command and answers its event ourselves, so that no selection is needed. */
function writeByCommand({ html, text }: CopyContent): boolean {
  let isWritten = false;
  const onCopy = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    // Nobody else may put something else there.
    event.stopImmediatePropagation();
    isWritten = true;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- the only way where the page's policy forbids the API
    const isRun = document.execCommand('copy');
    return isRun && isWritten;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}
