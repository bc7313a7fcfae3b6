import './production.ts';
import {
  type CourseOutline,
  type CourseSlug,
  type LessonId,
  letterPath,
  type TrackId,
} from '../functions/core/course.ts';
import type { ChoicePicture } from '../functions/core/mail/choices.ts';
import { nextTime } from '../functions/core/mail/compose.ts';
import type { RowPicture } from '../functions/core/mail/rows.ts';
import type { SafetyLines } from '../functions/core/mail/safety-lines.ts';
import type { CompiledMail, NoticeName, Range } from '../functions/core/mail/template.ts';
import type { TitlePicture } from '../functions/core/mail/titles.ts';
import type { Issue } from '../functions/core/newsletter.ts';
import type { Publication } from '../functions/core/publication.ts';
import { ownWordsOf } from '../functions/core/replies/collect-own-words.ts';
import type { OwnWords } from '../functions/core/replies/own-words.ts';
import type { Language, RawWords } from '../functions/core/words/words.ts';
import { CHOICE } from './choice.ts';
import { loadContent } from './content/load.ts';
import { type Content, wordsFor } from './content/model.ts';
import { compileForward } from './forward.tsx';
import { type Mail, onTheWeb } from './mail.ts';
import {
  type LessonMail,
  lessonMails,
  type NewsletterMail,
  newsletterMails,
  noticeMails,
  tracksOf,
} from './mails.ts';
import { draftsOf } from './outlines.ts';
import { withNext, withSentences } from './own-sentences.ts';
import { renderHtml } from './render-html.tsx';
import { renderPage } from './render-page.ts';
import { renderText } from './render-text.ts';
import { ROW } from './row.ts';
import { compileTemplate } from './slots.ts';
import { TITLE } from './title.ts';

export { contentFolder } from './content/folder.ts';
export interface CompiledLesson {
  readonly course: CourseSlug;
  readonly lesson: LessonId;
  readonly track: TrackId;
  /** For those who began far apart; only where a letter has other words for them. */
  readonly gentler: boolean;
  readonly mail: CompiledMail;
}

/** What Kindling itself says in one language. */
export interface CompiledWords {
  readonly words: RawWords;
  readonly notices: Readonly<Record<NoticeName, CompiledMail>>;
}

/** All that a deployed Kindling knows of its content. */
export interface CompiledContent {
  readonly publication: Publication;
  readonly courses: readonly CourseOutline[];
  /** Every lesson in every track; retired ones too, for the web copies of those who had them. */
  readonly lessons: readonly CompiledLesson[];
  /** By language, that of the publication first. */
  readonly languages: ReadonlyMap<Language, CompiledWords>;
  /** To the author, in the publication's language. */
  readonly forward: CompiledMail;
  /** One choice of a question. */
  readonly choice: ChoicePicture;
  /** One line of help, one link of the author's. */
  readonly row: RowPicture;
  /** One issue in a digest. */
  readonly title: TitlePicture;
  /** Who helps a reader in distress. */
  readonly safetyLines: SafetyLines;
  /** Newest first. */
  readonly newsletters: readonly Issue[];
  /** The letters that everybody may read, in the wording of their course's first track. */
  readonly letterPages: readonly LetterPage[];
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
  const { publication, courses } = content;
  const written = lessonMails(content);
  const lessons = await inTurn(written, async ({ course, lesson, track, gentler, mail }) => ({
    course: course.slug,
    lesson: lesson.id,
    track,
    gentler,
    mail: await compileMail(mail),
  }));
  const languages = await compileLanguages(content);
  const newsletters = await inTurn(newsletterMails(content), compileIssue);
  const spokenIn = (slug: CourseSlug) =>
    wordsFor(content, courses.find((one) => one.slug === slug)?.language ?? '').words;
  const mails = [
    ...[...lessons, ...newsletters].map(({ mail }) => mail),
    ...lessons.flatMap(({ course, mail }) => withNext(mail, spokenIn(course))),
    ...[...languages.values()].flatMap(({ notices, words }) =>
      Object.values(notices).flatMap((notice) => withSentences(notice, words)),
    ),
  ];
  return {
    publication,
    courses: draftsOf(content).map(({ outline }) => outline),
    lessons,
    languages,
    forward: await compileForward(
      publication.language,
      wordsFor(content, publication.language).words,
    ),
    choice: CHOICE,
    row: ROW,
    title: TITLE,
    safetyLines: content.safetyLines,
    newsletters,
    letterPages: written.flatMap((one) => letterPage(one) ?? []),
    ownWords: ownWordsOf([...mails, ...linesOf(languages), ...toldOf(newsletters)]),
  };
}

/** One after another: React is busy all the time anyway, and an error names the first mail. */
async function inTurn<Given, Made>(
  all: readonly Given[],
  make: (one: Given) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const one of all) made.push(await make(one));
  return made;
}

/** Both parts and the subject of one mail as templates. */
export async function compileMail(mail: Mail): Promise<CompiledMail> {
  try {
    const html = await compileTemplate((values) => renderHtml(mail, values));
    return {
      subject: { literals: [mail.subject], slots: [] },
      html,
      text: await compileTemplate((values) => renderText(mail, values)),
      inbox: inboxIn(html.literals[0] ?? ''),
    };
  } catch (error) {
    throw new Error(`${mail.file}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

/** What `MailHead` and `Preheader` drew; no slot can stand before either. */
function inboxIn(html: string): NonNullable<CompiledMail['inbox']> {
  return {
    title: between(html, '<title>', '</title>'),
    preheader: between(html, 'aria-hidden="true">', '</div>'),
  };
}

function between(html: string, open: string, close: string): Range {
  const from = html.indexOf(open) + open.length;
  const to = html.indexOf(close, from);
  if (from < open.length || to === -1) throw new Error(`no ${open} before the first slot`);
  return [from, to];
}

/** What stands above the lines of help is known as ours, too, though their slot is filled late. */
const linesOf = (languages: CompiledContent['languages']): readonly CompiledMail[] =>
  [...languages.values()].map(({ words: { lines } }) => saying(Object.values(lines).join('\n\n')));

/** So is what a digest tells of issues. */
const toldOf = (issues: readonly Issue[]): readonly CompiledMail[] =>
  issues.map(({ title, preheader }) => saying(`${title}\n\n${preheader}`));

function saying(words: string): CompiledMail {
  const text = { literals: [words], slots: [] };
  return { subject: { literals: [''], slots: [] }, html: { literals: [''], slots: [] }, text };
}

async function compileLanguages(content: Content) {
  const first = wordsFor(content, content.publication.language);
  const languages = [first, ...content.languages.filter((one) => one !== first)];
  const notices = new Map<Language, Partial<Record<NoticeName, CompiledMail>>>();
  for (const { name, language, mail } of noticeMails(content)) {
    notices.set(language, { ...notices.get(language), [name]: await compileMail(mail) });
  }
  return new Map(
    languages.map(({ language, raw }) => [
      language,
      {
        words: raw,
        notices: notices.get(language) as Record<NoticeName, CompiledMail>,
      },
    ]),
  );
}

/** A letter on the web, as part of a page. */
export interface LetterPage {
  readonly course: CourseSlug;
  readonly lesson: LessonId;
  readonly page: string;
}

function letterPage({ course, lesson, track, gentler, mail }: LessonMail): LetterPage | undefined {
  const isFirst = track === tracksOf(course)[0] && !gentler;
  if (!isFirst || onTheWeb(course, lesson) === undefined) return undefined;
  const letterUrl = (wanted: string) => {
    const other = course.lessons.find(({ id }) => id === wanted);
    const isOpen = other !== undefined && onTheWeb(course, other) !== undefined;
    return isOpen ? letterPath(course.slug, other.id) : undefined;
  };
  const page = renderPage(mail, { slots: nextTime(mail.words), letterUrl });
  return { course: course.slug, lesson: lesson.id, page };
}

async function compileIssue({ issue, mail }: NewsletterMail): Promise<Issue> {
  const { id, date, at, audience, during, sample, subject: title, preheader } = issue;
  return {
    id,
    date,
    ...(at && { at }),
    audience,
    ...(during && { during }),
    ...(sample && { sample }),
    title,
    preheader,
    mail: await compileMail(mail),
    page: renderPage(mail, { slots: {}, letterUrl: () => undefined }),
  };
}
