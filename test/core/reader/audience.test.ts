import { expect, test } from 'vitest';
import type { CourseOutline, CourseSlug, TrackId } from '../../../functions/core/course.ts';
import type { Audience } from '../../../functions/core/newsletter.ts';
import { isFor } from '../../../functions/core/reader/audience.ts';
import type { Enrollment } from '../../../functions/core/reader/subscriber.ts';
import type { Language } from '../../../functions/core/words/words.ts';
import { course, enrollment, received } from '../../support/builders.ts';

/** Whom an issue is for: all that its audience says has to be so. */

const CLOSER = course(['a', 'b']);
const NAH = { ...course(['eins']), slug: 'nah' as CourseSlug };
const COURSES: readonly CourseOutline[] = [
  { ...CLOSER, language: 'en' as Language },
  { ...NAH, language: 'de' as Language },
];

const FINISHED = enrollment({ received: received('a', 'b') });
const AMID = enrollment({ received: received('a') });
const IN_GERMAN = enrollment({ course: NAH.slug });
const GONE = enrollment({ course: 'gone' as CourseSlug, received: received('x') });
const closer = CLOSER.slug;
const friend = 'friend' as TrackId;

test.for<[why: string, audience: Audience, takes: readonly Enrollment[], is: boolean]>([
  ['all', {}, [], true],
  ['who has finished', { finished: closer }, [FINISHED], true],
  ['and not who is in the middle', { finished: closer }, [AMID], false],
  ['nor who begins', { finished: closer }, [enrollment()], false],
  ['nor who has finished another', { finished: NAH.slug }, [FINISHED], false],
  ['nobody knows what of a course that is gone', { finished: GONE.course }, [GONE], false],
  ['who stopped early has not finished', { finished: closer }, [{ ...AMID, stopped: true }], false],
  ['who stopped at the end has', { finished: closer }, [{ ...FINISHED, stopped: true }], true],
  ['who is in the middle', { taking: closer }, [AMID], true],
  ['and not who has stopped', { taking: closer }, [{ ...AMID, stopped: true }], false],
  ['nor who has finished', { taking: closer }, [FINISHED], false],
  ['who reads that version', { track: friend }, [{ ...AMID, track: friend }], true],
  ['of any course', { track: friend }, [AMID, { ...IN_GERMAN, track: friend }], true],
  ['and nobody else', { track: friend }, [AMID], false],
  ['who reads that language', { language: 'de' }, [IN_GERMAN], true],
  ['and not who reads another', { language: 'de' }, [AMID], false],
  ['by their first course', { language: 'de' }, [AMID, IN_GERMAN], false],
  ['nobody knows the language of a course that is gone', { language: 'en' }, [GONE], false],
  ['nor of none', { language: 'en' }, [], false],
  ['all of it', { finished: closer, language: 'en' }, [FINISHED], true],
  ['and not one part', { finished: closer, language: 'de' }, [FINISHED], false],
])('%s', ([, audience, enrollments, is]) => {
  expect(isFor(audience, { enrollments }, COURSES)).toBe(is);
});
