import { isOfThisMachine } from '../cloud/web/this-machine.ts';
import type { Entry } from './entry.ts';

/** What decides whether a request is answered. */
export interface Asking {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: whose page asks, as far as the browser says it. */
  readonly site: string | undefined;
  /** The type of a body. */
  readonly type: string | undefined;
  readonly cookie: string | undefined;
}

/** Why a request is not answered, and what was expected instead. */
export interface Refusal {
  readonly status: 401 | 403 | 415;
  readonly title: string;
  readonly detail: string;
}

/** Where the key of the printed address is exchanged for the cookie. */
export const OPEN = '/open';

/** What is below it changes something, and needs `--write`; all else only looks. */
export const ACTS = '/api/do/';

const refused = (status: Refusal['status'], title: string, detail: string): Refusal => ({
  status,
  title,
  detail,
});

/**
 * Whether a request may be answered: it is meant for this machine, comes from a page of the studio or from no page,
 * shows the cookie, and changes nothing unless the studio was started for that.
 *
 * @returns undefined when it may
 */
export function refusalOf(
  asking: Asking,
  { entry, mayWrite }: { readonly entry: Pick<Entry, 'knows'>; readonly mayWrite: boolean },
): Refusal | undefined {
  const { method, path, origin, site, type, cookie } = asking;
  if (!isOfThisMachine(asking)) {
    return refused(403, 'Forbidden', 'only pages of this studio, on this machine, may ask it');
  }
  // Another port of this machine is another origin and yet the same site: the cookie would come along.
  if (site !== undefined && path !== OPEN && !['same-origin', 'none'].includes(site)) {
    return refused(403, 'Forbidden', 'a page elsewhere may not ask the studio');
  }
  if (path === OPEN && method === 'GET') return undefined;
  if (!entry.knows(cookie)) {
    return refused(401, 'Not open', 'open the address that npm run studio has printed');
  }
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (origin === undefined) {
    return refused(403, 'Forbidden', 'only a page of this studio may send something to it');
  }
  if (!/^application\/json\s*(;|$)/i.test(type ?? '')) {
    return refused(415, 'Not JSON', 'what is sent here is JSON, and says so in its Content-Type');
  }
  if (path.startsWith(ACTS) && !mayWrite) {
    return refused(
      403,
      'Only looking',
      'start it with --write to change something: npm run studio -- --write',
    );
  }
  return undefined;
}
