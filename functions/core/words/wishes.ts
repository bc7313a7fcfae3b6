import type { CourseSlug } from '../course.ts';
import type { ComesNext } from '../reader/next.ts';
import type { Courses } from '../reader/owed.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import { rhythmAfter } from '../replies/deeds.ts';
import type { Act } from '../replies/wish-code.ts';
import type { LocalDate } from '../time.ts';
import { dayInWords, momentInWords, pauseInWords, scheduleInWords } from './phrases.ts';
import type { Words } from './words.ts';

/** `Pause until Monday, December 7, 2026`: what an option would do, as its button says it. */
export function optionInWords(
  acts: readonly Act[],
  subscriber: Subscriber,
  words: Words,
  courses: Courses,
): string {
  const said = acts.map((act) => wishInWords(act, subscriber, words, courses));
  return said.length === 0 ? words.wish.nothing : said.join('; ');
}

function wishInWords(act: Act, subscriber: Subscriber, words: Words, courses: Courses): string {
  const { wish } = words;
  const day = (date: LocalDate) => dayInWords(date, words, subscriber.zone);
  switch (act.is) {
    case 'pause':
      return pauseInWish(act, words, day);
    case 'resume':
      return act.on === undefined ? wish.resume : wish.resumeOn({ day: day(act.on) });
    case 'schedule':
      return wish.schedule({ schedule: scheduleInWords(rhythmAfter(subscriber, act), words) });
    case 'skip':
      return wish.skip({ count: act.count });
    case 'track':
      return wish.track;
    case 'discreet':
      return act.on ? wish.discreet : wish.open;
    case 'newsletter':
      return act.on ? words.preferences.newsletterOn : words.preferences.newsletterOff;
    case 'letters-off':
      return wish.lettersOff;
    case 'take': {
      const goesOn = subscriber.enrollments.some((one) => one.course === act.of && one.stopped);
      const course = titleOf(act.of, courses, words);
      return goesOn ? words.preferences.goOnCourse({ course }) : words.adding.course({ course });
    }
    case 'back-course':
      return words.preferences.goOnCourse({ course: titleOf(act.of, courses, words) });
    case 'stop-course':
      return wish.stopCourse({ course: titleOf(act.of, courses, words) });
    case 'again-course':
      return wish.againCourse({ course: titleOf(act.of, courses, words) });
    case 'leave':
      return subscriber.newsletter ? wish.leaveAll : wish.leave;
    case 'rejoin':
    case 'export':
    case 'erase':
      return wish[act.is];
    case 'no-wish':
      return wish.noWish;
    default:
      // Is done by no button: `isOffered` in core/replies/decide.ts lets none of them come here.
      return wish.nothing;
  }
}

type PauseWish = Extract<Act, { readonly is: 'pause' }>;

/** For how long, and where somebody gets both, of which list. */
function pauseInWish(
  { from, until, of }: PauseWish,
  { wish }: Words,
  day: (date: LocalDate) => string,
): string {
  const end = until && day(until);
  const begins = from && day(from);
  const pause =
    begins === undefined
      ? end === undefined
        ? wish.pause
        : wish.pauseUntil({ day: end })
      : end === undefined
        ? wish.pauseFrom({ from: begins })
        : wish.pauseFromUntil({ from: begins, day: end });
  switch (of) {
    case 'letters':
      return wish.onlyLetters({ pause });
    case 'newsletter':
      return wish.onlyNewsletter({ pause });
    case 'all':
      return wish.both({ pause });
    default:
      return pause;
  }
}

/** What is in a pause, for how long, and what goes on beside it. */
export function pausedInWords(
  of: PauseWish['of'],
  { standing, issues, zone }: Pick<Subscriber, 'standing' | 'issues' | 'zone'>,
  words: Words,
): string {
  const { done } = words;
  if (of === 'newsletter')
    return done.pausedNewsletter({ until: pauseInWords(issues?.paused ?? {}, words, zone) });
  const until = pauseInWords(standing.is === 'paused' ? standing : {}, words, zone);
  if (of === 'letters') return done.pausedLetters({ until });
  return of === 'all' ? done.pausedAll({ until }) : done.paused({ until });
}

/** A course as it is called; one that is gone has no name any more. */
const titleOf = (of: CourseSlug | undefined, courses: Courses, { phrases }: Words): string =>
  courses.find(({ slug }) => slug === of)?.title ?? phrases.theLetters;

/** What was done, as sentences: of somebody as they are now. */
export function doneInWords(
  acts: readonly Act[],
  undone: readonly Act[],
  after: Subscriber,
  words: Words,
  courses: Courses,
): string {
  const all = acts.map((act) => deedInWords(act, after, words, courses));
  // Two mails of their own are announced once.
  const said = [...new Set(all)].filter((one) => one !== '');
  const rest = undone.length > 0 ? [words.done.toAPerson] : [];
  return [...said, ...rest].join(' ') || words.done.nothing;
}

function deedInWords(act: Act, after: Subscriber, words: Words, courses: Courses): string {
  const { done } = words;
  switch (act.is) {
    case 'leave':
    case 'erase':
      return done.left;
    case 'rejoin':
      return done.rejoined;
    case 'pause':
      return pausedInWords(act.of, after, words);
    case 'resume':
      return act.on === undefined ? done.resumed : pausedInWords(undefined, after, words);
    case 'schedule':
      return done.schedule({ schedule: scheduleInWords(after, words) });
    case 'skip':
      return done.skipped({ count: act.count });
    case 'track':
      return done.track;
    case 'discreet':
      return act.on ? done.discreet : done.open;
    case 'newsletter':
      return act.on ? done.newsletter : done.noNewsletter;
    case 'letters-off':
      return done.lettersOff;
    case 'take':
    case 'stop-course':
    case 'again-course':
    case 'back-course':
      return courseInWords({ is: act.is, of: act.of }, after, words, courses);
    case 'course':
    case 'address':
      return done.besides;
    case 'resend':
      return done.again;
    case 'export':
      return done.data;
    case 'no-wish':
      return done.noted;
    default:
      return '';
  }
}

/** What became of a course: a name of it that is gone is nobody's. */
export function courseInWords(
  { is, of }: { readonly is: Turn; readonly of: CourseSlug | undefined },
  { enrollments }: Pick<Subscriber, 'enrollments'>,
  words: Words,
  courses: Courses,
): string {
  const { done } = words;
  const course = titleOf(of, courses, words);
  switch (is) {
    case 'stop-course':
      return done.stopCourse({ course });
    case 'again-course':
      return done.againCourse({ course });
    case 'back-course':
      return done.goOnCourse({ course });
    case 'take': {
      const theirs = enrollments.find((one) => one.course === of);
      const goesOn = theirs !== undefined && theirs.received.length > 0;
      return goesOn ? done.goOnCourse({ course }) : done.take({ course });
    }
  }
}

type Turn = 'take' | 'stop-course' | 'again-course' | 'back-course';

/** What comes next, in a sentence; a day is named only if a letter comes then. */
export function nextInWords(next: ComesNext, { zone }: Subscriber, words: Words): string {
  switch (next.is) {
    case 'on':
      return words.next.moment({ moment: momentInWords(next.at, zone, words) });
    case 'all-read':
      return words.next.allRead;
    case 'stopped':
      return words.standing.stoppedDetail;
    default:
      return words.next[next.is];
  }
}
