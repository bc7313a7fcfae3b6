import type { LessonOutline } from '../functions/core/course.ts';
import type { NoticeName, SlotName } from '../functions/core/mail/template.ts';
import type { Publication } from '../functions/core/publication.ts';
import { dateInWords } from '../functions/core/words/phrases.ts';
import { directionOf, type Words } from '../functions/core/words/words.ts';
import { afterwards } from './afterwards.ts';
import type { Content, Course, LanguageWords, Lesson, Newsletter, Piece } from './content/model.ts';
import type { Block } from './content/tree.ts';
import { ALL, inVariant, type Variant } from './variant.ts';

/** One mail before it has looks: everything that both of its parts show, in reading order. */
export interface Mail {
  readonly file: string;
  /** What Kindling itself says in it. */
  readonly words: Words;
  /** Words and nothing around them: no masthead, no title, no foot. */
  readonly bare?: true;
  /** BCP 47, of what the author wrote. */
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
  /** Whoever wrote it. */
  readonly signature?: string;
  readonly sources: readonly string[];
  /** What there is once a course is over; no part of the letter. */
  readonly afterwards?: readonly Block[];
  readonly footer: Footer;
}

/** What stands above whoever signs, and below: what comes next is no part of the letter. */
export function aroundSignature({ blocks }: Mail): readonly [readonly Block[], readonly Block[]] {
  const end = blocks.at(-1)?.kind === 'next' ? blocks.length - 1 : blocks.length;
  return [blocks.slice(0, end), blocks.slice(end)];
}

export interface Footer {
  readonly sentences: readonly string[];
  readonly links: readonly { readonly label: string; readonly to: SlotName }[];
  /** Postal address, line by line. */
  readonly address: readonly string[];
}

function common(publication: Publication, language: string, words: Words, piece: Piece) {
  const { file, subject, preheader } = piece;
  return {
    file,
    words,
    language,
    direction: directionOf(language),
    subject,
    preheader,
    masthead: publication.name,
    title: subject,
  } as const;
}

/** Outside of a course there are no tracks, no check-in before, and no letters to link to. */
const forAll = ({ blocks }: Piece, { mail: { gate } }: Words): readonly Block[] =>
  inVariant(blocks, { track: ALL, gentler: false }, { gate, titleOf: () => undefined });

/** A lesson as the readers of one track get it, or those of them who began far apart. */
export function lessonMail(
  { publication, courses }: Pick<Content, 'publication' | 'courses'>,
  course: Course,
  lesson: Lesson,
  variant: Variant,
  words: Words,
): Mail {
  const { letterOf, letter, minutes, whyLesson, howToPause, gate } = words.mail;
  const titleOf = (wanted: string) => course.lessons.find(({ id }) => id === wanted)?.subject;
  const running = course.lessons.filter(({ retired }) => !retired);
  const place = running.indexOf(lesson) + 1;
  return {
    ...common(publication, course.language, words, lesson),
    place: place > 0 ? letterOf({ place, of: running.length }) : letter,
    aside: minutes({ count: lesson.minutes }),
    greets: true,
    blocks: inVariant(lesson.blocks, variant, { gate, titleOf }),
    ...signed(publication),
    sources: lesson.sources,
    ...(lesson === running.at(-1) && { afterwards: afterwards({ courses }, course, words) }),
    footer: footer(
      publication,
      [whyLesson({ course: course.title }), howToPause],
      [...(onTheWeb(course, lesson) ? [passOnLink(words)] : []), ...allLinks(words)],
    ),
  };
}

/** How everybody may read a letter, if they may: nothing in it may speak of its reader. */
export function onTheWeb(
  { onTheWeb: which, lessons }: Course,
  lesson: Lesson,
): LessonOutline['web'] | undefined {
  const first = lessons.find(({ retired }) => !retired);
  if (which === 'none' || lesson.retired || speaksOfReader(lesson.blocks)) return undefined;
  if (lesson === first) return 'listed';
  return which === 'all' ? 'linked' : undefined;
}

/** Slots that have words for everybody. */
const FOR_EVERYBODY: ReadonlySet<SlotName> = new Set(['next', 'Next'] as const);

const speaksOfReader = (blocks: readonly Block[]): boolean =>
  slotsIn(blocks).some((slot) => !FOR_EVERYBODY.has(slot));

/** The slots among an author's words, as often as they stand there. */
export const slotsIn = (blocks: readonly Block[]): readonly SlotName[] =>
  [...JSON.stringify(blocks).matchAll(/"(?:kind":"slot","name|slot)":"(\w+)"/g)].map(
    ([, slot]) => slot as SlotName,
  );

/**
 * A name on the form must not become our words to a stranger who never asked for a mail; and the note in
 * distress names nobody.
 */
const NO_GREETING: ReadonlySet<NoticeName> = new Set([
  'confirmation',
  'comeback',
  'already',
  'care',
  'new-address',
  'address-taken',
] as const);

/** A mail around a course. Who has not confirmed, or has left, has no preferences to change. */
export function noticeMail(
  publication: Publication,
  name: NoticeName,
  { language, words, notices }: LanguageWords,
): Mail {
  const piece = notices[name];
  if (name === 'digest') return digestMail(publication, piece, language, words);
  const { whyConfirmation, whyGoodbye, whyNotice } = words.mail;
  const whys: Partial<Record<NoticeName, string>> = {
    confirmation: whyConfirmation,
    comeback: whyConfirmation,
    goodbye: whyGoodbye,
    'new-address': whyConfirmation,
    'address-taken': whyConfirmation,
  };
  const why = whys[name];
  const own = why === undefined ? [preferencesLink(words), unsubscribeLink(words)] : [];
  return {
    ...common(publication, language, words, piece),
    blocks: forAll(piece, words),
    greets: !NO_GREETING.has(name) && !slotsIn(piece.blocks).includes('greeting'),
    // Whoever looks over a shoulder reads no name of ours in it.
    ...(name === 'care' && { bare: true as const }),
    sources: [],
    footer: footer(publication, [why ?? whyNotice], [safeLink(words), ...own]),
  };
}

/** The titles of issues that waited: a notice, in the frame of an issue. */
function digestMail(publication: Publication, piece: Piece, language: string, words: Words): Mail {
  return {
    ...common(publication, language, words, piece),
    blocks: forAll(piece, words),
    place: words.mail.newsletter,
    greets: true,
    sources: [],
    footer: newsletterFooter(publication, words, []),
  };
}

/**
 * An issue of the newsletter.
 *
 * @param language what it is written in
 */
export function newsletterMail(
  publication: Publication,
  issue: Newsletter,
  language: string,
  words: Words,
): Mail {
  return {
    ...common(publication, language, words, issue),
    blocks: forAll(issue, words),
    place: words.mail.newsletter,
    aside: dateInWords(issue.date, language),
    greets: true,
    ...signed(publication),
    sources: issue.sources,
    footer: newsletterFooter(publication, words, [webCopyLink(words)]),
  };
}

const signed = ({ signature }: Publication) => (signature === undefined ? {} : { signature });

const passOnLink = ({ mail }: Words) => ({ label: mail.passOn, to: 'letterUrl' }) as const;
const safeLink = ({ mail }: Words) => ({ label: mail.safe, to: 'safeUrl' }) as const;
const preferencesLink = ({ mail }: Words) =>
  ({ label: mail.preferences, to: 'preferencesUrl' }) as const;
const unsubscribeLink = ({ mail }: Words) =>
  ({ label: mail.unsubscribe, to: 'unsubscribeUrl' }) as const;
const webCopyLink = ({ mail }: Words) => ({ label: mail.webCopy, to: 'webCopyUrl' }) as const;
const allLinks = (words: Words) => [
  safeLink(words),
  webCopyLink(words),
  preferencesLink(words),
  unsubscribeLink(words),
];

/** Says that it is the newsletter's, and that leaving leaves the newsletter: letters go on. */
function newsletterFooter(
  publication: Publication,
  words: Words,
  webCopy: Footer['links'],
): Footer {
  const { whyNewsletter, unsubscribeNewsletter } = words.mail;
  return footer(
    publication,
    [whyNewsletter],
    [
      safeLink(words),
      ...webCopy,
      preferencesLink(words),
      { label: unsubscribeNewsletter, to: 'unsubscribeUrl' },
    ],
  );
}

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
