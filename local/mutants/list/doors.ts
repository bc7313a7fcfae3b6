import { of } from '../mutant.ts';

/** The steps of the tick and the sender. */
const OUTAGE = 'test/sending/outage.test.ts';
const NEWS = 'test/sending/news.test.ts';
const REFUSALS = 'test/sending/refusals.test.ts';
const MODEL = 'test/sending/model.test.ts';
const TICKS = 'test/sending/ticks.test.ts';

export const OF_DOORS = [
  ...of(
    'functions/sending/send-due.ts',
    [REFUSALS, NEWS, OUTAGE, MODEL],
    [
      [
        'a hold does not hold',
        'return dueIndex.hold(plusSeconds(world.now(), HOLD_SECONDS));',
        'return;',
        'an account that is paused is called for each letter, every minute',
      ],
      [
        'a hold keeps the claim',
        'await subscribers.release(subscriber, attempt);\n      return dueIndex.hold',
        'return dueIndex.hold',
        'who was first waits for the lease when sending goes on, and a doubt is told of that is none',
      ],
      [
        'a throttled mail keeps its claim',
        'return subscribers.release(subscriber, attempt);',
        'return;',
        'a quarter of an hour and a false alarm for each mail that SES throttles',
      ],
      [
        'a refused mail is only given back',
        "case 'put-off':\n      await settle(world, subscriber, attempt, another(world));",
        "case 'put-off':\n      await subscribers.release(subscriber, attempt);",
        'a letter that SES refuses is sent every minute',
      ],
      [
        'one that can’t be sent yet is only given back',
        "case 'wait':\n      await settle(world, subscriber, attempt, later(world, UNVERIFIED_SECONDS));",
        "case 'wait':\n      await subscribers.release(subscriber, attempt);",
        'in the sandbox readers who are not verified use up the calls of all others',
      ],
      [
        'a broken mail is put off by nothing',
        'later(world, BROKEN_SECONDS)(latest, now);',
        'later(world, 0)(latest, now);',
        'a mail that can’t be written is tried every minute',
      ],
      [
        'a sender that is told of a guess believes it each time',
        'settled(world, subscriber, prepared, seen.outcome)',
        'settled(world, subscriber, prepared, told)',
        'a refusal of the account by a new name takes the day from the whole list',
      ],
      [
        'a sender that rests goes on',
        "if (brake.rests(world.now()) && !due.probe) return 'resting';",
        '',
        'an outage touches every reader',
      ],
      [
        'probes rest, too',
        'brake.rests(world.now()) && !due.probe',
        'brake.rests(world.now())',
        'nobody finds out that SES is back',
      ],
      [
        'a stopped sender does not stop the tick',
        'if (stopped) await dueIndex.rest(now());',
        '',
        'the tick goes on to fill the queue during an outage',
      ],
      [
        'an answered probe does not let the tick go on',
        'if (probe && showsHealth(outcome)) await dueIndex.goOn();',
        '',
        'one letter a minute for ever',
      ],
      [
        'any probe lets the tick go on',
        'if (probe && showsHealth(outcome))',
        'if (probe)',
        'each probe of an outage begins it anew',
      ],
      [
        'a refused address is not suppressed',
        'await endAll(subscribers, subscriber.id, { end, fact });',
        '',
        'an address that bounces is written to again, every minute',
      ],
      [
        'a refused address keeps its claim',
        'await subscribers.release(subscriber, subscriber.claim.attempt);\n}',
        '}',
        'a doubt is told of that is none, when its reader comes back',
      ],
    ],
  ),
  ...of(
    'functions/sending/take-due.ts',
    [TICKS, REFUSALS, 'test/sending/message.test.ts', OUTAGE],
    [
      [
        'a place is noted before it is queued',
        '  await queue.put(spread(dues, waiting, quota));\n  await dueIndex.saveProgress(advanced(progress, due));\n',
        '  await dueIndex.saveProgress(advanced(progress, due));\n  await queue.put(spread(dues, waiting, quota));\n',
        'a tick that is killed skips a minute’s readers until the next fresh start',
      ],
      [
        'always from the beginning of the index',
        'behind: shards[shard] })',
        'behind: undefined })',
        'the first readers are queued every minute, and nobody else',
      ],
      [
        'the tick ignores a hold',
        'if (onHold(state, now)) return',
        'if (false) return',
        'an account that is paused is called every minute for each letter',
      ],
      [
        'the tick does not rest',
        'if (state.resting !== undefined) return probe(world, state.resting, waiting, now);',
        '',
        'an outage touches every reader',
      ],
      [
        'a probe is put on the queue as any letter',
        'dues: [{ ...dueOf(found), probe: true }]',
        'dues: [dueOf(found)]',
        'senders that rest leave it, and sending never goes on',
      ],
      [
        'the same probe every minute',
        'await dueIndex.saveProbes({ since, probes: next });',
        'await dueIndex.saveProbes({ since, probes });',
        'one reader’s letter is in doubt for the whole outage, and it opens nothing',
      ],
      [
        'probes come to an end',
        'one.length > 0 ? advanced(probes, one) : freshStart(now)',
        'one.length > 0 ? advanced(probes, one) : probes',
        'after the last reader of the list nothing is sent any more',
      ],
      [
        'the tick looks at one shard too few',
        'dueIn(dueIndex, SHARDS, progress,',
        'dueIn(dueIndex, SHARDS.slice(1), progress,',
        'an eighth of all readers gets nothing',
      ],
      [
        'a waiting message counts as one due moment',
        'messages * mostInMessage(quota)',
        'messages',
        'more than the account may send in a minute',
      ],
      [
        'a full tick does not look who is late',
        'askOf(Math.max(1, take), SHARDS.length)',
        'askOf(take, SHARDS.length)',
        'DynamoDB refuses a limit of nought, and `Overdue` never rings',
      ],
      [
        'nobody hears that sending is on hold',
        "is: 'tick-on-hold', figures: { waiting }, signs: { OnHold: 1 }",
        "is: 'tick-on-hold', figures: { waiting }, signs: {}",
        'the author learns from readers that letters stopped',
      ],
    ],
  ),
  ...of(
    'functions/sending/take-due.ts',
    [TICKS],
    [
      [
        'letters that are stopped end a rest',
        "state.resting ? 'probe' : takeThisTick(quota, waiting)",
        'takeThisTick(quota, waiting)',
        'in an outage every request is put in doubt, as letters are stopped as well',
      ],
      [
        'a request that probes is no probe',
        '...(isProbe && { probe: true as const })',
        '',
        'senders that rest refuse it, and nobody finds out that SES is back',
      ],
      [
        'a probe waits behind what is on the queue',
        'isProbe ? 0 : waiting',
        'waiting',
        'sending goes on a minute later',
      ],
    ],
  ),
  ...of(
    'functions/runtime/send-soon.ts',
    ['test/runtime/send-soon.test.ts'],
    [
      [
        'a mail that is due at once does not ask whether sending rests',
        ' || state.resting !== undefined',
        '',
        'each sign-up in an outage is a mail in doubt',
      ],
      [
        'nor whether it is held',
        'onHold(state, now()) || ',
        '',
        'each sign-up calls an account that is paused',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/put-off.ts',
    ['test/core/reader/put-off.test.ts', REFUSALS],
    [
      [
        'whoever has nothing due is made due',
        'dueAt === undefined || ',
        '',
        'somebody who left meanwhile is due again',
      ],
      [
        'a wish that came meanwhile is undone',
        ' || dueAt > now',
        '',
        'a reader who asked for eight in the evening is told of nine in the morning',
      ],
      [
        'a letter is put off into the night',
        'isLetter && !isLetterTime(subscriber, later)',
        'false',
        'a weekday reader is told of a letter on a Saturday',
      ],
    ],
  ),
  ...of(
    'functions/sending/brake.ts',
    ['test/core/sending/health.test.ts', OUTAGE, REFUSALS],
    [
      [
        'a brake that forgets',
        'health = afterOutcome(health, outcome, now);',
        'afterOutcome(health, outcome, now);',
        'an outage touches every reader',
      ],
      [
        'a hold rests the tick, too',
        'stopped: !held && !rested && rests(health, now)',
        'stopped: !rested && rests(health, now)',
        'after a refusal of the account only probes go out, though the hold is over',
      ],
    ],
  ),
  ...of(
    'functions/runtime/batch.ts',
    ['test/sending/message.test.ts'],
    [
      [
        'what failed is not reported',
        'return done ? [] : [{ itemIdentifier: record.messageId }];',
        'return [];',
        'a broken item never comes to the dead-letter queue, and nobody hears of it',
      ],
      [
        'all of a batch comes back',
        'return done ? []',
        'return false ? []',
        'each message is tried five times',
      ],
      [
        'a message that is none of ours is done',
        'const done = parts !== undefined &&',
        'const done = parts === undefined ||',
        'a broken message is deleted, and nobody hears of it',
      ],
      [
        'signs are not told',
        'if (count > 0) seen[sign] = (seen[sign] ?? 0) + count;',
        '',
        'no alarm rings',
      ],
    ],
  ),
];
