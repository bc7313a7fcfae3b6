import { of } from '../mutant.ts';

/** What comes back: whose it was, what counts, and what it stops. */
const STRANGERS = 'test/hearing/strangers.test.ts';

export const OF_RETURNS = [
  ...of(
    'functions/core/sending/reputation.ts',
    ['test/core/sending/reputation.test.ts'],
    [
      [
        'two bounces are many',
        'share: 0.04, few: 10',
        'share: 0.04, few: 2',
        'a list of thirty is stopped by two typos',
      ],
      [
        'bounces stop letters at ten in a hundred',
        'share: 0.04, few: 10',
        'share: 0.1, few: 10',
        'SES pauses the account before we do',
      ],
      [
        'either is enough only for bounces',
        "(['bounces', 'complaints'] as const).find",
        "(['bounces'] as const).find",
        'letters go on that their readers take for spam',
      ],
      [
        'a release is forgotten',
        'releasedAt !== undefined && releasedAt > first',
        'releasedAt !== undefined && releasedAt < first',
        'the next bounce stops letters again, as soon as they are released',
      ],
      [
        'only the figures of days are looked at',
        'days - confirmations.days, day - confirmations.day',
        'days - confirmations.days',
        'a new list is stopped in its first minutes',
        ['test/core/sending/reputation.test.ts'],
      ],
    ],
  ),
  ...of(
    'functions/core/sending/ses-event.ts',
    ['test/core/sending/ses-event.test.ts'],
    [
      [
        'everybody is a reader',
        "tags[STREAM_TAG]?.[0] === 'sign-ups' || TO_STRANGERS.has(tags['kind']?.[0])",
        'tags[STREAM_TAG]?.[0] === undefined',
        'ten thousand made-up addresses stop all letters',
        ['test/core/sending/ses-event.test.ts', STRANGERS],
      ],
      [
        'what was not sent counts',
        "const NOT_COUNTED = 'OnAccountSuppressionList'",
        "const NOT_COUNTED = 'Nothing'",
        'letters stop for mails that SES never sent',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/unreached.ts',
    ['test/core/reader/unreached.test.ts'],
    [
      [
        'one letter that returns is enough',
        'at.length < IN_A_ROW',
        'at.length < 1',
        'a weekly letter stops after two vacation notes',
      ],
      [
        'a week is a day',
        'SPAN_SECONDS = 6 * 86_400',
        'SPAN_SECONDS = 86_400',
        'a mailbox that is full over a long weekend gets nothing for a month',
      ],
      [
        'one that arrived between does not count',
        'if (one === undefined) break;',
        'if (one === undefined) continue;',
        'letters of weeks are added up for somebody who reads them',
      ],
    ],
  ),
  ...of(
    'functions/sending/take-due.ts',
    [STRANGERS],
    [
      [
        'stopped letters go',
        'entries.filter(({ request }) => request)',
        'entries.filter(() => true)',
        'an account is paused for letters that were stopped',
        [STRANGERS, 'test/sending/model.test.ts'],
      ],
      [
        'a request behind the cut is passed',
        'return cut === -1 ? entries : entries.slice(0, cut);',
        'return entries;',
        'who asked while letters were stopped, and found no room, waits for the release',
        ['test/sending/ticks.test.ts'],
      ],
    ],
  ),
];
