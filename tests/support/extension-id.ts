/** The id our Firefox build runs under; Chrome derives its own from the manifest's key. */
export const FIREFOX_EXTENSION_ID = 'trivet@trivet.example';
