import { expect, test } from 'vitest';
import { readMailEvent } from '../../../functions/core/sending/ses-event.ts';

const ID = 'abcdefghijklmnop';
const tags = {
  subscriber: [ID],
  attempt: ['a1'],
  kind: ['lesson'],
  course: ['closer'],
  lesson: ['closeness'],
  'ses:feedback-id-a': ['letters'],
};
const mail = { messageId: 'm-1', timestamp: '2026-11-26T07:00:00.123Z', tags };
const confirmation = {
  ...mail,
  tags: {
    subscriber: [ID],
    attempt: ['a1'],
    kind: ['confirmation'],
    request: ['1764140400'],
    'ses:feedback-id-a': ['sign-ups'],
  },
};
const forward = { ...mail, tags: { kind: ['forward'], 'ses:feedback-id-a': ['notices'] } };

const testMail = { ...mail, tags: { kind: ['test'], 'ses:feedback-id-a': ['tests'] } };

const LETTER = {
  messageId: 'm-1',
  at: '2026-11-26T07:00:00Z',
  to: 'reader',
  letter: { course: 'closer', lesson: 'closeness' },
  counted: { is: 'letter', course: 'closer', lesson: 'closeness' },
};
const OF_STRANGER = { messageId: 'm-1', at: '2026-11-26T07:00:00Z', to: 'stranger' };

const bounce = (bounceType: string, bounceSubType: string, of: object = mail) => ({
  eventType: 'Bounce',
  mail: of,
  bounce: { bounceType, bounceSubType, feedbackId: 'f-1' },
});
const complaint = (details: object, of: object = mail) => ({
  eventType: 'Complaint',
  mail: of,
  complaint: details,
});
const hard = { is: 'hard-bounce', because: 'hard-bounce', id: ID, counts: LETTER };
const soft = { is: 'soft-bounce', id: ID, mail: LETTER };
const complained = { is: 'complaint', because: 'complaint', id: ID, counts: LETTER };

test.each<[why: string, event: object, verdict: object | undefined]>([
  ['an author’s mistyped test mail', bounce('Permanent', 'General', testMail), { is: 'ignored' }],
  ['and a full mailbox', bounce('Transient', 'MailboxFull', testMail), { is: 'ignored' }],
  ['a test mail that is taken for spam', complaint({}, testMail), { is: 'ignored' }],
  ['no such mailbox', bounce('Permanent', 'General'), hard],
  ['no such mailbox, as the address says', bounce('Permanent', 'NoEmail'), hard],
  ['bounced at other senders of SES of late', bounce('Permanent', 'Suppressed'), hard],
  [
    'on the account’s own list: known as bad, and not sent, so SES does not count it',
    bounce('Permanent', 'OnAccountSuppressionList'),
    { is: 'hard-bounce', because: 'hard-bounce', id: ID },
  ],
  ['a kind of permanent that we don’t know is permanent', bounce('Permanent', 'New'), hard],
  ['a vacation note, or anything', bounce('Transient', 'General'), soft],
  ['a full mailbox', bounce('Transient', 'MailboxFull'), soft],
  ['too large for them', bounce('Transient', 'MessageTooLarge'), soft],
  ['their filter', bounce('Transient', 'ContentRejected'), soft],
  ['their filter, for an attachment', bounce('Transient', 'AttachmentRejected'), soft],
  ['nobody knows', bounce('Undetermined', 'Undetermined'), soft],
  [
    'a confirmation to an address that somebody made up: no reader’s',
    bounce('Permanent', 'General', confirmation),
    { ...hard, counts: OF_STRANGER },
  ],
  [
    'the same without its stream, which an older mail has not: by its kind',
    bounce('Permanent', 'General', {
      ...confirmation,
      tags: { ...confirmation.tags, 'ses:feedback-id-a': ['notices'] },
    }),
    { ...hard, counts: OF_STRANGER },
  ],
  [
    'a reader’s new address that they made up: no reader’s',
    bounce('Permanent', 'General', { ...mail, tags: { subscriber: [ID], kind: ['new-address'] } }),
    { ...hard, counts: OF_STRANGER },
  ],
  [
    'any other mail to what was typed into the form: by its stream',
    bounce('Permanent', 'General', {
      ...mail,
      tags: { subscriber: [ID], kind: ['known'], 'ses:feedback-id-a': ['sign-ups'] },
    }),
    { ...hard, counts: OF_STRANGER },
  ],
  [
    'an answer to a reader is no letter, and a reader’s',
    bounce('Permanent', 'General', { ...mail, tags: { subscriber: [ID], kind: ['answer'] } }),
    { ...hard, counts: { messageId: 'm-1', at: '2026-11-26T07:00:00Z', to: 'reader' } },
  ],
  [
    'an event that does not say which mail ends the sending, and can’t be counted once',
    bounce('Permanent', 'General', { tags }),
    { is: 'hard-bounce', because: 'hard-bounce', id: ID },
  ],
  [
    'a reader’s words did not reach the author',
    bounce('Permanent', 'General', forward),
    { is: 'forward-bounced' },
  ],
  [
    'nor for a full mailbox',
    bounce('Transient', 'MailboxFull', forward),
    { is: 'forward-bounced' },
  ],
  ['the author is on holiday', bounce('Transient', 'General', forward), { is: 'ignored' }],
  ['or nobody knows', bounce('Undetermined', 'Undetermined', forward), { is: 'ignored' }],
  ['spam, they say', complaint({ complaintFeedbackType: 'abuse' }), complained],
  ['fraud', complaint({ complaintFeedbackType: 'fraud' }), complained],
  ['a virus', complaint({ complaintFeedbackType: 'virus' }), complained],
  ['failed authentication', complaint({ complaintFeedbackType: 'auth-failure' }), complained],
  ['another kind', complaint({ complaintFeedbackType: 'other' }), complained],
  ['no kind, as most', complaint({}), complained],
  [
    'none, spelled out',
    complaint({ complaintFeedbackType: null, complaintSubType: null }),
    complained,
  ],
  [
    'moved out of the junk folder: the opposite of a complaint',
    complaint({ complaintFeedbackType: 'not-spam' }),
    { is: 'not-spam' },
  ],
  [
    'complained once before: not sent, so not counted',
    complaint({ complaintSubType: 'OnAccountSuppressionList' }),
    { is: 'complaint', because: 'complaint', id: ID },
  ],
  [
    'about a mail that they never asked for',
    complaint({ complaintFeedbackType: 'abuse' }, confirmation),
    { ...complained, counts: OF_STRANGER },
  ],
  [
    'a virus, says SES',
    { eventType: 'Reject', mail, reject: { reason: 'Bad content' } },
    { is: 'rejected', what: 'closer/closeness' },
  ],
  [
    'a virus in what a reader wrote: no letter, and nobody’s name',
    { eventType: 'Reject', mail: forward, reject: { reason: 'Bad content' } },
    { is: 'rejected', what: 'forward' },
  ],
  [
    'a template that SES can’t fill',
    { eventType: 'Rendering Failure', mail: { messageId: 'm-1' }, failure: {} },
    { is: 'rejected', what: 'mail' },
  ],
  [
    'it is still being tried',
    { eventType: 'DeliveryDelay', mail, deliveryDelay: {} },
    { is: 'delayed' },
  ],
  [
    'a proof, which is looked up and not told',
    { eventType: 'Send', mail, send: {} },
    { is: 'ignored' },
  ],
  ['a bounce can still follow', { eventType: 'Delivery', mail, delivery: {} }, { is: 'ignored' }],
  ['nobody is watched', { eventType: 'Open', mail, open: {} }, { is: 'ignored' }],
  ['nobody is watched', { eventType: 'Click', mail, click: {} }, { is: 'ignored' }],
  [
    'of SES’s own lists, which we don’t use',
    { eventType: 'Subscription', mail },
    { is: 'ignored' },
  ],
  ['a kind that is still to come', { eventType: 'Teleported', mail }, { is: 'ignored' }],
  [
    'the older spelling of identity notifications',
    { ...bounce('Permanent', 'General'), eventType: undefined, notificationType: 'Bounce' },
    hard,
  ],
  ['a mail without our tags', bounce('Permanent', 'General', {}), { is: 'ignored' }],
  ['a complaint about one', complaint({}, {}), { is: 'ignored' }],
  ['something else', { hello: 'world' }, undefined],
])('%s: %j', (_, event, verdict) => {
  expect(readMailEvent(JSON.stringify(event))).toEqual(verdict);
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
