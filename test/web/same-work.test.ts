import { describe, expect, test } from 'vitest';
import { plusSeconds } from '../../functions/core/time.ts';
import { CLASSES, EMAIL, TYPER } from '../support/address-classes.ts';
import { type FakeWebWorld, fakeWebWorld } from '../support/fake-web-world.ts';
import { asking, ownOf } from '../support/web-requests.ts';

/**
 * How long an answer takes must tell nobody who is on the list. A clock can't show that here; what is asked of
 * the table, the queue and the mail provider before the answer can, and it is the same for everybody.
 */

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

/** A world that writes down what is asked of it. */
async function recording(known: (world: FakeWebWorld) => Promise<void>) {
  const called: string[] = [];
  const inner = fakeWebWorld();
  await known(inner);
  const port = <T extends object>(what: string, given: T): T => {
    const own: string[] = [];
    own.push = (...lines) => called.push(...lines.map((line) => `${what}: ${line}`));
    return counted(given, own);
  };
  const world: FakeWebWorld = {
    ...inner,
    subscribers: port('subscribers', inner.subscribers),
    moves: port('moves', inner.moves),
    rateLimit: port('limits', inner.rateLimit),
    dueIndex: port('dueIndex', inner.dueIndex),
    queue: port('queue', inner.queue),
    mailer: port('mailer', inner.mailer),
    signUps: port('signUps', inner.signUps),
    wordings: port('wordings', inner.wordings),
    presses: port('presses', inner.presses),
    probes: port('probes', inner.probes),
  };
  return { called, inner, asked: asking(world) };
}

/** All that a sign-up asks of others before its answer, and the mail once more a minute later. */
async function callsOf(known: (world: FakeWebWorld) => Promise<void>) {
  const { called, inner, asked } = await recording(known);
  const answer = await asked.postForm('/subscribe', { email: EMAIL });
  const signUp = [...called];
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  inner.setNow(plusSeconds(inner.now(), 60));
  called.length = 0;
  const init = { method: 'POST', headers: { cookie } };
  const again = await asked.app.request('/check-your-inbox', init);
  return { signUp, again: [...called], statuses: [answer.status, again.status] };
}

/** The same of a reader who types it as their new one. */
async function callsOfTyping(known: (world: FakeWebWorld) => Promise<void>) {
  const { called, inner, asked } = await recording(known);
  inner.subscribers.seed(TYPER);
  called.length = 0;
  const answer = await asked.postForm(ownOf('address', TYPER), { email: EMAIL });
  // What the next press of a test needs is no call of the door's.
  return { called: called.filter((line) => line !== 'presses: forget'), status: answer.status };
}

const NOBODY = async (): Promise<void> => undefined;

describe('before the answer', () => {
  test.for(Object.entries(CLASSES))('%s: the same calls, in the same order', async ([, known]) => {
    const calls = await callsOf(known);
    expect(calls).toEqual(await callsOf(NOBODY));
    expect(calls.statuses).toEqual([303, 303]);
  });

  test('a look at each place, one write, whether sending rests, one note on the queue, and no mail', async () => {
    const { signUp, again } = await callsOf(NOBODY);
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

describe('before the answer to a reader who types it as their new address', () => {
  /** Nobody there wants a mail that somebody's typing sends, or has had those of this week. */
  const NOT_MAILED =
    /quiet|^left|^bounced|^complained|^refused|^erased|^pending$|request of this week/;
  /** Where a button goes, it is noted; and where nobody reads, it counts as a mail to a stranger. */
  const ofBoth = (called: readonly string[]) =>
    called.filter((line) => !/^(?:moves: ask|signUps: sent)$/.test(line));

  test.for(Object.entries(CLASSES))('%s: as much as for others, or a part of it', async (row) => {
    const [name, known] = row;
    const { called, status } = await callsOfTyping(known);
    const stranger = ofBoth((await callsOfTyping(NOBODY)).called);
    expect(status).toBe(200);
    if (NOT_MAILED.test(name)) {
      expect(called).toEqual(stranger.slice(0, called.length));
      expect(called.slice(-3)).toEqual([
        'subscribers: requests.load',
        'limits: take',
        'limits: take',
      ]);
    } else {
      expect(ofBoth(called)).toEqual(stranger);
      expect(called.filter((line) => line === 'mailer: send')).toHaveLength(1);
    }
  });
});
