import { Temporal } from 'temporal-polyfill';
import { AUTOMATIC_SUBJECTS } from './automatic-words.ts';
import { fold } from './characters.ts';
import { distressIn } from './distress.ts';
import { calendarIn, IN_SHORT, orderIn } from './grammar/calendar.ts';
import { filled } from './grammar/filled.ts';
import { commands, guesses, onlyGuess } from './grammar/guess.ts';
import type { Lexicon } from './grammar/lexicon.ts';
import { likely } from './grammar/lexicons.ts';
import {
  decided,
  isLoose,
  isPersonal,
  isPlain,
  isSilent,
  keeps,
  type ReadMail,
  readIn,
} from './grammar/mail.ts';
import { sentences } from './grammar/sentences.ts';
import { titlesOf, titlesUnquoted } from './grammar/titles.ts';
import { tokensOf } from './grammar/tokens.ts';
import { isGrave } from './grave.ts';
import { withLikeliest, withSecond } from './offering.ts';
import { likelyKinds, type Opinion, secondOpinion } from './second-opinion.ts';
import { type Certainty, LEAST, likeliness, softened } from './soften.ts';
import { newlyWritten } from './strip.ts';
import {
  type Context,
  NOTHING,
  type Option,
  type Understanding,
  type Wish,
} from './understanding.ts';

export type { Context, Understanding, Wish } from './understanding.ts';

/**
 * Reads what a person wants from what they newly wrote in a mail (mail-standards §6.2). Nothing
 * happens unless every part of a wish is there: somebody asks for it, it is about our mail, its time
 * is a time, and no word of the sentence is left over.
 *
 * @param opinionOf a second reader, who can only turn acts and silence into questions
 */
export function understand(
  text: string,
  context: Context,
  opinionOf: typeof secondOpinion = secondOpinion,
): Understanding {
  const subject = fold((context.subject ?? '').slice(0, 300)).trim();
  if (AUTOMATIC_SUBJECTS.some((words) => subject.startsWith(words))) return NOTHING;
  const { text: written, besideOurs } = newlyWritten(text, context.ownWords);
  const body = withMe(written, context.address);
  const opinion = opinionOf(body);
  const read = reading(body, context, opinion, besideOurs);
  // A subject counts only where the mail says nothing, and not when it answers our own (I-10).
  const answers = subject === '' || /^[\p{L}]{1,8}(?:\[\d{1,3}\])?\s?:/u.test(subject);
  if (read.silent && !answers) return reading(subject, context, opinionOf(subject)).understood;
  if (!/[\p{L}\p{N}]/u.test(body)) return { ...NOTHING, personal: body.trim() !== '' };
  const distress = distressIn(body, opinion.distress);
  const { understood } = read;
  const heard = opinion.distress >= QUIET ? quieted(understood, opinion) : understood;
  const heeded = heard.personal || !isGrave(body) ? heard : { ...heard, personal: true };
  return forDistress(heeded, distress, opinion.wish >= PLAIN_WISH);
}

/** From here on nobody is asked which letters they want: it may be a cry for help, and is read. */
const QUIET = 0.25;

/** A pause or an erasing that sounds as likely as that is one, though its mail may be a cry. */
const LIKELY_WISH = 0.5;

/** What may be a cry asks nothing back, and "delete it all, tonight, then I'm done" is no errand. */
function quieted(understood: Understanding, { wish }: Opinion): Understanding {
  const { wishes, question } = understood;
  const ends = wishes.some(({ is }) => is === 'erase' || is === 'pause');
  if (question === undefined && (!ends || wish >= LIKELY_WISH)) return understood;
  // "Stop Quiet mornings" has the words of a title, which are no cry.
  if (question?.options.flat().some(({ is }) => is === 'stop-course')) return understood;
  return { wishes: [], personal: true };
}

/** "I want to read nothing more, hear nothing more": in distress a leave has to sound like one, too. */
const PLAIN_WISH = LEAST.loose;

/**
 * Before any wish: whoever is in distress is read by a person at once, and nothing happens to them
 * save that they leave where they plainly say so.
 */
function forDistress(
  understood: Understanding,
  distress: Understanding['distress'],
  plain: boolean,
): Understanding {
  if (distress === undefined) return understood;
  const leaves = understood.wishes.filter(({ is }) => plain && is === 'leave');
  return { wishes: leaves, distress, personal: true };
}

/** Who names their own address means themselves. */
const withMe = (body: string, address: string | undefined): string =>
  address === undefined || address === '' ? body : body.replaceAll(address, 'me');

/** What the two readers of a text make of it, and whether it says anything at all. */
function reading(
  text: string,
  context: Context,
  opinion: Opinion,
  besideOurs = false,
): { readonly understood: Understanding; readonly silent: boolean } {
  const lexicons = likely(tokensOf(text.slice(0, MOST_CHARS)), context.language);
  const today = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.zone).toPlainDate();
  const order = orderIn(text);
  const titles = titlesOf(context.courses ?? []);
  const said = sentences(titlesUnquoted(text, titles), IN_SHORT);
  const calendarOf = (lexicon: Lexicon) => ({ ...calendarIn(lexicon, today, order), titles });
  const mail = readIn(lexicons, said, calendarOf);
  const silent = isSilent(mail);
  const first = decided(mail, { today, order });
  const settled = (one: Understanding) => ({ understood: forState(one, context), silent });
  if (LAUGHING.test(text)) return settled(unsureOf(first));
  if (silent || keeps(mail)) return settled(first);
  const bare = first.wishes.length === 0 && first.question === undefined;
  const only =
    bare && opinion.wish >= LEAST.loose ? onlyGuess(said, mail.lexicon, mail.calendar) : undefined;
  if (only !== undefined) return settled({ wishes: only, personal: isPersonal(mail) });
  const guessed = () => guesses(said, mail.lexicon, mail.calendar);
  const likeliest = () => filled(likelyKinds(text), said, mail.lexicon, mail.calendar);
  const size = {
    words: said.reduce((sum, { tokens }) => sum + tokens.length, 0),
    likely: likeliness(besideOurs, commands(said, mail.lexicon, mail.calendar)),
  };
  const heard = softened(first, opinion, certaintyOf(mail), size, guessed);
  return settled(withSecond(withLikeliest(heard, likeliest), said, mail));
}

const certaintyOf = (mail: ReadMail): Certainty =>
  isPlain(mail) ? 'plain' : isLoose(mail) ? 'loose' : 'mixed';

/** As much of a mail as tells its language. */
const MOST_CHARS = 8000;

/** Laughing, winking and upside-down faces: it may be a joke. */
const LAUGHING = /[😂🤣😆😜😝🤪😉😏🙃😹😈]/u;

const ENDS: ReadonlySet<Wish['is']> = new Set(['leave', 'stop-course', 'pause', 'erase'] as const);

/** The same as a question, where it would change anything. */
function unsureOf(understood: Understanding): Understanding {
  const { wishes, personal } = understood;
  const changes = wishes.filter(({ is }) => ENDS.has(is));
  if (changes.length === 0) return understood;
  return { wishes: [], question: { because: 'taken-back', options: [wishes] }, personal };
}

/**
 * Going on is a wish only of somebody who waits; from a day on, it is a pause until then of
 * somebody who reads. Who reads and would begin the course once more is asked.
 */
function forState(understood: Understanding, { state }: Context): Understanding {
  const again = understood.wishes.find((wish) => wish.is === 'resume' && wish.of === 'newsletter');
  if (state === 'active' && again?.is === 'resume' && again.on === undefined) {
    // Who has no pause may want it for the first time, or an issue once more.
    const option = understood.wishes.map(
      (wish): Wish => (wish === again ? { is: 'newsletter', on: true } : wish),
    );
    return {
      wishes: [],
      question: { because: 'sounds-like-a-wish', options: [option] },
      personal: true,
    };
  }
  const wishes = understood.wishes.flatMap((wish): Option => {
    if (wish.is !== 'resume') return [wish];
    const { over, ...goingOn } = wish;
    if (state !== 'active') return [goingOn];
    if (wish.on !== undefined)
      return [{ is: 'pause', until: wish.on, ...(wish.of && { of: wish.of }) }];
    return over === true ? [{ is: 'course', again: true }] : [];
  });
  if (wishes.length === understood.wishes.length) return { ...understood, wishes };
  return { ...understood, wishes, personal: understood.personal || wishes.length === 0 };
}
