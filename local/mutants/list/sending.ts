import { of } from '../mutant.ts';

/** The pace, the health, and where a tick goes on: pure functions. */
const OUTAGE = 'test/sending/outage.test.ts';

export const OF_SENDING = [
  ...of(
    'functions/core/sending/pace.ts',
    ['test/sending/outcomes.test.ts', 'test/core/sending/spread.test.ts'],
    [
      [
        'a lease of a minute',
        'LEASE_SECONDS = 15 * 60',
        'LEASE_SECONDS = 60',
        'a slow answer is taken for none, and the letter goes out twice',
        ['test/adapters/table.test.ts'],
      ],
      [
        'a lease of a day',
        'LEASE_SECONDS = 15 * 60',
        'LEASE_SECONDS = 86400',
        'a letter in doubt takes a day',
        ['test/adapters/table.test.ts'],
      ],
      [
        'the rate ignores what waits',
        'pace(quota) * TICK_SECONDS) - waiting',
        'pace(quota) * TICK_SECONDS)',
        'more than the account may send in a minute',
      ],
      [
        'the day’s quota ignores what waits',
        'quota.sentToday - waiting',
        'quota.sentToday',
        'the last of the quota is promised twice, and all sending is held',
      ],
      [
        'no reserve of the day’s quota',
        'RESERVE_SHARE = 0.05',
        'RESERVE_SHARE = 0',
        'nobody can confirm once the day’s letters are out',
      ],
      [
        'the whole rate for lessons',
        'RATE_SHARE = 0.9',
        'RATE_SHARE = 1',
        'SES throttles at its limit already',
      ],
      [
        'messages of any size',
        'MOST_IN_A_MESSAGE = 13',
        'MOST_IN_A_MESSAGE = 1000',
        'a sender that crashes puts a thousand mails in doubt',
      ],
      [
        'delays ignore what waits',
        'delayOf(waiting + place, quota)',
        'delayOf(place, quota)',
        'twice the rate at the turn of a minute',
      ],
      [
        'delays beyond what SQS can',
        'Math.min(MAX_DELAY_SECONDS, Math.floor(place / pace(quota)))',
        'Math.floor(place / pace(quota))',
        'SQS refuses the whole batch',
      ],
      [
        'the last of a second is left out',
        'all.slice(from(part), from(part + 1))',
        'all.slice(from(part), from(part + 1) - (part > 0 ? 1 : 0))',
        'somebody waits for the next fresh start',
      ],
    ],
  ),
  ...of(
    'functions/core/sending/due.ts',
    ['test/core/sending/due.test.ts', 'test/sending/outcomes.test.ts', OUTAGE],
    [
      [
        'never a fresh start',
        'progress.startedAt <= plusSeconds(now, -FRESH_START_SECONDS);',
        'false;',
        'whoever was throttled waits until the queue is empty',
      ],
      [
        'no fresh start when the queue is empty',
        '    waiting === 0 ||\n',
        '',
        'whoever was throttled waits for five minutes for nothing',
      ],
      [
        'a hold is over when it begins',
        'holdUntil !== undefined && holdUntil > now',
        'holdUntil !== undefined && holdUntil < now',
        'hundreds of calls into an account that is paused',
      ],
      [
        'the latest due is taken first',
        '.sort((a, b) => byText(a.entry.dueAt, b.entry.dueAt) || a.place - b.place)',
        '.sort((a, b) => byText(b.entry.dueAt, a.entry.dueAt) || a.place - b.place)',
        'whoever has waited longest waits longest',
      ],
      [
        'one shard is drained before the next',
        ' || a.place - b.place)',
        ')',
        'the index throttles on one hot key',
      ],
      [
        'a tick asks for an even part and no more',
        'Math.min(take, 2 * Math.ceil(take / shards) + 8)',
        'Math.min(take, Math.ceil(take / shards))',
        'ticks are not full when the shards are not',
        ['test/core/sending/due.test.ts'],
      ],
      [
        'late is whoever is due',
        'dueAt < limit).length',
        'dueAt <= now).length',
        'an alarm every morning',
      ],
      [
        'the probe is the longest due',
        'byText(b.dueAt, a.dueAt) || byText(b.id, a.id)',
        'byText(a.dueAt, b.dueAt) || byText(a.id, b.id)',
        'probes are letters that are in doubt already',
        ['test/core/sending/due.test.ts'],
      ],
      [
        'a probe loses its mark on the queue',
        "MARKS.filter((mark) => due[mark])].join(' ')",
        "[]].join(' ')",
        'senders that rest leave the probes, too, and never go on',
      ],
      [
        'a word that nobody knows is passed over',
        '|| marks.includes(undefined)) return undefined;',
        ') return undefined;',
        'old code does half of what newer code asks for',
      ],
      [
        'a line that nobody knows is passed over',
        'dues.some((due) => due === undefined)',
        'dues.length === 0',
        'a broken message is done, and nobody hears of it',
      ],
    ],
  ),
  ...of(
    'functions/core/sending/health.ts',
    ['test/core/sending/health.test.ts', OUTAGE],
    [
      [
        'one doubt is an outage',
        'export const FEW = 3;',
        'export const FEW = 1;',
        'one lost answer stops all sending',
      ],
      [
        'an outage is only seen after a hundred doubts',
        'export const FEW = 3;',
        'export const FEW = 100;',
        'a hundred readers in doubt for each sender',
      ],
      [
        'doubts of an hour ago count',
        'const RECENT_SECONDS = 60;',
        'const RECENT_SECONDS = 36000;',
        'three accidents in a morning stop all sending',
      ],
      [
        'a guess is believed for ever',
        'guessed: health.guessed + 1 };',
        'guessed: 0 };',
        'a refusal of the account by a new name takes the day from the whole list',
        ['test/sending/refusals.test.ts'],
      ],
      [
        'an answer does not end a rest',
        "if (outcome.is === 'sent') return WELL;",
        "if (outcome.is === 'sent') return health;",
        'a sender rests though its probe was answered',
      ],
      [
        'a refusal of the account stops no sender',
        "if (outcome.is === 'not-sent' && outcome.then === 'hold') return rested;",
        '',
        'all that is queued is claimed, refused and given back',
      ],
      [
        'nobody to connect to is no outage',
        ' && outcome.why !== NO_CONNECTION);\n\n/** Whether a sender rests',
        ');\n\n/** Whether a sender rests',
        'a network that is down is called for each letter',
      ],
      [
        'a rest has no end',
        'restsUntil !== undefined && restsUntil > now',
        'restsUntil !== undefined',
        'a sender never goes on by itself',
      ],
      [
        'a refusal of the account shows health',
        "isAnswered(outcome) && !(outcome.is === 'not-sent' && outcome.then === 'hold')",
        'isAnswered(outcome)',
        'a probe that is refused lets all go on',
      ],
    ],
  ),
];
