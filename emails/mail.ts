import type { TrackId } from '../functions/core/course.ts';
import type { NoticeName, SlotName } from '../functions/core/mail/template.ts';
import type { Publication } from '../functions/core/publication.ts';
import type { Course, Lesson, Newsletter, Piece } from './content/model.ts';
import { type Block, walk } from './content/tree.ts';
import { WORDS } from './words.ts';

/** One mail before it has looks: everything that both of its parts show, in reading order. */
export interface Mail {
  readonly file: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly subject: string;
  readonly preheader: string;
  /** The publication's name. */
  readonly masthead: string;
  /** What stands beside the name: which letter this is. */
  readonly place?: string;
  readonly title: string;
  /** How long it takes, or the day it is from. */
  readonly aside?: string;
  readonly greets: boolean;
  readonly blocks: readonly Block[];
  readonly sources: readonly string[];
  readonly footer: Footer;
}

export interface Footer {
  readonly sentences: readonly string[];
  readonly links: readonly { readonly label: string; readonly to: SlotName }[];
  /** Postal address, line by line. */
  readonly address: readonly string[];
}

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/;

function common(publication: Publication, piece: Piece) {
  const { file, subject, preheader, blocks } = piece;
  return {
    file,
    language: publication.language,
    direction: RIGHT_TO_LEFT.test(publication.language) ? 'rtl' : 'ltr',
    subject,
    preheader,
    masthead: publication.name,
    title: subject,
    blocks,
  } as const;
}

/** A lesson as the readers of one track get it. */
export function lessonMail(
  publication: Publication,
  course: Course,
  lesson: Lesson,
  track: TrackId,
): Mail {
  const running = course.lessons.filter(({ retired }) => !retired);
  const place = running.indexOf(lesson) + 1;
  return {
    ...common(publication, lesson),
    place: place > 0 ? WORDS.letterOf(place, running.length) : WORDS.letter,
    aside: WORDS.minutes(lesson.minutes),
    greets: true,
    blocks: lesson.blocks.filter((block) => isFor(block, track)),
    sources: lesson.sources,
    footer: footer(publication, [WORDS.whyLesson(course.title), WORDS.howToPause], ALL_LINKS),
  };
}

function isFor(block: Block, track: TrackId): boolean {
  return block.kind !== 'practice' || block.track === undefined || block.track === track;
}

/** A mail around a course. Who has not confirmed, or has left, has no preferences to change. */
export function noticeMail(publication: Publication, name: NoticeName, piece: Piece): Mail {
  const why =
    name === 'confirmation'
      ? WORDS.whyConfirmation
      : name === 'goodbye'
        ? WORDS.whyGoodbye
        : WORDS.whyNotice;
  const reads = name !== 'confirmation' && name !== 'goodbye';
  return {
    ...common(publication, piece),
    // A name on the form must not become our words to a stranger who never asked for a mail.
    greets: name !== 'confirmation' && !mentions(piece.blocks, 'greeting'),
    sources: [],
    footer: footer(publication, [why], reads ? [PREFERENCES, UNSUBSCRIBE] : []),
  };
}

/** An issue of the newsletter. */
export function newsletterMail(publication: Publication, issue: Newsletter): Mail {
  return {
    ...common(publication, issue),
    place: WORDS.newsletter,
    aside: inWords(issue.date, publication.language),
    greets: true,
    sources: issue.sources,
    footer: footer(publication, [WORDS.whyNewsletter], ALL_LINKS),
  };
}

/** The same issue for everybody, for the archive on the web and the feed. */
export function newsletterPage(publication: Publication, issue: Newsletter): Mail {
  const mail = newsletterMail(publication, issue);
  const blocks = mail.blocks.map((block) =>
    block.kind === 'question' ? ({ ...block, answerable: false } as const) : block,
  );
  return { ...mail, blocks, greets: false, footer: footer(publication, [], []) };
}

const PREFERENCES = { label: WORDS.preferences, to: 'preferencesUrl' } as const;
const UNSUBSCRIBE = { label: WORDS.unsubscribe, to: 'unsubscribeUrl' } as const;
const ALL_LINKS = [{ label: WORDS.webCopy, to: 'webCopyUrl' }, PREFERENCES, UNSUBSCRIBE] as const;

function footer(
  { postalAddress, footerNote }: Publication,
  sentences: readonly string[],
  links: Footer['links'],
): Footer {
  return {
    sentences: footerNote === undefined ? sentences : [...sentences, footerNote],
    links,
    address: postalAddress.split('\n').map((line) => line.trim()),
  };
}

function mentions(blocks: readonly Block[], slot: SlotName): boolean {
  return [...walk(blocks)].some((block) => JSON.stringify(block).includes(`"name":"${slot}"`));
}

function inWords(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
}
