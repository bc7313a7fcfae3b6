import { describe, expect, test } from 'vitest';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { paintFor } from '../../local/account/paint.ts';
import { MONTH, replies, replyIn } from '../../local/desk/replies.ts';
import { inboxInWords } from '../../local/desk/words/replies.ts';
import { deskOver } from './fake-desk.ts';

const READER = 'abcdefghijklmnop';
const outcome = (id: string, receivedAt: string, fields: object): Attributes => ({
  pk: `inbound#${id}`,
  sk: 'outcome',
  messageId: id,
  receivedAt,
  reader: READER,
  intent: 'none',
  outcome: 'forwarded',
  ...fields,
});
const mail = (id: string, day: number, fields: object = {}): readonly Attributes[] => {
  const receivedAt = `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`;
  return [{ pk: 'inbox#2026-11', sk: `${receivedAt}#${id}` }, outcome(id, receivedAt, fields)];
};
const namesOf = (all: readonly { readonly messageId: string }[]) =>
  all.map(({ messageId }) => messageId);

const MAILS = [
  ...mail('personal', 2, { toAuthor: true }),
  ...mail('cry', 3, { toAuthor: true, distress: true }),
  ...mail('done', 4, { toAuthor: true, answered: true }),
  ...mail('pause', 5, { intent: 'pause', outcome: 'applied' }),
  ...mail('pause-and-words', 6, { intent: 'pause', outcome: 'applied', toAuthor: true }),
  ...mail('unsure', 7, { intent: 'clarify', outcome: 'clarify-asked', because: 'offered' }),
  ...mail('leave?', 8, { intent: 'unsubscribe', outcome: 'confirm-asked' }),
  ...mail('vacation', 9, { outcome: 'ignored-automatic' }),
  ...mail('twice', 9, { outcome: 'ignored-duplicate' }),
  // Begun, and nothing has become of it yet.
  { pk: 'inbox#2026-11', sk: '2026-11-10T09:00:00Z#open' },
  { pk: 'inbound#open', sk: 'outcome', messageId: 'open', receivedAt: '2026-11-10T09:00:00Z' },
  { pk: 'inbox#2026-10', sk: '2026-10-10T09:00:00Z#older' },
  outcome('older', '2026-10-10T09:00:00Z', { toAuthor: true }),
];

test('each mail of a month goes where it belongs, and what waits comes first', async () => {
  const { desk, asked } = deskOver(MAILS);
  const inbox = await replies(desk);
  expect(asked).toEqual(['query', 'batch']);
  expect(inbox).toMatchObject({ month: '2026-11', ignored: 2, more: false });
  expect(namesOf(inbox.waiting)).toEqual(['cry', 'personal', 'pause-and-words']);
  expect(namesOf(inbox.answered)).toEqual(['done']);
  expect(namesOf(inbox.understood)).toEqual(['pause', 'pause-and-words']);
  expect(namesOf(inbox.asked)).toEqual(['unsure', 'leave?']);
  const lines = inboxInWords(inbox, paintFor({ color: false }));
  expect(lines.slice(0, 3)).toEqual([
    'Waiting for you: 3',
    `  2026-11-03 09:00 UTC  none, forwarded; of ${READER}; DISTRESS; for you  (cry)`,
    `  2026-11-02 09:00 UTC  none, forwarded; of ${READER}; for you  (personal)`,
  ]);
  expect(lines).toContain('2 were automatic, repeated or dropped.');
  expect(lines.at(-1)).toMatch(/^What they wrote is in your mailbox/);
});

test('another month, and one in which nobody wrote', async () => {
  const { desk } = deskOver(MAILS);
  expect(namesOf((await replies(desk, '2026-10')).waiting)).toEqual(['older']);
  const lines = inboxInWords(await replies(desk, '2026-09'), paintFor({ color: false }));
  expect(lines).toEqual([
    'Nobody wrote in 2026-09, as far as it is known.',
    '',
    '0 were automatic, repeated or dropped.',
  ]);
});

test('of very many the first thousand are read, in eleven requests, and it is said', async () => {
  const many = Array.from({ length: 1001 }, (_, place) =>
    mail(`m${place}`, 1 + (place % 28), { toAuthor: true }),
  ).flat();
  const { desk, asked } = deskOver(many);
  const inbox = await replies(desk);
  expect([inbox.waiting.length, inbox.more, asked.length]).toEqual([1000, true, 11]);
  expect(inboxInWords(inbox, paintFor({ color: false }))).toContain(
    'The month has more, which were not read.',
  );
});

describe('what a record says', () => {
  test.for<[why: string, fields: object, expected: object | undefined]>([
    ['of nobody who is known', { reader: undefined }, { messageId: 'm' }],
    ['the letter that it answers', { letter: 'letter#closer#tea' }, { letter: 'closer/tea' }],
    ['an issue', { letter: 'issue#2026-12-03' }, { letter: 'issue 2026-12-03' }],
    ['that the author called it no wish', { label: 'no-wish' }, { label: 'no-wish' }],
    [
      'a day and a reason',
      { until: '2026-12-01', because: 'offered' },
      { until: '2026-12-01', because: 'offered' },
    ],
    ['nothing without a moment', { receivedAt: 'x' }, undefined],
    ['nothing without what became of it', { outcome: undefined }, undefined],
    ['nothing without an intent', { intent: undefined }, undefined],
    ['nothing without a name', { messageId: '' }, undefined],
  ])('%s', ([, fields, expected]) => {
    const read = replyIn(outcome('m', '2026-11-02T09:00:00Z', fields));
    if (expected === undefined) expect(read).toBeUndefined();
    else expect(read).toMatchObject(expected);
  });

  test('and nobody’s is no id', () => {
    expect(replyIn(outcome('m', '2026-11-02T09:00:00Z', { reader: undefined }))).not.toHaveProperty(
      'reader',
    );
  });
});

test.for([
  ['2026-09', true],
  ['2026-13', false],
  ['2026-00', false],
  ['26-09', false],
  ['2026-09-01', false],
] as const)('%s is a month: %s', ([text, is]) => {
  expect(MONTH.test(text)).toBe(is);
});
