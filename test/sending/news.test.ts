import { expect, test } from 'vitest';
import type { RawMail } from '../../functions/adapters/mailer.ts';
import { type SendOutcome, UNVERIFIED_SECONDS } from '../../functions/core/sending/pace.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { at, course, enrollment, reader, received } from '../support/builders.ts';
import { fakeSendingWorld, notSent } from '../support/fake-sending-world.ts';

/** News about a mail counts, whoever has ended its claim since: being first is not knowing. */

const START = at('2026-11-27T07:00:00Z');
const LEASE_OVER = 16 * 60;

/** One reader who is due, and a sender to whose call of SES something happens meanwhile. */
function due() {
  const world = fakeSendingWorld(START, { claiming: () => {}, taken: () => {} });
  world.deploy([course(['a', 'b'])]);
  const one = reader({ dueAt: START, enrollments: [enrollment()] });
  world.table.seed(one);
  const stored = () => world.table.load(one.id);
  const sending = (meanwhile: (sent: SendOutcome) => Promise<SendOutcome>) => {
    const send = async (mail: RawMail) => meanwhile(await world.mailer.send(mail));
    return sendDue({ ...world, mailer: { ...world.mailer, send } }, { id: one.id, dueAt: START });
  };
  /** Another sender takes the claim over after the lease, finds no proof, and waits. */
  const takenOver = async () => {
    world.pass(LEASE_OVER);
    expect(await sendDue(world, { id: one.id, dueAt: START })).toBe('waiting');
  };
  return { world, stored, sending, takenOver };
}

test('an answer that comes when the claim is another’s is news', async () => {
  const { world, stored, sending, takenOver } = due();
  const ended = await sending(async (sent) => {
    world.proofsCome(false);
    await takenOver();
    return sent;
  });
  expect(ended).toBe('sent');
  expect(await stored()).toMatchObject({
    enrollments: [{ received: received('a') }],
    claim: { attempt: 'attempt-2' },
  });
});

test('an address that SES refuses is suppressed, though the claim is another’s', async () => {
  const { world, stored, sending, takenOver } = due();
  await sending(async () => {
    world.proofsCome(false);
    await takenOver();
    return notSent('suppress');
  });
  expect((await stored())?.standing).toMatchObject({ is: 'suppressed', because: 'refused' });
});

test('an address that the sandbox does not know yet is tried again in minutes', async () => {
  const { world, stored, sending } = due();
  expect(await sending(async () => notSent('wait'))).toBe('wait');
  expect(await stored()).toMatchObject({ dueAt: plusSeconds(world.now(), UNVERIFIED_SECONDS) });
  expect((await stored())?.claim).toBeUndefined();
});
