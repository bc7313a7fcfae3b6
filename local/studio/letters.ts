import type { Course } from '../../emails/content/model.ts';
import { type Finding, findingLine } from '../../emails/lint/finding.ts';
import { hasGentler } from '../../emails/variant.ts';
import { fill, htmlValue, NOTICES } from '../../functions/core/mail/template.ts';
import { asIn } from '../account/test-mail/as.ts';
import { foundIn } from '../account/test-mail/found.ts';
import { type Made, madeFor } from '../account/test-mail/made.ts';
import { readerAs } from '../account/test-mail/reader.ts';
import { running, wantedIn } from '../account/test-mail/wanted.ts';
import { NOWHERE } from '../account/test-mail/way.ts';
import type { Desk } from '../desk/desk.ts';
import { fingerprint } from '../start/stale.ts';

/** A mail by the name that `npm run test:mail` knows it by. */
export interface NamedMail {
  readonly name: string;
  readonly subject: string;
  /** Its place in its course; a retired letter has none. */
  readonly place?: number;
  /** Whether it speaks more gently to whoever asked for that. */
  readonly gentler?: true;
  /** The day of an issue. */
  readonly date?: string;
}

/** All mails of the folder, and the choices that a reader has among them. */
export interface AllLetters {
  readonly author: string;
  readonly languages: readonly string[];
  readonly courses: readonly {
    readonly slug: string;
    readonly title: string;
    readonly tracks: readonly { readonly id: string; readonly label: string }[];
    readonly letters: readonly NamedMail[];
  }[];
  readonly notices: readonly NamedMail[];
  readonly issues: readonly NamedMail[];
}

export function allLetters({ content }: Pick<Desk, 'content'>): AllLetters {
  const { publication, courses, languages, newsletters } = content;
  const [words] = languages.filter(({ language }) => language === publication.language);
  return {
    author: publication.author.address,
    languages: languages.map(({ language }) => language),
    courses: courses.map((course) => ({
      slug: course.slug,
      title: course.title,
      tracks: course.tracks.map(({ id, label }) => ({ id, label })),
      letters: course.lessons.map((lesson) => letterOf(course, lesson)),
    })),
    notices: NOTICES.map((name) => ({ name, subject: words?.notices[name].subject ?? name })),
    issues: newsletters.map(({ id, subject, date }) => ({ name: id, subject, date })),
  };
}

function letterOf(course: Course, lesson: Course['lessons'][number]): NamedMail {
  const place = running(course).indexOf(lesson) + 1;
  const gentler = course.tracks.some(({ id }) => hasGentler(lesson.blocks, id));
  return {
    name: `${course.slug}/${lesson.id}`,
    subject: lesson.subject,
    ...(place > 0 && { place }),
    ...(gentler && { gentler }),
  };
}

/** A mail as some reader gets it, disarmed: what "send me this" sends. */
export interface Preview {
  readonly title: string;
  readonly file: string;
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  /** In bytes. */
  readonly size: { readonly html: number; readonly text: number };
}

/** @param as the reader, in the words of `npm run test:mail -- --as` */
export async function previewOf(desk: Desk, name: string, as: string): Promise<Preview> {
  const { title, mail, compiled, made } = await madeAs(desk, name, as);
  const html = fill(made.mail.html, made.values, htmlValue);
  const text = fill(made.mail.text, made.values);
  return {
    title,
    file: mail.file,
    // As readers get it: without the mark of a test.
    subject: fill(compiled.subject, made.values),
    preheader: mail.preheader,
    html,
    text,
    size: { html: Buffer.byteLength(html), text: Buffer.byteLength(text) },
  };
}

async function madeAs({ content, courses, now }: Desk, name: string, as: string): Promise<Made> {
  const wanted = wantedIn(name, content);
  const to = content.publication.author.address;
  const imagined = readerAs(asIn(as), wanted, { content, courses, now, to });
  return madeFor(imagined, wanted, { content, courses, webUrl: NOWHERE, now });
}

/** Something that the linter has to say, in the words of `npm run check:content`. */
export interface Found {
  readonly level: Finding['level'];
  readonly line: string;
}

const inWords = (finding: Finding): Found => ({
  level: finding.level,
  line: findingLine(finding).slice(finding.level.length).trim(),
});

/**
 * What the linter says of one mail's file, for whichever reader it is shown: seconds of work, done once for each file
 * until something in the folder is another.
 */
export function checkerOf(contentDir: string) {
  const kept = new Map<string, Promise<readonly Found[]>>();
  let content = '';
  return async (desk: Desk, name: string, as: string): Promise<readonly Found[]> => {
    const now = fingerprint([contentDir]);
    if (now !== content) kept.clear();
    content = now;
    const made = await madeAs(desk, name, as);
    const { file } = made.mail;
    const found =
      kept.get(file) ?? foundIn(contentDir, made, desk.now).then((all) => all.map(inWords));
    kept.set(file, found);
    return found;
  };
}

/** The html as it looks by day or by lamp light, whatever the browser prefers. */
export function inScheme(html: string, scheme: 'light' | 'dark'): string {
  return html
    .replaceAll(
      /@media\s*\(prefers-color-scheme:\s*dark\)/g,
      `@media ${scheme === 'dark' ? 'all' : 'not all'}`,
    )
    .replaceAll(/color-scheme:\s*light dark/g, `color-scheme:${scheme}`);
}
