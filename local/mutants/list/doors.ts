import { of } from '../mutant.ts';

/** The steps of the tick, the sender and whoever takes news of mails. */
const OUTAGE = 'test/sending/outage.test.ts';
const NEWS = 'test/sending/news.test.ts';
const REFUSALS = 'test/sending/refusals.test.ts';
const MODEL = 'test/sending/model.test.ts';
const TICKS = 'test/sending/ticks.test.ts';
const DOUBT = 'test/sending/doubt.test.ts';
const TABLE = 'test/adapters/table.test.ts';

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
        "case 'wait':\n      await settle(world, subscriber, attempt, later(UNVERIFIED_SECONDS));",
        "case 'wait':\n      await subscribers.release(subscriber, attempt);",
        'in the sandbox readers who are not verified use up the calls of all others',
      ],
      [
        'a broken mail is put off by nothing',
        'BROKEN_SECONDS);',
        '0);',
        'a mail that can’t be written is tried every minute',
      ],
      [
        'whoever has nothing due is made due',
        'latest.dueAt === undefined ? latest : {',
        'latest.dueAt === null ? latest : {',
        'somebody who left meanwhile is due again',
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
        'if (stopped) await dueIndex.rest(now);',
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
        'await endAll(subscribers, subscriber.id, { end });',
        '',
        'an address that bounces is written to again, every minute',
      ],
      [
        'a refused address keeps its claim',
        'await subscribers.release(subscriber, attempt);\n}',
        '}',
        'a doubt is told of that is none, when its reader comes back',
      ],
    ],
  ),
  ...of(
    'functions/runtime/settle.ts',
    [NEWS, MODEL],
    [
      [
        'news of a mail that another has put off is dropped',
        "latest = saved.is === 'changed' ? saved.latest : await stored.load(id);",
        "if (saved.is !== 'changed') return;\n    latest = saved.latest;",
        'a letter that went is sent again',
      ],
      [
        'what a reader changed meanwhile is undone by the news',
        'latest === subscriber ? becomes : afterSending',
        'ours ? becomes : afterSending',
        'a wish that came while a letter was on its way is lost',
      ],
      [
        'a settling is not made anew',
        "if (saved.is !== 'changed') return saved.is === 'saved' ? 'saved' : 'ended';",
        "return saved.is === 'saved' ? 'saved' : 'ended';",
        'a put-off is lost when its reader changes something meanwhile',
        [REFUSALS],
      ],
      [
        'the news of a known mail leaves the claim',
        'if (!ours && isKnownSent(latest, owed)) return;',
        'if (isKnownSent(latest, owed)) return;',
        'the next letter waits for a lease',
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
        'dues: [{ ...due, probe: true }]',
        'dues: [due]',
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
        'SHARDS.map((shard) => dueIndex.due',
        'SHARDS.slice(1).map((shard) => dueIndex.due',
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
        'return !held && !rested && rests(health, now);',
        'return !rested && rests(health, now);',
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
  ...of(
    'functions/sending/clear-doubt.ts',
    [DOUBT, MODEL],
    [
      [
        'nobody looks for proofs',
        'const evidence = isOpen(before, now) ? await evidenceOf(world, claimed) : undefined;',
        'const evidence = undefined;',
        'each lost answer is a second copy',
      ],
      [
        'what is sent again stays in doubt since the first time',
        '{ ...claim, since: claim.at }',
        'claim',
        'the proof of a mail that is known not to have gone is looked for again',
      ],
      [
        'somebody else’s claim does not keep from sending',
        "return { is: ours ? verdict : 'open' };",
        'return { is: verdict };',
        'two senders, one letter each',
      ],
      [
        'what is known as sent is not taken down',
        "evidence?.is === 'sent' ? afterProof(latest, evidence.mails, before, courses, at) : latest",
        'latest',
        'the letter goes out again a minute later',
      ],
      [
        'who waits forgets what was tried',
        '{ ...before, attempt: claim.attempt, at: claim.at }',
        '{ ...claim, since: claim.at }',
        'after a lease of waiting nothing is in doubt any more, and a second copy goes out',
      ],
      [
        'nobody hears that no proofs come',
        "looked ? 'proofs-late' : 'waiting'",
        "'waiting'",
        'readers wait, and the author learns it from them',
      ],
      [
        'no canary',
        'outcome: await world.canary() };',
        'outcome: undefined };',
        'the last letter of a day is in doubt until the next day’s first',
      ],
    ],
  ),
  ...of(
    'functions/core/sending/doubt.ts',
    [DOUBT, MODEL],
    [
      [
        'a proof of the same moment tells that ours would have come',
        'const MARGIN_SECONDS = 5 * 60;',
        'const MARGIN_SECONDS = -1;',
        'a proof that is a little late is a second copy',
      ],
      [
        'an object that can’t be read is none',
        "streams && found.missing === 0 ? 'not-sent'",
        "streams ? 'not-sent'",
        'the proof that lay in it is a second copy',
      ],
      [
        'what is unknown is sent',
        "if (evidence.is === 'unknown') return 'wait';",
        '',
        'while no proofs come each doubt is a second copy',
      ],
      [
        'a doubt begins with its last attempt',
        'const since = before?.since ?? at;',
        'const since = at;',
        'the proof of the first copy is not looked for',
      ],
      [
        'a repeated claim is in doubt about itself',
        '(before.attempt !== attempt || since < before.at)',
        'true',
        'a lost answer of the table costs a lease',
        [TABLE],
      ],
      [
        'a letter that is a day late comes at night',
        "owedNow(subscriber, courses, now)?.kind === 'lesson' ? 'put-off' : 'send-again'",
        "owedNow(subscriber, courses, now)?.kind === 'lesson' ? 'send-again' : 'send-again'",
        'after a long outage letters come whenever it ends',
      ],
    ],
  ),
];
