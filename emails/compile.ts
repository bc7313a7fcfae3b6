import './production.ts';
import type { CourseOutline, CourseSlug, LessonId, TrackId } from '../functions/core/course.ts';
import { type CompiledMail, NOTICES, type NoticeName } from '../functions/core/mail/template.ts';
import type { Publication } from '../functions/core/publication.ts';
import { ownWordsOf } from '../functions/core/replies/collect-own-words.ts';
import type { OwnWords } from '../functions/core/replies/own-words.ts';
import type { LocalDate } from '../functions/core/time.ts';
import { loadContent } from './content/load.ts';
import type { Content, Course } from './content/model.ts';
import { walk } from './content/tree.ts';
import { lessonMail, type Mail, newsletterMail, newsletterPage, noticeMail } from './mail.ts';
import { renderHtml } from './render-html.tsx';
import { renderText } from './render-text.ts';
import { compileTemplate } from './slots.ts';

export { writeCompiled } from './write-compiled.ts';

/** The track of a lesson in a course that has no tracks. */
export const ALL = 'all' as TrackId;

export interface CompiledLesson {
  readonly course: CourseSlug;
  readonly lesson: LessonId;
  readonly track: TrackId;
  readonly mail: CompiledMail;
}

export interface CompiledNewsletter {
  readonly id: string;
  readonly date: LocalDate;
  readonly title: string;
  readonly preheader: string;
  readonly mail: CompiledMail;
  /** The issue as a web page for everybody: html with no slots, greeting or personal links. */
  readonly page: string;
}

/** All that a deployed Kindling knows of its content. */
export interface CompiledContent {
  readonly publication: Publication;
  readonly courses: readonly CourseOutline[];
  /** Every lesson in every track; retired ones too, for the web copies of those who had them. */
  readonly lessons: readonly CompiledLesson[];
  readonly notices: Readonly<Record<NoticeName, CompiledMail>>;
  /** Newest first. */
  readonly newsletters: readonly CompiledNewsletter[];
  /** What all these mails say, so that it is known where a reply copies it. */
  readonly ownWords: OwnWords;
}

/**
 * Reads a content folder and renders every mail once, with slots for what a reader changes.
 *
 * @throws {ContentError} with every mistake in the content, by file and line
 */
export async function compileContent(contentDir: string): Promise<CompiledContent> {
  const content = loadContent(contentDir);
  const lessons = await compileLessons(content);
  const notices = await compileNotices(content);
  const newsletters = await compileNewsletters(content);
  const mails = [
    ...[...lessons, ...newsletters].map(({ mail }) => mail),
    ...Object.values(notices),
  ];
  return {
    publication: content.publication,
    courses: content.courses.map(outline),
    lessons,
    notices,
    newsletters,
    ownWords: ownWordsOf(mails),
  };
}

/** Both parts and the subject of one mail as templates. */
export async function compileMail(mail: Mail): Promise<CompiledMail> {
  try {
    return {
      subject: { literals: [mail.subject], slots: [] },
      html: await compileTemplate((values) => renderHtml(mail, values)),
      text: await compileTemplate((values) => renderText(mail, values)),
    };
  } catch (error) {
    throw new Error(`${mail.file}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

function outline({ slug, title, subtitle, description, tracks, lessons }: Course): CourseOutline {
  return {
    slug,
    title,
    subtitle,
    description,
    tracks,
    lessons: lessons
      .filter(({ retired }) => !retired)
      .map(({ id, subject, forThosePast, blocks }) => {
        const checkIn = [...walk(blocks)].some(({ kind }) => kind === 'checkIn');
        return { id, subject, checkIn, forThosePast };
      }),
  };
}

/** A course's tracks, or the one that stands for none. */
export function tracksOf({ tracks }: Course): readonly TrackId[] {
  return tracks.length === 0 ? [ALL] : tracks.map(({ id }) => id);
}

async function compileLessons({ publication, courses }: Content): Promise<CompiledLesson[]> {
  const compiled: CompiledLesson[] = [];
  for (const course of courses)
    for (const lesson of course.lessons)
      for (const track of tracksOf(course)) {
        const mail = await compileMail(lessonMail(publication, course, lesson, track));
        compiled.push({ course: course.slug, lesson: lesson.id, track, mail });
      }
  return compiled;
}

async function compileNotices({ publication, notices }: Content) {
  const compiled: Partial<Record<NoticeName, CompiledMail>> = {};
  for (const name of NOTICES)
    compiled[name] = await compileMail(noticeMail(publication, name, notices[name]));
  return compiled as Record<NoticeName, CompiledMail>;
}

async function compileNewsletters({ publication, newsletters }: Content) {
  const compiled: CompiledNewsletter[] = [];
  for (const issue of newsletters) {
    const { id, date, subject: title, preheader } = issue;
    const mail = await compileMail(newsletterMail(publication, issue));
    const page = await publicPage(newsletterPage(publication, issue));
    compiled.push({ id, date, title, preheader, mail, page });
  }
  return compiled;
}

async function publicPage(mail: Mail): Promise<string> {
  const { literals, slots } = (await compileMail(mail)).html;
  const [slot] = slots;
  if (slot === undefined) return literals.join('');
  throw new Error(
    `${mail.file}: found {{${slot}}}, expected words that are for everybody: newsletters are ` +
      'also pages on the web',
  );
}
