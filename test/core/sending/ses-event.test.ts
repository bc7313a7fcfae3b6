import { expect, test } from 'vitest';
import { readMailEvent } from '../../../functions/core/sending/ses-event.ts';

const tags = {
  subscriber: ['abcdefghijklmnop'],
  attempt: ['a1'],
  kind: ['lesson'],
  course: ['closer'],
  lesson: ['closeness'],
};

test.each<[string, object, object | undefined]>([
  [
    'a Send event is a proof, which is looked up and not told',
    { eventType: 'Send', mail: { tags }, send: {} },
    { is: 'ignored' },
  ],
  [
    'a permanent bounce',
    { eventType: 'Bounce', mail: { tags }, bounce: { bounceType: 'Permanent' } },
    { is: 'unmailable', because: 'hard-bounce' },
  ],
  [
    'a transient bounce may be a vacation note',
    { eventType: 'Bounce', mail: { tags }, bounce: { bounceType: 'Transient' } },
    { is: 'soft-bounce' },
  ],
  [
    'so may an undetermined one',
    { eventType: 'Bounce', mail: { tags }, bounce: { bounceType: 'Undetermined' } },
    { is: 'soft-bounce' },
  ],
  [
    'a complaint',
    { eventType: 'Complaint', mail: { tags }, complaint: { complaintFeedbackType: 'abuse' } },
    { is: 'unmailable', because: 'complaint' },
  ],
  [
    'a complaint without a type, as most are',
    { eventType: 'Complaint', mail: { tags }, complaint: {} },
    { is: 'unmailable', because: 'complaint' },
  ],
  [
    'a reader moving us out of the junk folder',
    { eventType: 'Complaint', mail: { tags }, complaint: { complaintFeedbackType: 'not-spam' } },
    { is: 'ignored' },
  ],
  [
    'the older spelling of identity notifications',
    { notificationType: 'Bounce', mail: { tags }, bounce: { bounceType: 'Permanent' } },
    { is: 'unmailable' },
  ],
  [
    'a mail without our tags',
    { eventType: 'Bounce', mail: {}, bounce: { bounceType: 'Permanent' } },
    { is: 'ignored' },
  ],
  ['a kind that we do not ask for', { eventType: 'Open', mail: { tags } }, { is: 'ignored' }],
  ['something else', { hello: 'world' }, undefined],
])('%s', (_, event, expected) => {
  const read = readMailEvent(JSON.stringify(event));
  if (expected === undefined) expect(read).toBeUndefined();
  else expect(read).toMatchObject(expected);
});

test.for<[reason: string, text: string, is: string | undefined]>([
  [
    'what SES publishes once, to a topic that it is to publish to',
    'Successfully validated SNS topic for Amazon SES event publishing.',
    'notice',
  ],
  ['other text is none of its events', 'hello', undefined],
  ['nor is none', '', undefined],
])('%s', ([, text, is]) => {
  expect(readMailEvent(text)?.is).toBe(is);
});
