import { of } from '../mutant.ts';

/** A course that is begun again, and all that a reader had. */
const AGAIN = 'test/core/reader/again.test.ts';
const MODEL = 'test/sending/model.test.ts';

export const OF_AGAIN = [
  ...of(
    'functions/core/reader/had.ts',
    [AGAIN],
    [
      [
        'only letters of this time were had',
        '...new Set([...received, ...earlier]),',
        '...new Set(earlier.length < 0 ? earlier : received),',
        'who begins again can’t open what they read before',
      ],
      [
        'letters of earlier times are lost',
        'earlier.length > 0 && { earlier }',
        'earlier.length < 0 && { earlier }',
        'who begins again has read nothing',
      ],
      [
        'a letter that comes again stands twice',
        '[...new Set(before)].filter((lesson) => !received.includes(lesson))',
        '[...new Set(before)]',
        'an item that grows with each time, until it can’t be written',
      ],
      [
        'the time is named also where it is the first',
        'again === undefined ? undefined : String(again);',
        'String(again ?? 0);',
        'proofs of all letters so far are of another time, and each in doubt comes twice',
        [MODEL],
      ],
    ],
  ),
  ...of(
    'functions/core/reader/courses.ts',
    [AGAIN],
    [
      [
        'who begins again lacks what they had before that',
        'withHad(one, [], had(one))',
        'withHad(one, [], one.received)',
        'the letters of two times ago are gone',
      ],
      [
        'who begins again goes on where they were',
        '...withHad(one, [], had(one))',
        '...withHad(one, one.received, had(one))',
        'the button does nothing',
      ],
      [
        'to begin again is no new time',
        'again: timesOf(one) + 1 }',
        'again: one.again ?? 1 }',
        'a letter of the second time counts for the third',
      ],
      [
        'going back gives all letters of earlier times',
        'withHad(one, earlier.slice(0, count), earlier.slice(count))',
        'withHad(one, earlier, [])',
        'letters that they had once are passed over',
      ],
      [
        'going back works after a letter of the new time',
        'again !== time || received.length > 0 || !isOfThem',
        'again !== time || !isOfThem',
        'a letter that came counts for none, and comes again',
      ],
      [
        'going back is no new time',
        'return { ...former, again: again + 1,',
        'return { ...former, again,',
        'news of a letter between the two presses counts for one that never went',
      ],
    ],
  ),
  ...of(
    'functions/core/reader/owed.ts',
    [AGAIN, MODEL],
    [
      [
        'a letter of the time before counts for this one',
        'if (!isOfNow(mail, enrollment)) return withHad(enrollment, received, [...earlier, mail.lesson]);',
        '',
        'who begins again while a letter is on its way never gets it in its place',
      ],
      [
        'a letter of the time before is not taken down',
        'return withHad(enrollment, received, [...earlier, mail.lesson]);',
        'return enrollment;',
        'a letter that lies in their mailbox can’t be opened',
      ],
    ],
  ),
];
