import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { NotSentThen, SendOutcome } from '../../functions/core/sending/pace.ts';
import { HOLD_SECONDS } from '../../functions/core/sending/pace.ts';
import { plusSeconds, type Zone } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { newBrake } from '../../functions/sending/brake.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { at, course, enrollment, reader, received } from '../support/builders.ts';
import { fakeSendingWorld, notSent } from '../support/fake-sending-world.ts';

/** What a refusal, or a doubt, leaves behind: the reader's claim and due moment, and who stops. */

const START = at('2026-11-27T07:00:00Z');
const TOMORROW = at('2026-11-28T07:00:00Z');
const DOUBT: SendOutcome = { is: 'in-doubt', why: 'TimeoutError' };
const SENT: SendOutcome = { is: 'sent', messageId: 'm' };

/** One reader whose letter is due, and an SES that answers each call as it is told. */
function due() {
  let calls = 0;
  const world = fakeSendingWorld(START, { claiming: () => {}, taken: () => {} });
  world.deploy([course(['a', 'b'])]);
  const one = reader({ dueAt: START, enrollments: [enrollment()] });
  world.table.seed(one);
  const due = { id: one.id, dueAt: START };

  const asking = (outcome: SendOutcome, act: () => Promise<unknown> = async () => {}) => ({
    ...world,
    mailer: {
      async send() {
        calls += 1;
        await act();
        return outcome;
      },
    },
  });
  const stored = async () => {
    const found = await world.table.load(one.id);
    return { claimed: found?.claim !== undefined, dueAt: found?.dueAt };
  };
  return {
    world,
    due,
    one,
    asking,
    stored,
    send: (outcome: SendOutcome, act?: () => Promise<unknown>) =>
      sendDue(asking(outcome, act), due),
    calls: () => calls,
  };
}

test.for<readonly [then: NotSentThen, dueAt: string | undefined, because: string]>([
  ['retry', START, 'too fast: the next tick takes it'],
  ['hold', START, 'it is the account’s, and this reader is the first when sending goes on'],
  ['put-off', TOMORROW, 'in what is in it: not again today'],
  ['wait', '2026-11-27T07:05:00Z', 'the sandbox may know the address in minutes'],
  ['suppress', undefined, 'the address is none: never again'],
])('refused, %s: due %s and free, since %s', async ([then, dueAt]) => {
  const { send, stored } = due();
  expect(await send(notSent(then))).toBe(then);
  expect(await stored()).toEqual({ claimed: false, dueAt });
});

test('a doubt keeps its claim, and nobody else may send meanwhile', async () => {
  const { send, stored } = due();
  expect(await send(DOUBT)).toBe('in-doubt');
  expect(await stored()).toEqual({ claimed: true, dueAt: START });
  expect(await send(DOUBT)).toBe('open');
});

test('what the reader changed meanwhile survives a put-off', async () => {
  const { world, one, send, stored } = due();
  await send(notSent('put-off'), async () => {
    const now = await world.table.load(one.id);
    if (now !== undefined) await world.table.save({ ...now, hour: 20 as typeof now.hour });
  });
  const [after] = world.table.everyone();
  expect(after?.hour).toBe(20);
  expect(await stored(), 'the new hour, tomorrow').toEqual({
    claimed: false,
    dueAt: '2026-11-28T19:00:00Z',
  });
});

test('nobody is made due who has left meanwhile', async () => {
  const { world, one, send, stored } = due();
  await send(notSent('wait'), async () => {
    const now = await world.table.load(one.id);
    if (now === undefined) return;
    const { dueAt: _, ...rest } = now;
    await world.table.save({ ...rest, standing: { is: 'left', at: START, by: 'page' } });
  });
  expect(await stored()).toEqual({ claimed: false, dueAt: undefined });
});

test('a refusal of the account holds all sending for ten minutes, and by itself no longer', async () => {
  const { world, one, send, calls } = due();
  const lineOf = async () => (await takeDue(world)).is;
  await send(notSent('hold'));
  expect(await lineOf()).toBe('tick-on-hold');
  expect(await takeDue(world)).toMatchObject({ signs: { OnHold: 1 } });
  world.pass(HOLD_SECONDS - 1);
  expect(await lineOf()).toBe('tick-on-hold');
  world.pass(1);
  expect(await lineOf(), 'not only probes: SES answers, and may be asked again').toBe('tick');
  expect(world.receive()).toEqual([expect.objectContaining({ id: one.id, dueAt: START })]);
  expect(calls()).toBe(1);
});

test('of what is queued when the account is refused, a sender tries one', async () => {
  const { world, asking, calls } = due();
  const ids = Array.from({ length: 5 }, (_, n) => `${'abcde'[n]}aaaaaaaaaaaaaaa` as SubscriberId);
  for (const id of ids) {
    world.table.seed(reader({ id, dueAt: START, enrollments: [enrollment()] }));
  }
  const sender = { ...asking(notSent('hold')), brake: newBrake() };
  const ended: string[] = [];
  for (const id of ids) ended.push(await sendDue(sender, { id, dueAt: START }));
  expect(ended).toEqual(['hold', 'resting', 'resting', 'resting', 'resting']);
  expect(calls()).toBe(1);
});

describe('a refusal by a name that nobody knows, and that seems to be about one mail', () => {
  const ids = Array.from({ length: 6 }, (_, n) => `${'abcdef'[n]}aaaaaaaaaaaaaaa` as SubscriberId);
  const guess = { ...notSent('put-off'), guessed: true } as SendOutcome;

  /** What becomes of six letters that are sent at once, and in which state sending is then. */
  async function sixLetters(answers: readonly SendOutcome[]) {
    const { world } = due();
    for (const id of ids) {
      world.table.seed(reader({ id, dueAt: START, enrollments: [enrollment()] }));
    }
    let place = 0;
    const mailer = { send: async () => answers[place++] ?? SENT };
    const sender = { ...world, mailer };
    const send = () => Promise.all(ids.map((id) => sendDue(sender, { id, dueAt: START })));
    return { ended: await send(), again: send, ...(await world.dueIndex.state()), world, sender };
  }

  test('puts off the letters of two, and then it is the account’s', async () => {
    const { ended, holdUntil, world, sender } = await sixLetters(ids.map(() => guess));
    expect(ended).toEqual(['put-off', 'put-off', 'hold', 'hold', 'hold', 'hold']);
    expect(holdUntil).toBe(plusSeconds(START, HOLD_SECONDS));
    world.pass(HOLD_SECONDS);
    const [, , third] = ids;
    const mailer = { send: async () => guess };
    if (third === undefined) throw new Error('no third');
    expect(
      await sendDue({ ...sender, mailer }, { id: third, dueAt: START }),
      'whoever knows it already holds at once, and takes nobody’s day',
    ).toBe('hold');
  });

  test('is that of one mail while others go', async () => {
    const { ended, holdUntil } = await sixLetters([guess, guess, SENT, guess, guess, SENT]);
    expect(ended.filter((one) => one === 'put-off')).toHaveLength(4);
    expect(holdUntil).toBeUndefined();
  });

  test('by a name that we know it is no guess: a lesson that SES refuses holds nobody', async () => {
    const { ended, holdUntil } = await sixLetters(ids.map(() => notSent('put-off')));
    expect(new Set(ended)).toEqual(new Set(['put-off']));
    expect(holdUntil).toBeUndefined();
  });
});

test('a probe that is refused with the account does not let sending go on', async () => {
  const { world, due: one, asking } = due();
  await world.dueIndex.rest(START);
  await sendDue(asking(notSent('hold')), { ...one, probe: true });
  expect((await world.dueIndex.state()).resting).toBeDefined();
  await sendDue(asking(SENT), { ...one, probe: true });
  expect((await world.dueIndex.state()).resting).toBeUndefined();
});

describe('nothing is sent that goes wrong before or after it; it is tried again in an hour', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
  afterEach(() => void vi.restoreAllMocks());

  test('a letter with a slot that has no value', async () => {
    const { world, due: one, asking, stored, calls } = due();
    const words = { literals: ['', ''], slots: ['nothing' as never] };
    const lesson = () => ({ subject: words, html: words, text: words });
    const library = { ...world.library, courses: world.library.courses, lesson };
    expect(await sendDue({ ...asking(SENT), library }, one)).toBe('broken');
    expect(calls()).toBe(0);
    expect(await stored()).toEqual({ claimed: false, dueAt: plusSeconds(START, 3600) });
  });

  test('one of a reader whose zone this runtime has lost: it could not be noted as sent', async () => {
    const { world, one, send, stored, calls } = due();
    world.table.seed({ ...one, zone: 'Atlantis/Poseidonis' as Zone });
    expect(await send(SENT)).toBe('broken');
    expect(calls()).toBe(0);
    expect(await stored()).toEqual({ claimed: false, dueAt: plusSeconds(START, 3600) });
  });
});

test('whoever reads a course that is missing is looked at again tomorrow, and gets it once it is back', async () => {
  const { world, one, asking, send, stored, calls } = due();
  const { courses } = world.library;
  world.deploy([]);
  expect(await send(SENT)).toBe('course-missing');
  expect(calls()).toBe(0);
  expect(await stored()).toEqual({ claimed: false, dueAt: TOMORROW });
  world.deploy(courses);
  world.pass(86_400);
  expect(await sendDue(asking(SENT), { id: one.id, dueAt: TOMORROW })).toBe('sent');
});

test('a letter whose course has become shorter is owed no more', async () => {
  const { world, one, send, stored, calls } = due();
  world.deploy([course(['a'])]);
  world.table.seed({ ...one, enrollments: [enrollment({ received: received('a') })] });
  expect(await send(SENT)).toBe('nothing-owed');
  expect(calls()).toBe(0);
  expect(await stored()).toEqual({ claimed: false, dueAt: undefined });
});
