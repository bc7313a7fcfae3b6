import type { EmailAddress } from '../../functions/core/address.ts';
import { erased } from '../../functions/core/reader/lifecycle.ts';
import type { Standing, Subscriber } from '../../functions/core/reader/subscriber.ts';
import {
  firstSecret,
  type LinkSecret,
  type SubscriberId,
  subscriberId,
} from '../../functions/core/token.ts';
import { moveReader } from '../../functions/web/move.ts';
import { at, claim, request } from './builders.ts';
import { FAKE_ID_KEY, FAKE_SECRET_KEY, type FakeWebWorld } from './fake-web-world.ts';
import { typedAt } from './move-note.ts';
import { aReader } from './web-requests.ts';

/** Who may be behind an address that somebody types: a name for each case in which we know another thing. */

export const EMAIL = 'ann@example.com' as EmailAddress;
export const ID = subscriberId(FAKE_ID_KEY, EMAIL);
const SINCE = at('2026-11-20T09:00:00Z');

const one = (fields: Partial<Subscriber> = {}) => aReader({ id: ID, ...fields });
const standing = (is: Standing) => [one({ standing: is })];
const suppressed = (because: 'hard-bounce' | 'complaint' | 'refused') =>
  standing({ is: 'suppressed', at: SINCE, because });

const KNOWN: Readonly<Record<string, readonly Subscriber[]>> = {
  new: [],
  pending: [request({ id: ID })],
  'pending, and both mails sent': [
    request({ id: ID, asked: { at: SINCE, details: {} }, dueAt: SINCE }),
  ],
  active: [one()],
  'active, with a request of this week': [
    one(),
    request({ id: ID, asked: { at: SINCE, details: {}, of: 'reader' } }),
  ],
  'active, with a letter on its way': [one({ dueAt: SINCE, claim: claim(SINCE) })],
  'active, and quiet': [one({ quiet: true })],
  'active, and discreet': [one({ discreet: true })],
  'through with the course': [one({ enrollments: [] })],
  paused: standing({ is: 'paused', since: SINCE }),
  left: standing({ is: 'left', at: SINCE, by: 'page' }),
  'left, and quiet': [one({ standing: { is: 'left', at: SINCE, by: 'page' }, quiet: true })],
  bounced: suppressed('hard-bounce'),
  complained: suppressed('complaint'),
  refused: suppressed('refused'),
  erased: [erased({ id: ID, revision: 1 }, 'fresh-secret' as LinkSecret, SINCE)],
  'new, and typed by a reader as theirs': [
    typedAt({ id: ID, secret: firstSecret(FAKE_SECRET_KEY, ID), now: SINCE }).note,
  ],
};

/** Somebody read there once, and has their letters at another address. */
async function movedAway(world: FakeWebWorld): Promise<void> {
  const address = 'anna@example.org' as EmailAddress;
  const id = subscriberId(FAKE_ID_KEY, address);
  world.subscribers.seed(one());
  const to = { id, address, first: firstSecret(FAKE_SECRET_KEY, id) };
  const moved = await moveReader(world, ID, to, { by: 'reader', channel: 'page' });
  if (moved !== 'moved') throw new Error(`${moved}, where somebody was to move`);
}

export const CLASSES: Readonly<Record<string, (world: FakeWebWorld) => Promise<void>>> = {
  ...Object.fromEntries(
    Object.entries(KNOWN).map(([name, known]) => [
      name,
      async ({ subscribers }: FakeWebWorld) => {
        for (const each of known) subscribers.seed(each);
      },
    ]),
  ),
  'a former address': movedAway,
};

/** A reader who is not asked about, and types that address as their new one. */
export const TYPER = aReader({
  id: 'typertypertypert' as SubscriberId,
  address: 'typer@example.com' as EmailAddress,
  secret: 'typer' as LinkSecret,
});
