import type { Hono } from 'hono';
import type { EmailAddress } from '../../functions/core/address.ts';
import { type AskedMove, moveToken } from '../../functions/core/reader/move.ts';
import { type Matter, mintOwn } from '../../functions/core/reader/own-link.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type Audience, mintWish } from '../../functions/core/replies/signed-wish.ts';
import type { Act } from '../../functions/core/replies/wish-code.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import { mintToken, type Purpose, subscriberId } from '../../functions/core/token.ts';
import { webApp } from '../../functions/web/app.ts';
import type { WebEnv } from '../../functions/web/world.ts';
import { at, enrollment, reader, received } from './builders.ts';
import { FAKE_ID_KEY, type FakeWebWorld, fakeWebWorld } from './fake-web-world.ts';
import { stampIn } from './stamp.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What API Gateway adds to each request. */
export const FROM_ANN = { requestContext: { http: { sourceIp: '192.0.2.7' } } };

/** A web app over a world in memory, and the few ways that tests ask it. */
export interface Asked {
  readonly app: Hono<WebEnv>;
  readonly world: FakeWebWorld;
  get(path: string, init?: RequestInit): Promise<Response>;
  /**
   * A person's press: the page is opened first, and what it holds goes along, after a second and more. Later
   * presses have nothing to do with it. Whoever names the page's stamp is no person, and posts as they say.
   */
  postForm(path: string, fields: Fields, ip?: string): Promise<Response>;
  postJson(path: string, body: unknown): Promise<Response>;
}

export function asking(world: FakeWebWorld = fakeWebWorld()): Asked {
  const app = webApp(world);
  const from = (ip?: string) =>
    ip === undefined ? FROM_ANN : { requestContext: { http: { sourceIp: ip } } };
  const post = async (path: string, fields: Fields, ip?: string) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one);
    }
    return app.request(path, { method: 'POST', body }, from(ip));
  };
  return {
    app,
    world,
    get: async (path, init) => app.request(path, init, FROM_ANN),
    postForm: async (path, fields, ip) => {
      if ('made' in fields) return post(path, fields, ip);
      const made = stampIn(await (await app.request(path, {}, from(ip))).text());
      if (made === undefined) return post(path, fields, ip);
      world.passMilliseconds(1000);
      const answer = await post(path, { made, ...fields }, ip);
      world.presses.forget();
      return answer;
    },
    postJson: async (path, body) =>
      app.request(
        path,
        {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        },
        FROM_ANN,
      ),
  };
}

/** The same of a reader's page that was made before the fake world's now. */
export const stampOf = ({ id, secret } = aReader()): string =>
  mintToken(secret, id, 'press', Date.parse('2026-11-22T09:59:00Z').toString(36));

/** A reader who had the first letter, and is due tomorrow morning. */
export function aReader(fields: Parameters<typeof reader>[0] = {}) {
  return reader({
    enrollments: [enrollment({ received: received('closeness') })],
    dueAt: '2026-11-23T07:00:00Z' as NonNullable<ReturnType<typeof reader>['dueAt']>,
    ...fields,
  });
}

/** The path of a signed wish, made so many days ago. */
export function wishOf(
  audience: Audience,
  acts: readonly Act[],
  subscriber = aReader(),
  daysAgo = 0,
): string {
  const now = plusSeconds(at('2026-11-22T10:00:00Z'), -daysAgo * 86_400);
  return `/wish/${mintWish(subscriber, audience, acts, now)}`;
}

/** The path of a link that was mailed for one thing, so many seconds ago. */
export const ownOf = (matter: Matter, subscriber = aReader(), secondsAgo = 0): string =>
  `/own/${mintOwn(subscriber, matter, plusSeconds(at('2026-11-22T10:00:00Z'), -secondsAgo))}`;

/** The path of a reader's link. */
export function linkOf(purpose: Purpose, subscriber = aReader(), detail = ''): string {
  const token = mintToken(subscriber.secret, subscriber.id, purpose, detail);
  const answer = purpose === 'check-in' ? '/4' : '';
  return `/${purpose === 'lesson' ? 'lessons' : purpose}/${token}${answer}`;
}

/** A wish to move, made just now. */
export const ASKED_MOVE: AskedMove = {
  to: 'anna@example.org' as EmailAddress,
  at: at('2026-11-22T10:00:00Z'),
};

/** The button in the mailbox that somebody asked to move to. */
export const moveLink = (one: Pick<Subscriber, 'id' | 'secret'>, asked: AskedMove): string =>
  `/new-address/${moveToken(one, asked, subscriberId(FAKE_ID_KEY, asked.to))}`;

/** Who reads the version for friends, has had two letters, and a name that is no name. */
export const FRIEND = aReader({
  name: '<Ann>',
  enrollments: [
    enrollment({ track: 'friend' as never, received: received('closeness', 'conversation') }),
  ],
});

/** The link that takes back what a page tells of; `none` where there is no such link. */
export const wayBack = (page: string): string => /href="(\/wish\/[^"]+)"/.exec(page)?.[1] ?? 'none';
