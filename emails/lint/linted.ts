import type { TrackId } from '../../functions/core/course.ts';
import {
  type CompiledMail,
  fill,
  htmlValue,
  type Template,
} from '../../functions/core/mail/template.ts';
import { titlesOf } from '../../functions/core/mail/titles.ts';
import type { Content, Course, Lesson } from '../content/model.ts';
import { exampleValues, WEB_URL } from '../examples.ts';
import type { Mail } from '../mail.ts';
import { lessonMails, newsletterMails, noticeMails } from '../mails.ts';
import { TITLE } from '../title.ts';
import { EXAMPLES } from '../told.ts';

/** One mail as the linter looks at it. */
export interface LintedMail {
  readonly kind: 'lesson' | 'notice' | 'newsletter';
  /** The lesson's, notice's or issue's name. */
  readonly id: string;
  readonly mail: Mail;
  readonly html: Template;
  /** As an example reader gets it. */
  readonly filled: string;
  /** Of lessons only. */
  readonly lesson?: InCourse;
}

interface InCourse {
  readonly course: Course;
  readonly place: number;
  readonly track: TrackId;
  readonly gentler: boolean;
  readonly outline: Lesson;
}

/** Renders one mail. */
export type Compile = (mail: Mail) => Promise<CompiledMail>;

/** Every mail that may still be sent, lessons once for each track; retired ones are left alone. */
export async function everyLintedMail(
  content: Content,
  compile: Compile,
): Promise<readonly LintedMail[]> {
  const lessons = lessonMails(content)
    .filter(({ lesson }) => !lesson.retired)
    .map(({ course, lesson: outline, track, gentler, mail }): Open => {
      const place = running(course).indexOf(outline) + 1;
      const lesson = { course, place, track, gentler, outline };
      return { kind: 'lesson', id: outline.id, mail, lesson };
    });
  const notices = noticeMails(content).map(
    ({ name: id, mail }): Open => ({ kind: 'notice', id, mail }),
  );
  const issues = newsletterMails(content).map(
    ({ issue: { id }, mail }): Open => ({ kind: 'newsletter', id, mail }),
  );
  const open = [...lessons, ...notices, ...issues];
  return Promise.all(open.map((one) => render(one, compile)));
}

type Open = Omit<LintedMail, 'html' | 'filled'>;

/** A course's letters, without those that nobody gets any more. */
export function running({ lessons }: Course): readonly Lesson[] {
  return lessons.filter(({ retired }) => !retired);
}

async function render(open: Open, compile: Compile): Promise<LintedMail> {
  const { html } = await compile(open.mail);
  const isDigest = open.kind === 'notice' && open.id === 'digest';
  const values = {
    ...exampleValues(open.mail.words),
    ...(isDigest && titlesOf(EXAMPLES, WEB_URL, TITLE)),
  };
  return { ...open, html, filled: fill(html, values, htmlValue) };
}
