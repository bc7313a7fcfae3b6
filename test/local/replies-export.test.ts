import { expect, test } from 'vitest';
import { labelledIn } from '../../local/replies/export.ts';

const RECORD = {
  pk: 'inbound#m1',
  sk: 'outcome',
  messageId: 'm1',
  receivedAt: '2026-11-22T09:00:00Z',
  intent: 'pause',
  outcome: 'applied',
  label: 'no-wish',
};
const { label: _, ...unlabelled } = RECORD;

test.for<[why: string, item: Readonly<Record<string, string>>, expected: object | undefined]>([
  [
    'a label, and how the mail had been read',
    RECORD,
    {
      mail: 'm1',
      label: 'no-wish',
      at: RECORD.receivedAt,
      intent: 'pause',
      outcome: 'applied',
    },
  ],
  ['a mail without one is nobody’s business', unlabelled, undefined],
  ['nor is a subscriber, whatever is in it', { ...RECORD, sk: 'subscriber' }, undefined],
])('%s', ([, item, expected]) => {
  expect(labelledIn(item)).toEqual(expected);
});
