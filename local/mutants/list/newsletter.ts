import { of } from '../mutant.ts';

/** The newsletter's steps: who is told of an issue, and what the tick and the sender do with it. */
const NEWSLETTER = 'test/sending/newsletter.test.ts';
const TICKS = 'test/sending/newsletter-ticks.test.ts';

export const OF_NEWSLETTER = [
  ...of(
    'functions/core/sending/broadcast.ts',
    [TICKS],
    [
      [
        'there is no second pass',
        'const PASSES = 2;',
        'const PASSES = 1;',
        'who could not be told the first time never gets the issue',
      ],
      [
        'the second pass follows the first at once',
        'started.walk.passes === 0 || secondPassAt(started) <= now;',
        'true;',
        'who takes the newsletter before the day has come everywhere is passed over',
      ],
      [
        'the last shard is over before it begins',
        'shards + 1 >= shardCount',
        'shards + 2 >= shardCount',
        'an eighth of all readers is never told',
      ],
      [
        'a pause of the newsletter pauses nothing',
        'paused === true && (',
        'paused === undefined && stage === undefined && (',
        'an issue with a mistake goes on to everybody',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/still-due.ts',
    ['test/core/reader/still-due.test.ts', 'test/sending/model.test.ts'],
    [
      [
        'the moment of an issue is kept for a letter',
        'isSooner && dueOf === anew.dueOf',
        'isSooner',
        'while the newsletter is paused, who takes a course gets no letter',
      ],
      [
        'what is due in some minutes is found anew',
        'dueAt < anew.dueAt',
        'dueAt < now',
        'a letter that SES had put off by minutes loses its day when an issue is brought out',
      ],
    ],
  ),
  ...of(
    'functions/sending/publish.ts',
    [TICKS],
    [
      [
        'a walk forgets its place',
        'broadcasts.saveWalk(id, walk, next)',
        'broadcasts.saveWalk(id, started.walk, next)',
        'of a long list only the beginning is ever told',
      ],
      [
        'a call knows no end',
        'while (now() < end && ',
        'while (',
        'Lambda ends it in the middle of a page, and nobody sees the figures',
      ],
      [
        'who is overtaken once is given up',
        'tries < TRIES',
        'tries < 1',
        'who saves a wish at that moment hears half a day later',
      ],
      [
        'who knows already is saved again',
        "if (next === reader) return 'nothing';",
        '',
        'the second pass is a write for each reader, and changes nothing',
      ],
      [
        'one who can’t be read ends the walk',
        'if (!(error instanceof UnreadableItem)) throw error;',
        'throw error;',
        'one broken item keeps the issue from everybody behind it',
      ],
    ],
  ),
  ...of(
    'functions/sending/issues.ts',
    [TICKS],
    [
      [
        'a sender asks for issues once',
        'if (known === undefined || known.until <= now()) {',
        'if (known === undefined) {',
        'what was paused or cancelled goes on for as long as a sender lives',
      ],
      [
        'a sender asks for issues each time',
        'if (known === undefined || known.until <= now()) {',
        '{',
        'a read of the table for each mail',
      ],
      [
        'a sender remembers that the table was away',
        'known = undefined;\n        throw error;',
        'throw error;',
        'one lost answer breaks all of a sender’s issues for a quarter of a minute',
      ],
      [
        'a look for issues does not look at pauses',
        ' || areIssuesPaused(reader, now())',
        '',
        'an issue that comes late comes into a pause',
      ],
      [
        'a digest tells of its first issue only',
        '      told: about,\n',
        '      told: about.slice(0, 1),\n',
        'the others count as sent, and nobody has heard of them',
      ],
    ],
  ),
  ...of(
    'functions/sending/take-due.ts',
    [TICKS],
    [
      [
        'issues go before letters',
        '[...letters.map(dueOf), ...issues.map((one) => ({ ...dueOf(one), ...OF_ISSUES }))]',
        '[...issues.map((one) => ({ ...dueOf(one), ...OF_ISSUES })), ...letters.map(dueOf)]',
        'on the day of an issue letters come late',
      ],
      [
        'issues do not ask what letters leave',
        'issuesThisTick(take - letters.length, quota, waiting + letters.length)',
        'issuesThisTick(take, quota, waiting)',
        'more than the account may send in a minute',
      ],
      [
        'the tick forgets which issues it took',
        'saveProgress(advanced(progress, due))',
        'saveProgress(advanced(progress, letters))',
        'the same readers are queued every minute, and each claim but one is refused',
      ],
      [
        'the tick does not ask whether the newsletter is paused',
        'issues.length > 0 && isNewsletterPaused(await broadcasts.all())',
        'false',
        'the queue fills with what no sender takes',
      ],
      [
        'issues bear no mark on the queue',
        '({ ...dueOf(one), ...OF_ISSUES })',
        'dueOf(one)',
        'a sender claims each of a paused newsletter, and looks for nothing',
      ],
      [
        'only letters are probes',
        'isPaused ? SHARDS : [...SHARDS, ...ISSUE_SHARDS]',
        'SHARDS',
        'when an outage meets a day of issues only, nobody finds out that SES is back',
      ],
      [
        'a probe is an issue of a paused newsletter',
        'isPaused ? SHARDS : [...SHARDS, ...ISSUE_SHARDS]',
        '[...SHARDS, ...ISSUE_SHARDS]',
        'nothing is sent, so nobody finds out that SES is back',
      ],
    ],
  ),
  ...of(
    'functions/core/sending/broadcast.ts',
    [NEWSLETTER],
    [
      [
        'what was cancelled goes on',
        "(stage === 'running' || stage === 'sent') && started !== undefined ? [started] : [],",
        'started !== undefined ? [started] : [],',
        'an issue that the author took back goes on to everybody',
      ],
      [
        'an issue of a day that is over is sent',
        "return isPast ? 'archive' : 'scheduled';",
        "return 'scheduled';",
        'the first deployment sends years of issues at once',
      ],
    ],
  ),
  ...of(
    'functions/sending/publish.ts',
    [NEWSLETTER],
    [
      [
        'what came with Kindling is an issue',
        '.filter(({ sample }) => !sample)',
        '',
        'readers get a mail that explains how to write one',
      ],
    ],
  ),
  ...of(
    'functions/sending/issues.ts',
    [NEWSLETTER],
    [
      [
        'who was looked up for nothing stays as they are',
        'mail === undefined ? subscriber : latest',
        'latest',
        'after an issue was cancelled all its readers are looked up every minute',
      ],
    ],
  ),
  ...of(
    'functions/core/sending/pace.ts',
    [TICKS],
    [
      [
        'issues leave letters no part of the day’s quota',
        'perDay * (1 - LETTERS_SHARE)',
        'perDay',
        'on the day of an issue a small account sends no letter',
      ],
    ],
  ),
  ...of(
    'functions/sending/send-due.ts',
    [TICKS],
    [
      [
        'a sender does not ask whether the newsletter is paused',
        "if (due.issues && (await world.newsletter.sending()) === undefined) return 'resting';",
        '',
        'who was on the queue at a pause comes a day later when it goes on',
      ],
    ],
  ),
];
