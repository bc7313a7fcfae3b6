import { of } from '../mutant.ts';

/** What is owed to a reader, and when. */
const MODEL = 'test/sending/model.test.ts';
const RESTS = 'test/core/reader/rests.test.ts';
const INSTEAD = 'test/core/reader/instead.test.ts';

export const OF_READERS = [
  ...of(
    'functions/core/reader/pauses.ts',
    [
      'test/core/reader/owed.test.ts',
      'test/core/reader/put-off.test.ts',
      'test/core/reader/known-sent.test.ts',
      RESTS,
      MODEL,
    ],
    [
      [
        'a pause begins a day later',
        'from === undefined || from <= day',
        'from === undefined || from < day',
        'a letter on the first day of a holiday',
      ],
      [
        'a pause lasts a day longer',
        'until === undefined || day < until',
        'until === undefined || day <= until',
        'the letter of the day on which they are back is lost',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/owed.ts',
    [
      'test/core/reader/owed.test.ts',
      'test/core/reader/put-off.test.ts',
      'test/core/reader/known-sent.test.ts',
      RESTS,
      MODEL,
    ],
    [
      [
        'what is owed does not look at pauses',
        'return areLettersPaused(subscriber, now)\n    ? undefined\n    : owedOn(',
        'return owedOn(',
        'a letter that comes late comes into a pause',
      ],
      [
        'a holiday that nobody knew of is not seen',
        'owed.find((mail) => opensOn(mail, courses, day) === day);',
        'owed.at(0);',
        'a letter on a day on which the author is away',
      ],
      [
        'nobody hears that a holiday is over sooner',
        'localDate(next.dueAt, zone) < localDate(dueAt, zone)',
        'false',
        'readers wait for the end of a holiday that was called off',
      ],
      [
        'a put-off is forgotten',
        'const soonest = slot ? slotAfter(subscriber, open, now, notBefore) : now;',
        'const soonest = slot ? slotAfter(subscriber, open, now) : now;',
        'a refused letter comes again on the same day',
      ],
      [
        'a letter counts for the day of its news',
        'const { at, zone } = subscriber.claim ?? { at: now, zone: subscriber.zone };',
        'const { at, zone } = { at: now, zone: subscriber.zone };',
        'news that comes after midnight, or after a move, uses up another day',
      ],
      [
        'a pause never ends by itself',
        "return standing.is === 'paused' && isOver(standing, today) ? { is: 'active' } : standing;",
        'return standing;',
        'a reader who is back is held for paused for ever',
      ],
      [
        'news of a confirmation takes a reader’s due moment',
        'return isKnownSent(unclaimed, mail) ? unclaimed : confirmationSent(unclaimed, now);',
        'return confirmationSent(unclaimed, now);',
        'who has confirmed before the news came never gets a letter',
      ],
      [
        'news of an earlier request counts for a later one',
        'return !waits || requestOf(standing) !== mail.request;',
        'return !waits;',
        'the second confirmation mail never goes out',
      ],
      [
        'news of a course that somebody does not take is new',
        'if (enrollment === undefined) return true;',
        'if (enrollment === undefined) return false;',
        'one more save for each such event',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/put-off.ts',
    ['test/core/reader/put-off.test.ts', MODEL],
    [
      [
        'put off wakes whoever has nothing due',
        'if (subscriber.dueAt === undefined) return subscriber;',
        '',
        'somebody who left meanwhile is due again',
      ],
      [
        'put off comes on the same day',
        'const notBefore = nextDay(localDate(now, subscriber.zone));',
        'const notBefore = localDate(now, subscriber.zone);',
        'a letter that SES refuses comes again and again',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/turns.ts',
    [RESTS, 'test/core/reader/owed.test.ts', MODEL],
    [
      [
        'a day that had a letter gets another',
        ': Instant => nextSlot(subscriber, after, subscriber.last, from, open);',
        ': Instant => nextSlot(subscriber, after, undefined, from, open);',
        'two letters on one day',
      ],
      [
        'by turns, all wait for the last that rests',
        'day !== undefined && day < other ? day : other;',
        'day !== undefined && day > other ? day : other;',
        'a holiday of one course is a holiday of all',
      ],
      [
        'a welcome rests with its course',
        "return mail.kind === 'lesson' ? dayWithoutRest(rests, day) : day;",
        'return dayWithoutRest(rests, day);',
        'who signs up on a holiday hears nothing for weeks',
      ],
    ],
  ),
  ...of(
    'functions/core/rest.ts',
    [RESTS],
    [
      [
        'a holiday ends a day early',
        'from <= day && day <= until',
        'from <= day && day < until',
        'a letter on the last day on which the author is away',
      ],
      [
        'a holiday begins a day late',
        'from <= day && day <= until',
        'from < day && day <= until',
        'a letter on the first day on which the author is away',
      ],
      [
        'the day after a holiday is free, whatever rests then',
        'return rest === undefined ? day : dayWithoutRest(rests, nextDay(rest.until));',
        'return rest === undefined ? day : nextDay(rest.until);',
        'two holidays that meet are one with a letter in it',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/schedule.ts',
    ['test/core/reader/schedule.test.ts', MODEL],
    [
      [
        'the used day is only the one it was then',
        'later(on, localDate(at, zone));',
        'on;',
        'moving east brings a second letter on one day',
      ],
      [
        'the used day may be used again',
        'if (used && day <= used)',
        'if (used && day < used)',
        'two letters on one day',
      ],
      [
        'a slot may be now',
        'slot > after) return slot',
        'slot >= after) return slot',
        'a reader who changes the hour at that hour is due at once',
      ],
      [
        'in another mail’s place a letter comes on a day that had one',
        'if (isUsed(day, zone, last)) return false;',
        '',
        'two letters on one day',
        [INSTEAD],
      ],
      [
        'in another mail’s place a letter comes before its hour',
        'return slot !== undefined && due >= slot;',
        'return slot !== undefined;',
        'a letter at night',
        [INSTEAD],
      ],
      [
        'in another mail’s place a letter comes on any day',
        'const slot = days.includes(dayOfWeek(day)) ? slotOn(day, zone, hour) : undefined;\n  return',
        'const slot = slotOn(day, zone, hour);\n  return',
        'a letter on a day that its reader did not choose',
        [INSTEAD],
      ],
    ],
  ),
  ...of(
    'functions/core/reader/instead.ts',
    [INSTEAD],
    [
      [
        'a letter comes when another mail was due',
        'return !isLetterTime(reader, claim.due) &&',
        "return claim.due === '' &&",
        'two letters on one day, where a welcome’s course has ended',
      ],
      [
        'a letter waits for its next hour though one has passed',
        'nextSlot(reader, claim.due, last, notBefore) > now',
        "now > ''",
        'who reads once a week misses a week where an issue of that day was paused while nothing was sent',
      ],
      [
        'a welcome waits for a letter’s hour',
        "kind === 'lesson' && isBeforeHour",
        'isBeforeHour',
        'who confirms in the evening is not greeted, and is looked at every minute',
      ],
      [
        'the moment of an issue that is none counts for another',
        '!ready.some(({ at }) => at === reader.claim.due) &&',
        "reader.claim.due === '' &&",
        'an issue comes at night, on a day that its reader did not choose',
      ],
      [
        'issues do not come at the moment of one of them',
        '!ready.some(({ at }) => at === reader.claim.due) &&',
        '',
        'what was to come to all at once comes at each reader’s hour',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/owed.ts',
    ['test/sending/plan.test.ts'],
    [
      [
        'a deployment leaves whoever waits for issues among those',
        'if (dueOf === undefined || next.dueOf !== undefined) return undefined;',
        'return undefined;',
        'a letter of a course that is back is held by a pause of the newsletter, or loses its day',
      ],
      [
        'a deployment moves what is due this minute',
        'return isNow ? { ...next, dueAt } : next;',
        'return next;',
        'an issue that was to come this minute comes a day later',
      ],
      [
        'a deployment takes what is held since days for what is due',
        'dueAt <= now && localDate(dueAt, zone) === localDate(now, zone);',
        'dueAt <= now;',
        'a letter of a course that is back comes at the hour of the deployment',
      ],
    ],
  ),
];
