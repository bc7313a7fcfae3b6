import type { EmailAddress } from '../../functions/core/address.ts';
import type { LessonId } from '../../functions/core/course.ts';
import { MATTERS } from '../../functions/core/reader/own-link.ts';
import type { Standing, Subscriber } from '../../functions/core/reader/subscriber.ts';
import { firstSecret, type LinkSecret, subscriberId } from '../../functions/core/token.ts';
import { at, request } from './builders.ts';
import { FAKE_ID_KEY, FAKE_SECRET_KEY, type FakeWebWorld } from './fake-web-world.ts';
import { ASKED_MOVE, aReader, linkOf, moveLink, ownOf, stampOf, wishOf } from './web-requests.ts';

/** Whom hostile requests are about: one of each standing, with an id, a secret and a name of their own. */

const SINCE = at('2026-11-20T09:00:00Z');
const STANDINGS: Readonly<Record<string, Standing>> = {
  active: { is: 'active' },
  paused: { is: 'paused', since: SINCE },
  left: { is: 'left', at: SINCE, by: 'page' },
  bounced: { is: 'suppressed', at: SINCE, because: 'hard-bounce' },
};

const idOf = (address: string) => subscriberId(FAKE_ID_KEY, address as EmailAddress);

export const CAST: readonly Subscriber[] = Object.entries(STANDINGS).map(([name, standing]) => {
  const address = `${name}.reader@private.example.net` as EmailAddress;
  const { dueAt, ...rest } = aReader({
    id: idOf(address),
    address,
    name: `Annabelle ${name}`,
    secret: `secret-of-the-${name}-one` as LinkSecret,
    standing,
  });
  return standing.is === 'active' && dueAt ? { ...rest, dueAt } : rest;
});

/** Who has asked, and not confirmed. */
export const ASKER = request({
  address: 'typist@private.example.net' as EmailAddress,
  id: idOf('typist@private.example.net'),
  name: 'Annabelle typing',
  secret: firstSecret(FAKE_SECRET_KEY, idOf('typist@private.example.net')),
});

export const EVERYBODY: readonly Subscriber[] = [...CAST, ASKER];

/** Puts them all there; those who read asked to move as well, and one answered a later check-in. */
export async function seedCast({ subscribers, checkIns, moves }: FakeWebWorld): Promise<void> {
  for (const one of EVERYBODY) subscribers.seed(one);
  for (const { id } of CAST.slice(0, 2)) await moves.ask(id, ASKED_MOVE);
  const [, paused] = CAST;
  if (paused) await checkIns.store(paused.id, 'conversation' as LessonId, 5, SINCE);
}

type Paths = readonly string[];
const letter = (one: Subscriber) => linkOf('lesson', one, 'closeness');
const checkIn = (one: Subscriber) => linkOf('check-in', one, 'closeness');

/** What each route with a token takes for a link of somebody's. */
const LINKS: Readonly<Record<string, (one: Subscriber) => Paths>> = {
  '/confirm/:token': (one) => [linkOf('confirm', one), linkOf('confirm', one, 'newsletter')],
  '/unsubscribe/:token': (one) => [linkOf('unsubscribe', one)],
  '/preferences/:token': (one) => [linkOf('preferences', one)],
  '/never/:token': (one) => [linkOf('never', one)],
  '/own/:token': (one) => MATTERS.flatMap((of) => [ownOf(of, one), ownOf(of, one, 3600)]),
  '/own/:token/:course': (one) => [`${ownOf('letters', one)}/closer`],
  '/own/:token/:course/:lesson': (one) => [`${ownOf('letters', one)}/closer/closeness`],
  '/your-page/:token': (one) => [letter(one).replace('lessons', 'your-page')],
  '/your-page/:token/:score': (one) => [`${letter(one).replace('lessons', 'your-page')}/4`],
  '/new-address/:token': (one) => [moveLink(one, ASKED_MOVE)],
  '/wish/:token': (one) => [
    wishOf('question', [{ is: 'pause' }], one),
    wishOf('undo', [{ is: 'leave' }], one),
    wishOf('own-data', [{ is: 'erase' }], one),
    wishOf('question', [{ is: 'leave' }], one, 30),
  ],
  '/lessons/:token': (one) => [letter(one)],
  '/lessons/:token/:lesson': (one) => [`${letter(one)}/emotional`],
  '/check-in/:token': (one) => [checkIn(one).replace(/\/4$/, '')],
  '/check-in/:token/:score': (one) => [checkIn(one)],
};

/** What the other variables of routes may be. */
const OPEN: Readonly<Record<string, string>> = {
  course: 'closer',
  lesson: 'closeness',
  slug: 'friends',
  file: 'course.closer.png',
  language: 'en',
  more: '4',
};

/**
 * The paths that a route is there for, with whose they are.
 *
 * @throws for a route that nothing here fits, so that a new one can't be forgotten
 */
export function pathsFor(
  route: string,
): readonly { readonly path: string; readonly of?: Subscriber }[] {
  const links = LINKS[route];
  if (links !== undefined) {
    return EVERYBODY.flatMap((of) => links(of).map((path) => ({ path, of })));
  }
  const path = route.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => {
    const known = OPEN[name];
    if (known === undefined) throw new Error(`nothing is known that fits ${route}`);
    return known;
  });
  return [{ path }];
}

/** The first two parts of a path: what a link opens, and its token. */
const linkIn = (path: string): string =>
  path
    .replace(/[?#].*/s, '')
    .split('/')
    .slice(1, 3)
    .join('/')
    .toLowerCase();

const OWNERS = new Map(
  Object.keys(LINKS).flatMap((route) =>
    pathsFor(route).map(({ path, of }) => [linkIn(path), of?.id] as const),
  ),
);

/** Whose genuine link a path is; undefined for nobody's. */
export function ownerOf(path: string): Subscriber | undefined {
  const id = OWNERS.get(linkIn(path)) ?? OWNERS.get(linkIn(decoded(path)));
  return EVERYBODY.find((one) => one.id === id);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What makes a press on their page a person's. */
export const STAMPS: Paths = EVERYBODY.map((one) => stampOf(one));
