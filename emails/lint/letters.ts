import type { TrackId } from '../../functions/core/course.ts';
import {
  type CompiledMail,
  fill,
  htmlValue,
  NOTICES,
  type Template,
} from '../../functions/core/mail/template.ts';
import { tracksOf } from '../compile.ts';
import type { Content, Course, Lesson } from '../content/model.ts';
import { ANNA } from '../examples.ts';
import { lessonMail, type Mail, newsletterMail, newsletterPage, noticeMail } from '../mail.ts';

/** One mail as the linter looks at it. */
export interface Letter {
  readonly kind: 'lesson' | 'notice' | 'newsletter';
  /** The lesson's, notice's or issue's name. */
  readonly id: string;
  readonly mail: Mail;
  readonly html: Template;
  /** As an example reader gets it. */
  readonly filled: string;
  /** Of issues: the same for everybody, as a page. */
  readonly page?: Template;
  /** Of lessons only. */
  readonly lesson?: InCourse;
}

interface InCourse {
  readonly course: Course;
  readonly place: number;
  readonly track: TrackId;
  readonly outline: Lesson;
}

/** Renders one mail. */
export type Compile = (mail: Mail) => Promise<CompiledMail>;

/** Every mail that may still be sent, lessons once for each track; retired ones are left alone. */
export async function everyLetter(content: Content, compile: Compile): Promise<readonly Letter[]> {
  const { publication, courses, notices, newsletters } = content;
  const open: Omit<Letter, 'html' | 'filled'>[] = [];
  for (const course of courses)
    for (const [index, outline] of running(course).entries())
      for (const track of tracksOf(course)) {
        const mail = lessonMail(publication, course, outline, track);
        const lesson = { course, place: index + 1, track, outline };
        open.push({ kind: 'lesson', id: outline.id, mail, lesson });
      }
  for (const name of NOTICES)
    open.push({ kind: 'notice', id: name, mail: noticeMail(publication, name, notices[name]) });
  for (const issue of newsletters) {
    const mail = newsletterMail(publication, issue);
    const page = (await compile(newsletterPage(publication, issue))).html;
    open.push({ kind: 'newsletter', id: issue.id, mail, page });
  }
  return Promise.all(open.map((one) => render(one, compile)));
}

/** A course's letters, without those that nobody gets any more. */
export function running({ lessons }: Course): readonly Lesson[] {
  return lessons.filter(({ retired }) => !retired);
}

async function render(open: Omit<Letter, 'html' | 'filled'>, compile: Compile): Promise<Letter> {
  const { html } = await compile(open.mail);
  return { ...open, html, filled: fill(html, ANNA, htmlValue) };
}
