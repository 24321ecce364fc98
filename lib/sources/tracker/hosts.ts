/** Which servers the public can reach at all. */

const PRIVATE_ADDRESS =
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[(?:::1|f[cde][\da-f]{2}:))/;
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|lan|internal|intranet|corp|home|home\.arpa|test)$/;

/** True for names and addresses that only a company's own network knows. */
export function isOwnNetwork(address: string): boolean {
  const { hostname } = new URL(address);
  if (PRIVATE_ADDRESS.test(hostname) || PRIVATE_NAME.test(hostname)) return true;
  return !hostname.includes('.') && !hostname.includes(':');
}
