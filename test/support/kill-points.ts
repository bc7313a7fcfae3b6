/**
 * What can go wrong with one call of a door, named by what the call does: a text in its request tells
 * a claim from a finalise, whatever the order in which a batch makes them.
 */

const dynamodb = (door: string, action: string, containing?: string) => (kind: string) => ({
  service: 'dynamodb',
  kind,
  function: door,
  action,
  ...(containing !== undefined && { containing }),
});

/** The sender's calls. */
const claim = dynamodb('send', 'UpdateItem', 'SET claim = :claim');
const finalise = dynamodb('send', 'UpdateItem', '#claim.attempt = :attempt');
const release = dynamodb('send', 'UpdateItem', 'REMOVE claim,');
const hold = dynamodb('send', 'UpdateItem', 'SET holdUntil');
const rest = dynamodb('send', 'UpdateItem', 'SET resting');
const goOn = dynamodb('send', 'UpdateItem', 'REMOVE resting');
export const ses = (kind: string) => ({
  service: 'ses',
  kind,
  function: 'send',
  action: 'SendRawEmail',
});

/** The tick's. */
const state = dynamodb('tick', 'GetItem');
const index = dynamodb('tick', 'Query');
const place = dynamodb('tick', 'UpdateItem', 'SET progress');
const quota = (kind: string) => ({
  service: 'ses',
  kind,
  function: 'tick',
  action: 'GetSendQuota',
});
const queue = (kind: string) => ({
  service: 'sqs',
  kind,
  function: 'tick',
  action: 'SendMessageBatch',
});
const waiting = (kind: string) => ({ ...queue(kind), action: 'GetQueueAttributes' });

/** What the sender asks the bucket of proofs: first for a list, then for what is in it. */
const looking = (action: 'ListBucket' | 'GetObject') => (kind: string) => ({
  service: 's3',
  kind,
  function: 'send',
  action,
});
/** An object a minute. */
const lateProofs = { service: 'firehose', kind: 'late', count: 60 };

interface Cell {
  readonly name: string;
  /** @param half the middle of all that are due at once */
  readonly faults: (half: number, size: number) => readonly object[];
  /** What goes wrong some minutes later, when all is in doubt. */
  readonly later?: readonly object[];
  /** By how many minutes the letter may be late: none, if not said. */
  readonly late?: number;
  /** How many readers wait until tomorrow: their mail was refused for what is in it. */
  readonly putOff?: number;
}

/** Of whom nobody knows: a lease, one more until a proof of something newer has come, and the ticks. */
const DOUBT = 34;
/** The tick begins anew at the index after so many minutes, and finds what was given back. */
const AGAIN = 6;
/** The account's refusals hold all sending for so long, and the tick after it. */
const HELD = 11;

export const CELLS: readonly Cell[] = [
  {
    name: 'the connections to SES died while the sender slept',
    faults: () => [ses('stale-connection')],
  },
  { name: 'SES breaks off when it is asked for the quota', faults: () => [quota('reset')] },
  { name: 'SES fails when it is asked for the quota', faults: () => [quota('500')] },
  {
    name: 'killed before a claim',
    faults: (after) => [{ ...claim('kill-before'), after }],
    // Those beside it had claimed already.
    late: DOUBT,
  },
  {
    name: 'killed after a claim',
    faults: (after) => [{ ...claim('kill-after'), after }],
    late: DOUBT,
  },
  { name: 'a claim’s answer is lost', faults: (after) => [{ ...claim('lost-answer'), after }] },
  { name: 'the table throttles claims', faults: () => [{ ...claim('throttle'), count: 2 }] },
  {
    name: 'killed before SES took a mail',
    faults: (after) => [{ ...ses('kill-before'), after }],
    late: DOUBT,
  },
  {
    name: 'killed after SES took a mail',
    faults: (after) => [{ ...ses('kill-after'), after }],
    late: DOUBT,
  },
  {
    name: 'killed twice, the second time after the lease',
    faults: () => [ses('kill-before')],
    later: [ses('kill-after')],
    late: 2 * DOUBT,
  },
  {
    name: 'killed before a finalise',
    faults: (after) => [{ ...finalise('kill-before'), after }],
    late: DOUBT,
  },
  {
    name: 'killed after a finalise',
    faults: (after) => [{ ...finalise('kill-after'), after }],
    late: DOUBT,
  },
  {
    name: 'killed after the last finalise, before the queue heard of it',
    faults: (_, size) => [{ ...finalise('kill-after'), after: size - 1 }],
    late: DOUBT,
  },
  {
    name: 'a finalise’s answer is lost',
    faults: (after) => [{ ...finalise('lost-answer'), after }],
  },
  {
    name: 'the table fails finalises for longer than the SDK tries',
    faults: (_, size) => [{ ...finalise('500'), count: 4 * size }],
  },
  {
    name: 'the tick is killed before it has queued',
    faults: () => [queue('kill-before')],
    late: 1,
  },
  { name: 'the tick is killed after it has queued', faults: () => [queue('kill-after')] },
  { name: 'the tick is killed after it noted its place', faults: () => [place('kill-after')] },
  {
    name: 'the tick can’t read where it stood',
    faults: () => [{ ...state('500'), count: 4 }],
    late: 1,
  },
  {
    name: 'the tick’s question to the index fails',
    faults: () => [{ ...index('500'), count: 32 }],
    late: 1,
  },
  {
    name: 'the tick’s question to the queue is not answered',
    faults: () => [waiting('lost-answer')],
  },
  {
    name: 'SES: connection reset before it took the mail',
    faults: () => [ses('reset')],
    late: DOUBT,
  },
  { name: 'SES: took the mail, the answer was lost', faults: () => [ses('lost-answer')] },
  { name: 'SES: took the mail and never answers', faults: () => [ses('timeout')] },
];

/** What the sender does about a refusal or a silence goes wrong as well. */
export const REFUSALS: readonly Cell[] = [
  { name: 'SES: too fast', faults: () => [{ ...ses('throttle'), count: 3 }], late: AGAIN },
  {
    name: 'SES: too fast, and killed before the claim is given back',
    faults: () => [ses('throttle'), release('kill-before')],
    late: DOUBT,
  },
  {
    name: 'SES: too fast, and killed after the claim is given back',
    faults: () => [ses('throttle'), release('kill-after')],
    late: DOUBT,
  },
  {
    name: 'SES: too fast, and the answer to the claim given back is lost',
    faults: () => [ses('throttle'), release('lost-answer')],
    late: AGAIN,
  },
  { name: 'SES: the day’s quota is used up', faults: () => [ses('quota')], late: HELD },
  {
    name: 'the quota is used up, and killed before all sending is held',
    faults: () => [ses('quota'), hold('kill-before')],
    late: DOUBT,
  },
  {
    name: 'the quota is used up, and the answer to the hold is lost',
    faults: () => [ses('quota'), hold('lost-answer')],
    late: HELD,
  },
  {
    name: 'SES: silent for a while, so that sending rests',
    faults: () => [{ ...ses('500'), count: 3 }],
    late: DOUBT + 4,
  },
  {
    name: 'silent, and killed before all sending rests',
    faults: () => [{ ...ses('500'), count: 3 }, rest('kill-before')],
    late: DOUBT + 4,
  },
  {
    name: 'silent, and killed before sending goes on',
    faults: () => [{ ...ses('500'), count: 3 }, goOn('kill-before')],
    late: 2 * DOUBT,
  },
  {
    name: 'the answer is lost, and its proof comes twice',
    // A Send and a Delivery are there for each.
    faults: (_, size) => [
      ses('lost-answer'),
      { service: 'ses-events', kind: 'twice', function: 'send', count: 2 * size },
    ],
  },
  {
    name: 'the answer is lost, and all proofs are an hour late',
    faults: () => [ses('lost-answer'), lateProofs],
  },
  {
    name: 'SES: 500, and all proofs are an hour late',
    faults: () => [ses('500'), lateProofs],
    // Between two looks lies a lease, and the last one asks for a proof that is newer still.
    late: 60 + 2 * DOUBT,
  },
  {
    name: 'the answer is lost, and whoever looks for its proof is killed',
    faults: () => [ses('lost-answer')],
    later: [looking('GetObject')('kill-after')],
  },
  {
    name: 'the answer is lost, and the proofs can’t be listed, and then not be read',
    faults: () => [ses('lost-answer')],
    later: [
      { ...looking('ListBucket')('500'), count: 2 },
      { ...looking('GetObject')('500'), count: 2 },
    ],
  },
  {
    name: 'the answer is lost, and whoever takes it down as sent is killed',
    faults: () => [ses('lost-answer')],
    later: [finalise('kill-before')],
  },
  {
    name: 'SES: fails twice, for a mail and for the one to nobody',
    faults: () => [ses('500')],
    later: [ses('500')],
    late: 2 * DOUBT,
  },
  // The last ones: a reader of each is a day behind from here on.
  { name: 'SES: refuses what is in a mail', faults: () => [ses('reject')], putOff: 1 },
  {
    name: 'SES: refuses a mail, and the answer to its putting off is lost',
    faults: () => [ses('reject'), finalise('lost-answer')],
    putOff: 1,
  },
];
