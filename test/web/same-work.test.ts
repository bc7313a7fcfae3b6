import { describe, expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import { type IdKey, type LinkSecret, subscriberId } from '../../functions/core/token.ts';
import { at, request } from '../support/builders.ts';
import { type FakeWebWorld, fakeWebWorld } from '../support/fake-web-world.ts';
import { typedAt } from '../support/move-note.ts';
import { aReader, asking } from '../support/web-requests.ts';

/**
 * How long an answer takes must tell nobody who is on the list. A clock can't show that here; what is asked of
 * the table, the queue and the mail provider before the answer can, and it is the same for everybody.
 */

const EMAIL = 'ann@example.com';
const ID = subscriberId(new Uint8Array(32) as IdKey, EMAIL as EmailAddress);
const SINCE = at('2026-11-20T09:00:00Z');
const one = (fields: Parameters<typeof aReader>[0]) => aReader({ id: ID, ...fields });

const CLASSES: Readonly<Record<string, readonly Subscriber[]>> = {
  new: [],
  pending: [request({ id: ID })],
  active: [one({})],
  'active, with a request of this week': [
    one({}),
    request({ id: ID, asked: { at: SINCE, details: {}, of: 'reader' } }),
  ],
  'new, and typed by a reader as theirs': [
    typedAt({ id: ID, secret: 'first' as LinkSecret, now: SINCE }).note,
  ],
  'active, and quiet': [one({ quiet: true })],
  paused: [one({ standing: { is: 'paused', since: SINCE } })],
  left: [one({ standing: { is: 'left', at: SINCE, by: 'page' } })],
  bounced: [one({ standing: { is: 'suppressed', at: SINCE, because: 'hard-bounce' } })],
  erased: [one({ standing: { is: 'suppressed', at: SINCE, because: 'erased' } })],
};

/** What stands for one call to the table: the two ways to store a request, and the one that stores nothing. */
const A_WRITE = new Set(['requests.make', 'requests.pretend', 'save']);

/** Writes down each call of a port, and those of what it holds. */
function counted<T extends object>(port: T, called: string[], name = ''): T {
  return new Proxy(port, {
    get(target, key: string) {
      const value: unknown = Reflect.get(target, key);
      const path = name === '' ? key : `${name}.${key}`;
      if (typeof value === 'function') {
        return (...given: unknown[]) => {
          called.push(A_WRITE.has(path) ? 'a write' : path);
          return Reflect.apply(value, target, given) as unknown;
        };
      }
      return typeof value === 'object' && value !== null ? counted(value, called, path) : value;
    },
  });
}

/** All that a sign-up asks of others before its answer, and the mail once more a minute later. */
async function callsOf(known: readonly Subscriber[]) {
  const called: string[] = [];
  const inner = fakeWebWorld();
  for (const each of known) inner.subscribers.seed(each);
  const tell =
    (what: string) =>
    (line: string): string =>
      `${what}: ${line}`;
  const port = <T extends object>(what: string, given: T): T => {
    const own: string[] = [];
    own.push = (...lines) => called.push(...lines.map(tell(what)));
    return counted(given, own);
  };
  const world: FakeWebWorld = {
    ...inner,
    subscribers: port('subscribers', inner.subscribers),
    rateLimit: port('limits', inner.rateLimit),
    dueIndex: port('dueIndex', inner.dueIndex),
    queue: port('queue', inner.queue),
    mailer: port('mailer', inner.mailer),
    signUps: port('signUps', inner.signUps),
    wordings: port('wordings', inner.wordings),
    presses: port('presses', inner.presses),
    probes: port('probes', inner.probes),
  };
  const { postForm, app } = asking(world);
  const answer = await postForm('/subscribe', { email: EMAIL });
  const signUp = [...called];
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  inner.setNow(plusSeconds(inner.now(), 60));
  called.length = 0;
  const init = { method: 'POST', headers: { cookie } };
  const again = await app.request('/check-your-inbox', init);
  return { signUp, again: [...called], statuses: [answer.status, again.status] };
}

describe('before the answer', () => {
  test.for(Object.entries(CLASSES))('%s: the same calls, in the same order', async ([, known]) => {
    const calls = await callsOf(known);
    expect(calls).toEqual(await callsOf([]));
    expect(calls.statuses).toEqual([303, 303]);
  });

  test('a look at each place, one write, whether sending rests, one note on the queue, and no mail', async () => {
    const { signUp, again } = await callsOf([]);
    const ofWork = (all: readonly string[]) =>
      all.filter((line) => !/^(limits|signUps)/.test(line));
    expect(ofWork(signUp)).toEqual([
      // The form's words, and those of each mail that asks.
      ...Array.from({ length: 4 }, () => 'wordings: keep'),
      'subscribers: load',
      'subscribers: requests.load',
      'subscribers: a write',
      'dueIndex: state',
      'queue: put',
    ]);
    expect(ofWork(again)).toEqual([
      'subscribers: requests.load',
      'subscribers: a write',
      'dueIndex: state',
      'queue: put',
    ]);
  });
});
