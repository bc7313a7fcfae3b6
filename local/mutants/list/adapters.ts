import { of } from '../mutant.ts';

/** Conditions of the table, and the ends of wires. */
const TABLE = 'test/adapters/table.test.ts';
const MAILER = 'test/adapters/mailer.test.ts';
const QUEUE = 'test/adapters/send-queue.test.ts';

export const OF_ADAPTERS = [
  ...of(
    'functions/adapters/subscribers.ts',
    [TABLE],
    [
      [
        'a claim does not ask whether it is due yet',
        "'dueAt = :due AND dueAt <= :now AND standing",
        "'dueAt = :due AND :now = :now AND standing",
        'a made-up message sends tomorrow’s letter today',
      ],
      [
        'a claim does not ask for the due moment',
        "'dueAt = :due AND dueAt <= :now AND standing",
        "':due = :due AND dueAt <= :now AND standing",
        'a message that comes twice sends the next letter, too',
      ],
      [
        'a claim of somebody who left',
        "standing.#is IN (:pending, :active, :paused) ' +",
        "(standing.#is IN (:pending, :active, :paused) OR standing.#is <> :pending) ' +",
        'a letter to somebody who left',
      ],
      [
        'a claim is never taken over',
        'OR claim.#at < :lease)',
        'OR (claim.#at < :lease AND :now < :lease))',
        'one lost answer ends a course',
      ],
      [
        'a repeated claim does not know its own',
        'const ours = item?.claim?.attempt === attempt;',
        'const ours = false;',
        'a lost answer of the table costs a quarter of an hour',
      ],
      [
        'the zone of an earlier claim stays',
        'claimZone = #zone',
        'claimZone = if_not_exists(claimZone, #zone)',
        'after a move the wrong day counts as used',
      ],
      [
        'a doubt forgets where it began',
        'claimSinceZone = if_not_exists(claimSinceZone, #zone)',
        'claimSinceZone = #zone',
        'after a move and a crash the wrong day counts as used',
      ],
      [
        'a finalise does not ask for the attempt',
        'AND #claim.attempt = :attempt`',
        'AND (#claim.attempt = :attempt OR :attempt = :attempt)`',
        'a late answer ends somebody else’s claim',
      ],
      [
        'whoever asks gives a claim back',
        "ConditionExpression: 'claim.attempt = :attempt',\n          ExpressionAttributeValues: { ':attempt': attempt },",
        "ConditionExpression: ':attempt = :attempt',\n          ExpressionAttributeValues: { ':attempt': attempt },",
        'a late refusal gives back a claim that is in doubt: a second copy',
      ],
    ],
  ),
  ...of(
    'functions/adapters/subscriber-items.ts',
    [TABLE],
    [
      [
        'neither a save nor a finalise asks for the revision',
        "ConditionExpression: '#revision = :seen',",
        "ConditionExpression: ':seen = :seen',",
        'of two changes at once one is lost: somebody who left is back',
      ],
    ],
  ),
  ...of(
    'functions/adapters/mailer.ts',
    [MAILER],
    [
      [
        'SES is called with the SDK’s retries',
        'maxAttempts: 1,',
        'maxAttempts: 3,',
        'one lost answer is three letters',
      ],
      [
        'no new client after expired credentials',
        "if (errorName(error) === 'ExpiredToken') ses.drop();",
        '',
        'a sender whose credentials ended sends nothing more',
      ],
      [
        'SES may take its time',
        'ANSWER_MS = 5000',
        'ANSWER_MS = 500000',
        'one silent connection uses up a sender’s time, and all of its message is in doubt',
      ],
      [
        'a time-out is a warning',
        'throwOnRequestTimeout: true',
        'throwOnRequestTimeout: false',
        'as much: the SDK by itself only logs it',
      ],
    ],
  ),
  ...of(
    'functions/adapters/connections.ts',
    [MAILER],
    [
      [
        'connections of any age',
        'const LIFE_SECONDS = 5;',
        'const LIFE_SECONDS = 500;',
        'the first ten letters after a pause are in doubt',
      ],
      [
        'a clock that was set back makes connections young',
        'age >= 0 && age < LIFE_SECONDS',
        'age < LIFE_SECONDS',
        'as much, after a change of the clock',
      ],
      [
        'old connections stay open',
        'for (const socket of Object.values(agent.freeSockets).flat()) socket?.destroy();',
        '',
        'sockets pile up in a busy sender',
      ],
      [
        'a call is cut off when its client is old',
        'agent.maxFreeSockets = 0;',
        'agent.destroy();',
        'a slow answer becomes a doubt',
      ],
      [
        'what goes wrong before a connection is in doubt',
        "socket.once('error', mark);\n",
        '',
        'letters of which not a byte was sent wait for a quarter of an hour',
      ],
      [
        'what goes wrong after a connection is known',
        "socket.off('error', mark);",
        '',
        'a mail that may have gone is sent again',
      ],
    ],
  ),
  ...of(
    'functions/adapters/send-queue.ts',
    [QUEUE],
    [
      [
        'what SQS refuses is passed over',
        'if (refused.length === 0) return;',
        'if (refused.length < 99) return;',
        'the tick notes readers as queued who are not: they wait for the next fresh start',
      ],
      [
        'messages in flight do not wait',
        "  'ApproximateNumberOfMessagesNotVisible',\n",
        '',
        'what a slow sender holds is queued again',
      ],
      [
        'nothing is delayed',
        'DelaySeconds: message.delaySeconds,',
        'DelaySeconds: 0,',
        'a minute’s letters in a second: SES throttles',
      ],
    ],
  ),
  ...of(
    'functions/adapters/due-index.ts',
    ['test/adapters/other-items.test.ts', 'test/adapters/rest.test.ts'],
    [
      [
        'a shorter hold replaces a longer one',
        'attribute_not_exists(holdUntil) OR holdUntil < :until',
        'attribute_not_exists(holdUntil) OR holdUntil <> :until',
        'a sender that is late ends a hold early',
      ],
      [
        'a rest begins anew with each sender',
        'SET resting = if_not_exists(resting, :resting)',
        'SET resting = :resting',
        'the probes begin again with whoever was in doubt first',
      ],
      [
        'a tick’s note begins a rest that has ended',
        "ConditionExpression: 'attribute_exists(resting)',\n",
        '',
        'sending rests on, although a probe was answered',
      ],
    ],
  ),
  ...of(
    'infra/sending.ts',
    ['test/infra/rules.cloud.test.ts'],
    [
      [
        'the queue shows a message again while it is worked on',
        'visibilityTimeout: visibilityFor(SEND_TIMEOUT, Duration.seconds(0)),',
        'visibilityTimeout: SEND_TIMEOUT,',
        'each throttled Lambda is a batch of refused claims',
      ],
    ],
  ),
];
