import { describe, expect, test } from 'vitest';
import { PROOF_DAYS } from '../../functions/core/sending/doubt.ts';
import type { Instant } from '../../functions/core/time.ts';
import { plusSeconds, secondsBetween } from '../../functions/core/time.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { at, course, enrollment, reader, received } from '../support/builders.ts';
import { type Answer, fakeSendingWorld } from '../support/fake-sending-world.ts';

/** A mail whose answer was lost: what proves that it went, or that it did not, and what waits. */

/** Eight in Berlin. */
const START = at('2026-11-27T07:00:00Z');
const LEASE_OVER = 15 * 60 + 1;
const DAY = 86_400;

/** One reader who is due, whose letter was sent and is in doubt. */
async function inDoubt(answer: Answer) {
  let copies = 0;
  const world = fakeSendingWorld(START, { claiming: () => {}, taken: () => (copies += 1) });
  world.deploy([course(['a', 'b'])]);
  const one = reader({ dueAt: START, enrollments: [enrollment()] });
  world.table.seed(one);
  const stored = async () => {
    const found = await world.table.load(one.id);
    if (found === undefined) throw new Error('the reader is gone');
    return found;
  };
  /** A message for whatever is due. */
  const look = async () => sendDue(world, { id: one.id, dueAt: (await stored()).dueAt ?? START });
  /** Looks as often as that, each time when the lease before it is over. */
  const looks = async (times: number) => {
    const ended: string[] = [];
    for (let time = 0; time < times; time += 1) {
      world.pass(LEASE_OVER);
      ended.push(await look());
    }
    return ended;
  };
  /** Somebody else gets a letter, so that a proof of it will come. */
  const somebodyElse = async () => {
    world.answer([]);
    const tags = { subscriber: 'zzzzzzzzzzzzzzzz', kind: 'answer' };
    const { fromAddress: from } = world.sender;
    await world.mailer.send({ from, to: one.address, raw: '', tags, stream: 'notices' });
  };
  const copiesOf = () => copies;
  world.answer([answer]);
  expect(await look()).toBe('in-doubt');
  world.answer([]);
  return { world, stored, look, looks, somebodyElse, copies: copiesOf, id: one.id };
}

test('while the lease runs, nobody looks', async () => {
  const { world, look } = await inDoubt('lost');
  world.pass(60);
  expect(await look()).toBe('open');
});

test('a mail that went is known by its proof, for the day that it went', async () => {
  const { stored, looks, copies } = await inDoubt('lost');
  expect(await looks(1)).toEqual(['known-sent']);
  expect(await stored()).toMatchObject({
    enrollments: [{ received: received('a') }],
    last: { at: START, on: '2026-11-27' },
    dueAt: '2026-11-28T07:00:00Z',
  });
  expect((await stored()).claim).toBeUndefined();
  expect(copies()).toBe(1);
});

test('a mail that did not go is sent again when a later one is proven, and its own is not', async () => {
  const { world, looks, somebodyElse, copies } = await inDoubt('silent');
  world.pass(6 * 60);
  await somebodyElse();
  expect(await looks(1)).toEqual(['sent-again']);
  expect(copies()).toBe(1);
});

test('a proof of about the same moment tells nothing: its own may be a little later', async () => {
  const { world, looks, somebodyElse } = await inDoubt('silent');
  world.pass(4 * 60);
  await somebodyElse();
  expect(await looks(1)).toEqual(['waiting']);
});

test('where nothing else is sent, a mail to nobody tells, one lease later', async () => {
  const { world, looks, copies } = await inDoubt('silent');
  expect(await looks(2)).toEqual(['waiting', 'sent-again']);
  expect(secondsBetween(START, world.now()), 'half an hour in all').toBe(2 * LEASE_OVER);
  expect(copies()).toBe(1);
});

test('while no proofs come nothing is sent, and somebody hears of it', async () => {
  const { world, looks, copies } = await inDoubt('lost');
  world.proofsCome(false);
  expect(await looks(4)).toEqual(['waiting', 'proofs-late', 'proofs-late', 'proofs-late']);
  world.proofsCome(true);
  expect(await looks(1), 'late proofs are proofs').toEqual(['known-sent']);
  expect(copies()).toBe(1);
});

test('what never went waits for them too, and then goes on the same day', async () => {
  const { world, looks, copies } = await inDoubt('silent');
  world.proofsCome(false);
  await looks(20);
  world.proofsCome(true);
  expect(await looks(1)).toEqual(['sent-again']);
  expect(copies()).toBe(1);
});

test('after more than a day it goes at the reader’s hour, as it is by then', async () => {
  const { world, looks, stored, copies } = await inDoubt('silent');
  world.proofsCome(false);
  world.pass(DAY + 4 * 3600);
  await looks(1);
  const { id, revision, ...rest } = await stored();
  await world.table.save({ id, ...rest, hour: 20 as never, days: '16' as never, revision });
  world.proofsCome(true);
  expect(await looks(1)).toEqual(['too-late']);
  expect(await stored(), 'Saturday, today, at eight in the evening').toMatchObject({
    dueAt: '2026-11-28T19:00:00Z',
  });
  expect((await stored()).claim).toBeUndefined();
  expect(copies()).toBe(0);
});

test('a mail that is in doubt again and again is never sent twice', async () => {
  const { world, look, looks, copies } = await inDoubt('silent');
  await looks(1);
  world.answer(['lost']);
  world.pass(LEASE_OVER);
  expect(await look()).toBe('in-doubt');
  world.answer([]);
  expect(await looks(1)).toEqual(['known-sent']);
  expect(copies()).toBe(1);
});

describe('when the due moment has moved meanwhile', () => {
  const moved = async (answer: Answer, dueAt: Instant) => {
    const doubt = await inDoubt(answer);
    const { world, stored } = doubt;
    await world.table.save({ ...(await stored()), dueAt });
    world.pass(secondsBetween(world.now(), dueAt));
    return doubt;
  };

  test('the same letter may be owed there: it is not sent before the doubt is over', async () => {
    const { look, copies } = await moved('lost', plusSeconds(START, 3600));
    expect(await look()).toBe('known-sent');
    expect(copies()).toBe(1);
  });

  test('a letter that did not go then is sent as any other', async () => {
    const { look, world, somebodyElse } = await moved('silent', plusSeconds(START, 3600));
    await somebodyElse();
    world.pass(61);
    expect(await look(), 'nothing was sent at this due moment before').toBe('sent');
  });

  test('what was in doubt so long ago that no proof is left does not count', async () => {
    const { look } = await moved('silent', plusSeconds(START, (PROOF_DAYS + 1) * DAY));
    expect(await look()).toBe('sent');
  });

  test('a proof of an earlier sign-up’s confirmation is none of this one’s', async () => {
    const standing = { is: 'pending', since: START } as const;
    let copies = 0;
    const world = fakeSendingWorld(START, { claiming: () => {}, taken: () => (copies += 1) });
    world.deploy([course(['a'])]);
    const one = reader({ dueAt: START, standing, enrollments: [enrollment({ welcomed: false })] });
    world.table.seed(one);
    world.answer(['lost']);
    await sendDue(world, { id: one.id, dueAt: START });
    const again = plusSeconds(START, 20);
    const known = await world.table.load(one.id);
    if (known === undefined) throw new Error('the reader is gone');
    await world.table.save({ ...known, standing: { ...standing, since: again }, dueAt: again });
    world.answer([]);
    const looks: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      world.pass(LEASE_OVER + 20);
      looks.push(await sendDue(world, { id: one.id, dueAt: again }));
    }
    expect(looks).toEqual(['waiting', 'sent']);
    expect(copies).toBe(2);
  });
});
