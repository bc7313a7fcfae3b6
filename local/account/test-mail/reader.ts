import { type Content, type Course, wordsFor } from '../../../emails/content/model.ts';
import { tracksOf } from '../../../emails/mails.ts';
import type { EmailAddress } from '../../../functions/core/address.ts';
import type { Language } from '../../../functions/core/language.ts';
import { NOBODY } from '../../../functions/core/mail/test-mail.ts';
import { arranged, type Courses } from '../../../functions/core/reader/owed.ts';
import type { Enrollment, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { Instant } from '../../../functions/core/time.ts';
import { languageFor } from '../../../functions/core/words/words.ts';
import { RefusedError } from '../restore/home.ts';
import type { As } from './as.ts';
import { courseIn, running, type Wanted } from './wanted.ts';

/** Somebody who might get a mail, and the course and the words that it would come in. */
export interface Imagined {
  readonly reader: Subscriber;
  readonly course: Course;
  readonly language: Language;
}

/** What imagining a reader needs to know. */
interface Around {
  readonly content: Content;
  readonly courses: Courses;
  readonly now: Instant;
  readonly to: EmailAddress;
}

/** A reader who has had so many letters, when nothing is said and it is no letter that is wanted. */
const USUAL_PLACE = 3;

/**
 * The reader whom an author has in mind; what is not said is as a new reader of the publication has it.
 *
 * @throws RefusedError on a course, track, language or place that there is not
 */
export function readerAs(as: As, wanted: Wanted, around: Around): Imagined {
  const { content, courses, now, to } = around;
  const { defaults } = content.publication;
  const course = courseOf(as, wanted, content);
  const enrollment: Enrollment = {
    course: course.slug,
    track: trackOf(as, course),
    ...(as.gentler && { gentler: true }),
    welcomed: true,
    received: running(course)
      .slice(0, placeOf(as, wanted, course))
      .map(({ id }) => id),
  };
  const reader: Subscriber = {
    ...NOBODY,
    address: to,
    ...(as.name !== undefined && { name: as.name }),
    standing: { is: 'active' },
    enrollments: [enrollment],
    newsletter: true,
    ...(as.discreet && { discreet: true }),
    zone: as.zone ?? defaults.zone,
    hour: as.hour ?? defaults.hour,
    days: as.days ?? defaults.days,
    revision: 1,
  };
  const language = languageOf(as.language, wanted, course, content);
  return { reader: arranged(reader, courses, now), course, language };
}

/**
 * Somebody who is stored, without anything by which they are known: no address, no id, no secret.
 *
 * @throws RefusedError when they do not take the course of the letter that is wanted
 */
export function readerLike(stored: Subscriber, wanted: Wanted, around: Around): Imagined {
  const { content, courses, now, to } = around;
  const { name, enrollments, byTurns, discreet, newsletter, zone, hour, days, last } = stored;
  const slug = wanted.is === 'letter' ? wanted.course.slug : enrollments[0]?.course;
  const course = courseIn(slug ?? '', content);
  if (!enrollments.some((one) => one.course === course.slug)) {
    throw new RefusedError(
      `That reader does not take ${course.slug}. Say --as course=... instead.`,
    );
  }
  const paused = stored.standing.is === 'paused';
  const reader: Subscriber = {
    ...NOBODY,
    address: to,
    ...(name !== undefined && { name }),
    standing: paused ? stored.standing : { is: 'active' },
    enrollments,
    ...(byTurns && { byTurns }),
    newsletter,
    ...(discreet && { discreet }),
    ...(last && { last }),
    zone,
    hour,
    days,
    revision: 1,
  };
  const language = languageOf(undefined, wanted, course, content);
  return { reader: arranged(reader, courses, now), course, language };
}

function courseOf({ course: said }: As, wanted: Wanted, content: Content): Course {
  const course = said === undefined ? undefined : courseIn(said, content);
  if (wanted.is !== 'letter') return course ?? courseIn(defaultOf(content), content);
  if (course !== undefined && course !== wanted.course) {
    throw new RefusedError(`That letter is one of ${wanted.course.slug}, not of ${course.slug}.`);
  }
  return wanted.course;
}

const defaultOf = ({ publication }: Content): string => publication.defaults.course;

function trackOf({ track: said }: As, course: Course): NonNullable<Enrollment['track']> {
  const tracks = tracksOf(course);
  const track = said === undefined ? tracks[0] : tracks.find((one) => one === said);
  if (track !== undefined) return track;
  const known = course.tracks.map(({ id }) => id).join(', ') || 'none';
  throw new RefusedError(`${course.slug} has no track "${said}". Tracks: ${known}.`);
}

/** Letters that they had before; of a letter, those that stand before it. */
function placeOf({ place }: As, wanted: Wanted, course: Course): number {
  const letters = running(course);
  if (place !== undefined && place > letters.length) {
    throw new RefusedError(`${course.slug} has ${letters.length} letters, so nobody had ${place}.`);
  }
  if (place !== undefined) return place;
  return wanted.is === 'letter' ? Math.max(0, letters.indexOf(wanted.lesson)) : USUAL_PLACE;
}

/** A letter speaks as its course does, an issue as those whom it is for, and a notice as its reader. */
function languageOf(
  said: string | undefined,
  wanted: Wanted,
  course: Course,
  content: Content,
): Language {
  const own =
    wanted.is === 'issue'
      ? (wanted.issue.audience.language ?? content.publication.language)
      : course.language;
  const { language } = wordsFor(content, own);
  if (said === undefined) return language;
  const languages = content.languages.map((one) => one.language);
  const found = languageFor(said, languages);
  if (found === undefined) {
    throw new RefusedError(`There are no words in "${said}". Languages: ${languages.join(', ')}.`);
  }
  if (wanted.is === 'notice' || found === language) return found;
  throw new RefusedError(
    `That mail is written in ${language}: only notices come in all languages.`,
  );
}
