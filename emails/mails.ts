import type { TrackId } from '../functions/core/course.ts';
import { NOTICES, type NoticeName } from '../functions/core/mail/template.ts';
import type { Language } from '../functions/core/words/words.ts';
import {
  type Content,
  type Course,
  type Lesson,
  type Newsletter,
  wordsFor,
} from './content/model.ts';
import { lessonMail, type Mail, newsletterMail, noticeMail } from './mail.ts';
import { ALL, hasGentler, type Variant } from './variant.ts';

/** A lesson as one track of its course reads it, in one of its ways. */
export interface LessonMail extends Variant {
  readonly kind: 'lesson';
  readonly course: Course;
  readonly lesson: Lesson;
  readonly mail: Mail;
}

export interface NoticeMail {
  readonly kind: 'notice';
  readonly name: NoticeName;
  readonly language: Language;
  readonly mail: Mail;
}

export interface NewsletterMail {
  readonly kind: 'newsletter';
  readonly issue: Newsletter;
  readonly mail: Mail;
}

/** A course's tracks, or the one that stands for none. */
export function tracksOf({ tracks }: Course): readonly TrackId[] {
  return tracks.length === 0 ? [ALL] : tracks.map(({ id }) => id);
}

/** Every lesson in every track; retired ones too, for the web copies of those who had them. */
export function lessonMails(content: Content): readonly LessonMail[] {
  return content.courses.flatMap((course) => {
    const { words } = wordsFor(content, course.language);
    return course.lessons.flatMap((lesson) =>
      variantsOf(course, lesson).map((variant): LessonMail => {
        const mail = lessonMail(content, course, lesson, variant, words);
        return { kind: 'lesson', course, lesson, ...variant, mail };
      }),
    );
  });
}

const variantsOf = (course: Course, { blocks }: Lesson): readonly Variant[] =>
  tracksOf(course).flatMap((track) => [
    { track, gentler: false },
    ...(hasGentler(blocks, track) ? [{ track, gentler: true }] : []),
  ]);

/** Every notice in every language that there are words in: a reply may come in any. */
export function noticeMails({ publication, languages }: Content): readonly NoticeMail[] {
  return languages.flatMap((one) =>
    NOTICES.map((name): NoticeMail => {
      const mail = noticeMail(publication, name, one);
      return { kind: 'notice', name, language: one.language, mail };
    }),
  );
}

/** Every issue, newest first. */
export function newsletterMails(content: Content): readonly NewsletterMail[] {
  const { publication, newsletters } = content;
  return newsletters.map((issue) => {
    const language = issue.audience.language ?? publication.language;
    const { words } = wordsFor(content, language);
    return { kind: 'newsletter', issue, mail: newsletterMail(publication, issue, language, words) };
  });
}

/** A name for each mail that an author knows it by. */
export function titleOf(one: LessonMail | NoticeMail | NewsletterMail): string {
  switch (one.kind) {
    case 'lesson':
      return `${one.course.slug} ${one.course.lessons.indexOf(one.lesson) + 1} ${one.lesson.id} (${one.track}${one.gentler ? ', gentler' : ''})`;
    case 'notice':
      return `${one.name} (${one.language})`;
    case 'newsletter':
      return `newsletter ${one.issue.id}`;
  }
}
