import { expect, test } from 'vitest';
import { added } from '../../../functions/core/reader/addition.ts';
import { takeAlongside, takeNewsletter } from '../../../functions/core/reader/lifecycle.ts';
import {
  pauseNewsletter,
  resumeNewsletter,
} from '../../../functions/core/reader/newsletter-pause.ts';
import { stillDue } from '../../../functions/core/reader/still-due.ts';
import type { InNewsletter, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const EIGHT = at('2026-12-01T07:00:00Z');
const MINUTE_PAST = at('2026-12-01T07:01:00Z');
const TOMORROW = at('2026-12-02T07:00:00Z');
const MARCH = { until: '2027-03-01' as LocalDate };
const COURSES = [course(['a', 'b', 'c'])];
const ann = (fields: Partial<Subscriber> = {}) =>
  reader({ enrollments: [enrollment({ received: received('a') })], dueAt: EIGHT, ...fields });

test.for<[why: string, who: Subscriber, dueAt: string | undefined]>([
  ['a letter that is queued goes today', ann(), EIGHT],
  [
    'one that waits for some minutes, too',
    ann({ dueAt: at('2026-12-01T07:05:00Z') }),
    '2026-12-01T07:05:00Z',
  ],
  [
    'a moment that is found is no earlier than it has to be',
    ann({ dueAt: at('2026-12-09T07:00:00Z') }),
    TOMORROW,
  ],
  [
    'who had no moment has one now',
    reader({ enrollments: [enrollment({ received: received('a') })] }),
    TOMORROW,
  ],
  ['the moment of an issue is not that of a letter', ann({ dueOf: 'issues' }), TOMORROW],
])('%s', ([, who, dueAt]) => {
  const { dueAt: kept, dueOf } = stillDue(who, COURSES, MINUTE_PAST);
  expect([kept, dueOf]).toEqual([dueAt, undefined]);
});

test.for<[what: string, after: Subscriber | undefined]>([
  ['the newsletter', changed(takeNewsletter(ann(), true, present()))],
  ['no newsletter any more', changed(takeNewsletter(ann({ newsletter: true }), false, present()))],
  ['issues during the course', changed(takeAlongside(ann({ newsletter: true }), true, present()))],
  ['the newsletter, asked for by the form', asksForMore()],
  ['no newsletter until March', changed(pauseNewsletter(taking(), MARCH, present()))],
  ['the newsletter again', changed(resumeNewsletter(taking({ paused: MARCH }), present()))],
])('a letter that is queued goes today to whoever takes %s meanwhile', ([, after]) => {
  expect(after?.dueAt).toBe(EIGHT);
});

function taking(fields: Partial<InNewsletter> = {}): Subscriber {
  return ann({ newsletter: true, issues: { from: '2026-11-01' as LocalDate, ...fields } });
}

function present() {
  return { now: MINUTE_PAST, courses: COURSES };
}

function changed(change: ReturnType<typeof takeNewsletter>): Subscriber | undefined {
  return change.is === 'changed' ? change.subscriber : undefined;
}

function asksForMore(): Subscriber {
  const wish = { enrollments: [enrollment()] as const, newsletter: true };
  return added(ann(), wish, 'newsletter', present());
}
