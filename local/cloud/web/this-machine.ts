/** Headers by which a browser says whom it asks, and for which page. */
export interface Asker {
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

/**
 * Whether a request was meant for this machine, and came from a page of the same server or from no page. A page
 * elsewhere could send the browser here, or point its own name at this machine (DNS rebinding).
 */
export function isOfThisMachine({ host = '', origin }: Asker): boolean {
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return isLocal && (origin === undefined || origin === `http://${host}`);
}
