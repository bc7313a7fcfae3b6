import { expect, test } from 'vitest';
import { UnreadableItem } from '../../functions/adapters/stored.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { newsletterOf } from '../../functions/sending/issues.ts';
import { publishIssues } from '../../functions/sending/publish.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { at, course, enrollment, issue, reader, received } from '../support/builders.ts';
import { fakeSendingWorld } from '../support/fake-sending-world.ts';

/** The table tells nothing of an issue while its mail is put together, for a moment or for good. */

const SEVEN = at('2026-12-03T07:00:00Z');
const RITUALS = issue('rituals', '2026-12-03');
const ANN = reader({
  newsletter: true,
  enrollments: [enrollment({ received: received('a') })],
  issues: { from: '2026-12-01' as LocalDate, waits: [{ date: RITUALS.date }] },
  dueAt: SEVEN,
});
/** Among letters, where nobody has asked for the issues before the claim. */
const DUE = { id: ANN.id, dueAt: SEVEN };

/** @param call of the broadcasts, which fails with the error */
async function without(call: 'all' | 'mailOf', error: Error) {
  const mails: string[] = [];
  const world = fakeSendingWorld(SEVEN, {
    claiming: () => {},
    taken: ({ id }) => void mails.push(id),
  });
  world.deploy([course(['a'])]);
  world.bring([RITUALS]);
  await publishIssues(world);
  world.table.seed(ANN);
  const broadcasts = { ...world.broadcasts, [call]: async () => Promise.reject(error) };
  return { world, mails, newsletter: newsletterOf(broadcasts, world.now) };
}

test.for([
  ['what is being sent', 'all'],
  ['the words of it', 'mailOf'],
] as const)('no fault of a mail where it does not tell %s: it is due still', async ([, call]) => {
  const { world, mails, newsletter } = await without(call, new Error('the table is away'));
  await expect(sendDue({ ...world, newsletter }, DUE)).rejects.toThrow('the table is away');
  const [meanwhile] = world.table.everyone();
  expect([meanwhile?.dueAt, meanwhile?.claim]).toEqual([SEVEN, undefined]);
  expect(await sendDue(world, DUE)).toBe('sent');
  expect(mails).toEqual([ANN.id]);
});

test('a fault where its words can’t be read: the mail is put off, and in nobody’s way', async () => {
  const unread = new UnreadableItem('an issue without its mail');
  const { world, mails, newsletter } = await without('mailOf', unread);
  expect(await sendDue({ ...world, newsletter }, DUE)).toBe('broken');
  const [after] = world.table.everyone();
  expect([after?.dueAt, after?.claim]).toEqual([at('2026-12-03T08:00:00Z'), undefined]);
  expect(mails).toEqual([]);
});
