import type { CourseOutline, CourseSlug } from '../functions/core/course.ts';
import type { Draft } from '../functions/core/outline.ts';
import type { Language } from '../functions/core/words/words.ts';
import { type Content, type Course, wordsFor } from './content/model.ts';
import { walk } from './content/tree.ts';
import { onTheWeb } from './mail.ts';

/** The courses of a content folder without their words, and those that the author ended. */
export function draftsOf(content: Content): readonly Draft[] {
  const { publication, courses } = content;
  return [
    ...courses.map((course) => {
      const all = [...(publication.rests ?? []), ...course.rests];
      const rests = all.length > 0 && { rests: all };
      return {
        outline: { ...outlineOf(course, wordsFor(content, course.language).language), ...rests },
        kept: {
          slug: course.slug,
          tracks: course.tracks.map(({ id }) => id),
          lessons: course.lessons.map(({ id, subject, retired }) => ({
            id,
            subject,
            ...(retired && { retired: true as const }),
          })),
          ...rests,
        },
      };
    }),
    ...publication.retiredCourses.map((slug) => ({
      outline: endedOutline(slug, wordsFor(content, publication.language).language),
      kept: { slug, tracks: [], lessons: [], retired: true as const },
    })),
  ];
}

function outlineOf(course: Course, language: Language): CourseOutline {
  const { slug, title, subtitle, description, tracks, lessons, next } = course;
  return {
    ...(next && { next: next.slug }),
    slug,
    language,
    title,
    subtitle,
    description,
    tracks,
    lessons: lessons
      .filter(({ retired }) => !retired)
      .map((lesson) => {
        const { id, subject, forThosePast, blocks } = lesson;
        const checkIn = [...walk(blocks)].some(({ kind }) => kind === 'checkIn');
        const web = onTheWeb(course, lesson);
        return { id, subject, checkIn, forThosePast, ...(web !== undefined && { web }) };
      }),
  };
}

/** What is known of a course whose folder is gone. */
const endedOutline = (slug: CourseSlug, language: Language): CourseOutline => ({
  slug,
  language,
  title: slug,
  subtitle: '',
  description: '',
  tracks: [],
  lessons: [],
  retired: true,
});
