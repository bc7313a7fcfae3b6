import { expect, test } from 'vitest';
import { composeOwed } from '../../../functions/core/mail/compose.ts';
import type { CompiledMail } from '../../../functions/core/mail/template.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { Language } from '../../../functions/core/words/words.ts';
import { SENDER } from '../../emails/sent-letters.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';
import { wordsIn } from '../../support/words.ts';

const COURSE = course(['one', 'two', 'three']);
/** A Thursday, in the hour in which the letter goes. */
const NOW = at('2026-11-26T07:00:00Z');
const MAIL: CompiledMail = {
  subject: { literals: [''], slots: [] },
  html: { literals: ['', ''], slots: ['next'] },
  text: { literals: ['', ''], slots: ['Next'] },
};

function nextOf(change: Partial<Subscriber>, language = 'en'): string | undefined {
  const subscriber = reader({ dueAt: NOW, ...change });
  const lesson = subscriber.enrollments[0]?.received.length === 2 ? 'three' : 'one';
  const { values } = composeOwed(subscriber, {
    owed: { kind: 'lesson', course: COURSE.slug, lesson: lesson as never },
    mail: MAIL,
    course: COURSE,
    sender: SENDER,
    words: wordsIn(language as Language).words,
    now: NOW,
  });
  return values.next;
}

test.each<[string, Partial<Subscriber>, string]>([
  ['every day', {}, 'tomorrow'],
  ['weekdays, on a Thursday', { days: '12345' as never }, 'tomorrow'],
  ['not before Monday', { days: '14' as never }, 'on Monday'],
  ['once a week', { days: '4' as never }, 'next week'],
  [
    'a pause that begins before it',
    {
      standing: {
        is: 'paused',
        since: NOW,
        from: '2026-11-27' as never,
        until: '2026-12-10' as never,
      },
    },
    'on Thursday, 10 December 2026',
  ],
  [
    'a pause without an end',
    { standing: { is: 'paused', since: NOW, from: '2026-11-27' as never } },
    'next time',
  ],
  [
    'one of a time before, sent again: it moves nothing',
    { enrollments: [enrollment({ again: 1, earlier: received('one') })] },
    'next time',
  ],
  [
    'nothing more',
    { enrollments: [enrollment({ received: received('one', 'two') })] },
    'next time',
  ],
  [
    'a letter sent again',
    { enrollments: [enrollment({ received: received('one') })] },
    'next time',
  ],
])('%s', (_, change, expected) => {
  expect(nextOf(change)).toBe(expected);
});

test.each([
  ['de', 'am Montag'],
  ['fr', 'lundi'],
  ['pt', 'segunda-feira'],
])('in %s', (language, expected) => {
  expect(nextOf({ days: '14' as never }, language)).toBe(expected);
});
