import { of } from '../mutant.ts';

/** What of the newsletter is owed to a reader, when, and that each issue comes once. */
const ISSUES = 'test/core/reader/issues.test.ts';
const HAD = 'test/core/reader/had-issues.test.ts';
const NEWSLETTER = 'test/sending/newsletter.test.ts';
const PAUSE = 'test/core/reader/newsletter-pause.test.ts';

export const OF_ISSUES = [
  ...of(
    'functions/core/reader/issues.ts',
    [ISSUES, HAD, NEWSLETTER],
    [
      [
        'an issue of the day from which somebody has them was had',
        '(on < issues.from ||',
        '(on <= issues.from ||',
        'who ticks the newsletter on the day of an issue never gets it',
      ],
      [
        'an issue that is fresh and alone is told of in a digest',
        '(isFresh || !free)',
        '!free',
        'nobody ever gets an issue, only its title',
      ],
      [
        'an issue that waited alone for months comes whole',
        '(isFresh || !free)',
        'true',
        'who comes back in February reads good wishes for December',
      ],
      [
        'an issue that may come in a course waits for its end',
        'waits.filter(({ during }) => during);',
        '[];',
        'what the author wanted said at once is said weeks later',
      ],
      [
        'any issue may come in a course',
        'waits.filter(({ during }) => during);',
        'waits;',
        'who takes a course is looked up for nothing at every hour of theirs',
      ],
      [
        'a look in a course finds any issue',
        'reached : reached.filter(({ during }) => during);',
        'reached : reached;',
        'an issue that was to wait for the end of a course takes a letter’s day',
      ],
      [
        'issues beside a course are nobody’s wish',
        'subscriber.issues?.alongside === true || ',
        '',
        'who wants each issue as it comes gets titles after the course',
      ],
      [
        'a moment does not ask whether its day had a letter',
        'day >= notBefore && !isUsed(day, zone, last);',
        'day >= notBefore;',
        'who had a letter in the morning is looked up for nothing at the moment of an issue',
      ],
      [
        'an issue at a moment goes on a day that had a letter',
        'at === due) && !isUsed(localDate(now, zone), zone, last);',
        'at === due);',
        'two mails on one day',
      ],
      [
        'an issue does not ask for whom it is',
        '.filter(({ audience }) => isFor(audience, subscriber, courses))',
        '',
        'what was for those who finished a course goes to everybody',
      ],
      [
        'the place of who had an issue stays',
        'isAhead ? issues.from : nextDay(on);',
        'issues.from;',
        'the second pass sends everybody the same issue again',
      ],
      [
        'an issue that came ahead is none once its reader asks for issues as they come',
        'passed || !isFree(subscriber, courses)',
        '!isFree(subscriber, courses)',
        'who asks for issues as they come, before the news of one, loses those that waited',
      ],
      [
        'what was had ahead moves the place',
        'isAhead ? issues.from : nextDay(on);',
        'nextDay(on);',
        'what waited for the end of the course never comes',
      ],
      [
        'what was had ahead is not kept',
        'isAhead ? [...ahead, on]',
        'isAhead ? ahead',
        'an issue that came in the middle of a course comes again at its end',
      ],
      [
        'what was had ahead is kept for ever',
        'ahead.filter((day) => day > on)',
        'ahead',
        'an item that grows with each issue, until it can’t be written',
      ],
      [
        'what waits is forgotten when one comes ahead',
        '(isAhead && !(one.during === true && one.date === on))',
        'false',
        'after the course nobody looks for what had waited',
      ],
      [
        'what is brought out between a digest and the news of it is had',
        'one.date > on ||',
        '',
        'an issue that came while a digest was in doubt never comes',
      ],
      [
        'who takes the newsletter is looked up for nothing',
        'issues: { ...issues, waits: [{ date }] }',
        'issues',
        'who ticks it after everybody was told, on the day of an issue, never gets that',
      ],
      [
        'when the newsletter comes is forgotten with it',
        'before?.alongside && { alongside: before.alongside }',
        '({} as { alongside?: true })',
        'who takes back “no newsletter” gets it at another time than before',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/pauses.ts',
    [PAUSE],
    [
      [
        'a pause of the letters holds issues',
        "standing.is === 'paused' && standing.letters !== true ? [standing]",
        "standing.is === 'paused' ? [standing]",
        'who wants a month without letters gets no newsletter, and is not told so',
      ],
      [
        'a pause of everything holds no issues',
        "standing.is === 'paused' && standing.letters !== true ? [standing]",
        'false ? []',
        'who is away gets issues',
      ],
      [
        'a pause that is over counts as one of everything',
        '!standing.letters && !isOver(standing, localDate(now, zone));',
        '!standing.letters;',
        'a pause of weeks ago decides what “pause” means',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/issues.ts',
    [PAUSE],
    [
      [
        'a pause of the newsletter takes the letter’s day',
        'issues?.paused !== undefined && covers(issues.paused, localDate(now, zone))',
        'issues?.paused === undefined && false',
        'while the newsletter is in a pause, each letter’s hour is an issue’s, and a copy of the table counts it as sent',
      ],
      [
        'an issue takes every pause away',
        'paused !== undefined && !isOver(paused, localDate(at, zone))',
        'false',
        'a pause that was to begin next week is forgotten by the issue of this week',
      ],
      [
        'a pause that is over stays',
        'paused !== undefined && !isOver(paused, localDate(at, zone))',
        'paused !== undefined',
        'an item keeps what nobody asks any more',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/newsletter-pause.ts',
    [PAUSE],
    [
      [
        'to go on with the newsletter leaves a pause of everything',
        "was.is === 'paused' ? { ...was, letters: true as const } : was",
        'was',
        'who asks for the newsletter again is told that it comes, and it does not',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/owed.ts',
    [PAUSE],
    [
      [
        'one pause is looked at',
        'notBefore = pause.until;',
        'return issuesDue(subscriber, courses, now, pause.until);',
        'an issue behind one pause comes into the next',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/owed.ts',
    [NEWSLETTER],
    [
      [
        'an issue uses up no day',
        'last: { ...last, at, on, newsletter: true as const },',
        '',
        'an issue and a letter on one day',
      ],
      [
        'an issue before a letter’s hour stands among the issues',
        "...(letter === undefined && { dueOf: 'issues' as const })",
        "dueOf: 'issues' as const",
        'while the newsletter is paused, no letter comes to who takes a course',
      ],
    ],
  ),
];
