import { Temporal } from 'temporal-polyfill';
import { AUTOMATIC_SUBJECTS } from './automatic-words.ts';
import { fold } from './characters.ts';
import { distressIn } from './distress.ts';
import type { Calendar } from './grammar/dates.ts';
import type { Lexicon } from './grammar/lexicon.ts';
import { LEXICONS, likely } from './grammar/lexicons.ts';
import { decided, readIn } from './grammar/mail.ts';
import { sentences } from './grammar/sentences.ts';
import { tokensOf } from './grammar/tokens.ts';
import { strip } from './strip.ts';
import { type Context, NOTHING, PERSONAL, type Understanding } from './understanding.ts';

export type { Context, Reason, Understanding, Wish } from './understanding.ts';

/**
 * Reads what a person wants from what they newly wrote in a mail (mail-standards §6.2). Nothing
 * happens unless every part of a wish is there: somebody asks for it, it is about our mail, its time
 * is a time, and no word of the sentence is left over.
 */
export function understand(text: string, context: Context): Understanding {
  const subject = fold((context.subject ?? '').slice(0, 300)).trim();
  if (AUTOMATIC_SUBJECTS.some((words) => subject.startsWith(words))) return NOTHING;
  const body = withMe(strip(text, context.ownWords), context.address);
  if (/[\p{L}\p{N}]/u.test(body)) return forDistress(forState(read(body, context), context), body);
  // A subject counts only for an empty mail, and not when it answers our own (I-10).
  if (subject === '' || /^[\p{L}]{1,8}(?:\[\d{1,3}\])?\s?:/u.test(subject))
    return { ...NOTHING, personal: body.trim() !== '' };
  return forState(read(subject, context), context);
}

/**
 * Before any wish: whoever is in distress is read by a person at once, and nothing happens to them
 * save that they leave where they plainly say so.
 */
function forDistress(understood: Understanding, body: string): Understanding {
  const distress = distressIn(body);
  if (distress === undefined) return understood;
  const leaves = understood.wishes.filter(({ is }) => is === 'leave');
  return { wishes: leaves, distress, personal: true };
}

/** Who names their own address means themselves. */
const withMe = (body: string, address: string | undefined): string =>
  address === undefined || address === '' ? body : body.replaceAll(address, 'me');

function read(text: string, context: Context): Understanding {
  const tokens = tokensOf(text.slice(0, 8000));
  const lexicons = likely(tokens, context.language);
  const calendarOf = (lexicon: Lexicon): Calendar => ({
    today: Temporal.Instant.from(context.now).toZonedDateTimeISO(context.zone).toPlainDate(),
    order: orderIn(text) ?? (lexicon.language.numeric === 'day-first' ? 'day-first' : undefined),
  });
  const [first] = lexicons;
  if (first === undefined) return PERSONAL;
  const mail = readIn(lexicons, sentences(text, isMonth), calendarOf);
  const understood = decided(mail, calendarOf(first));
  return LAUGHING.test(text) ? unsureOf(understood) : understood;
}

/** Laughing, winking and upside-down faces: it may be a joke. */
const LAUGHING = /[😂🤣😆😜😝🤪😉😏🙃😹😈]/u;

/** The same as a question, where it would change anything. */
function unsureOf(understood: Understanding): Understanding {
  const { wishes, personal } = understood;
  const changes = wishes.filter(({ is }) => is === 'leave' || is === 'pause' || is === 'erase');
  if (changes.length === 0) return understood;
  return { wishes: [], question: { because: 'taken-back', options: [wishes] }, personal };
}

const isMonth = (word: string): boolean =>
  LEXICONS.some(({ names, spell }) => names.month.byWord.has(spell(word)));

/** What one date of the mail tells about another: "12/20" is no twentieth month. */
function orderIn(text: string): Calendar['order'] {
  for (const [, one, two] of text.matchAll(/(?<![\d/])(\d{1,2})[/-](\d{1,2})(?!\d)/g)) {
    if (Number(one) > 12 && Number(two) <= 12) return 'day-first';
    if (Number(two) > 12 && Number(one) <= 12) return 'month-first';
  }
  return undefined;
}

/** Going on is a wish only of somebody who waits, or from a day on. */
function forState(understood: Understanding, { state }: Context): Understanding {
  if (state !== 'active') return understood;
  const wishes = understood.wishes.filter((wish) => wish.is !== 'resume' || wish.on !== undefined);
  if (wishes.length === understood.wishes.length) return understood;
  return { ...understood, wishes, personal: understood.personal || wishes.length === 0 };
}
