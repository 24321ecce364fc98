/** The ids our builds run under: Chrome derives its own from the manifest key, Firefox's is named. */
export const CHROME_EXTENSION_ID = 'iclihfbloeehdcibembkolbmmnfbcjlg';
export const FIREFOX_EXTENSION_ID = 'trivet@trivet.example';
