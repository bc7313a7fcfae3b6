import { studioApp } from '../../local/studio/app.ts';
import { Entry } from '../../local/studio/entry.ts';
import type { Studio } from '../../local/studio/studio.ts';

/** A studio that looks at nothing: whoever asks its place is counted, and told a fault. */
export const SECRETS = { key: 'the-key-of-the-address', session: 'the-secret-of-the-cookie' };
const PORT = 3200;
const HOST = `127.0.0.1:${PORT}`;
export const COOKIE = `kindling-studio-${PORT}=${SECRETS.session}`;

/** The headers of a page of its own. */
export const OURS = { cookie: COOKIE, origin: `http://${HOST}` };
export const JSON_BODY = {
  cookie: COOKIE,
  origin: `http://${HOST}`,
  'content-type': 'application/json',
};

export function aStudio({ mayWrite = true } = {}) {
  let asked = 0;
  const nowhere = {
    outside: {},
    wishes: { values: {} },
    mayWrite,
    desk: () => {
      asked += 1;
      throw new Error('it was asked');
    },
  } as unknown as Studio;
  const app = studioApp(nowhere, new Entry(SECRETS, PORT));
  const request = (path: string, headers: object = {}, init: RequestInit = {}) =>
    app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...headers } });
  return { request, asked: () => asked };
}
