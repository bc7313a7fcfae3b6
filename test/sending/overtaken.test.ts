import { expect, test } from 'vitest';
import { plusSeconds } from '../../functions/core/time.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { at, course, enrollment, reader } from '../support/builders.ts';
import { fakeSendingWorld } from '../support/fake-sending-world.ts';

/** Whoever was slow finds somebody else's claim, and leaves the mail to them. */

const START = at('2026-11-27T07:00:00Z');
const LEASE_OVER = 15 * 60 + 1;

test('a sender that looked for proofs for longer than its lease sends nothing', async () => {
  let copies = 0;
  const world = fakeSendingWorld(START, { claiming: () => {}, taken: () => (copies += 1) });
  world.deploy([course(['a', 'b'])]);
  const { id } = reader({ dueAt: START, enrollments: [enrollment()] });
  world.table.seed(reader({ id, dueAt: START, enrollments: [enrollment()] }));
  const due = { id, dueAt: START };
  world.answer(['silent']);
  await sendDue(world, due);
  world.pass(LEASE_OVER);
  // All proofs have come, and this mail's is not among them: it may be sent again, by one of two.
  const found = { mails: [], missing: 0, newest: plusSeconds(START, 3600) };
  const quick = { ...world, proofs: { of: async () => found } };
  const slow = {
    ...world,
    proofs: {
      async of() {
        world.pass(LEASE_OVER);
        expect(await sendDue(quick, due)).toBe('sent-again');
        return found;
      },
    },
  };
  expect(await sendDue(slow, due)).toBe('open');
  expect(copies).toBe(1);
});

test('a proof that can’t be read may be the one: nothing is sent', async () => {
  let copies = 0;
  const world = fakeSendingWorld(START, { claiming: () => {}, taken: () => (copies += 1) });
  world.deploy([course(['a', 'b'])]);
  const one = reader({ dueAt: START, enrollments: [enrollment()] });
  world.table.seed(one);
  const due = { id: one.id, dueAt: START };
  world.answer(['silent']);
  await sendDue(world, due);
  world.pass(LEASE_OVER);
  const found = { mails: [], missing: 1, newest: plusSeconds(START, 3600) };
  expect(await sendDue({ ...world, proofs: { of: async () => found } }, due)).toBe('waiting');
  expect(copies).toBe(0);
});
