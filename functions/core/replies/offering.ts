import { guessedBeside } from './grammar/guess.ts';
import type { ReadMail } from './grammar/mail.ts';
import { offers } from './grammar/offers.ts';
import type { Sentence } from './grammar/sentences.ts';
import { USUAL } from './soften.ts';
import {
  MOST_OPTIONS,
  type Option,
  type Reason,
  type Understanding,
  type Wish,
} from './understanding.ts';

/** What a question offers, and what is offered where something was read. */

/** "Send me the couples' letters, and could the subject be something dull?": what would be lost is offered with what was read. */
export function withSecond(
  understood: Understanding,
  said: readonly Sentence[],
  { lexicon, calendar }: ReadMail,
): Understanding {
  const { wishes, question } = understood;
  if (wishes.length === 0 || question !== undefined) return understood;
  const more = guessedBeside(wishes, said, lexicon, calendar);
  if (more.length === 0) return understood;
  const options = offers([...more.map((one) => [...wishes, ...one]), wishes]);
  return { wishes: [], question: { because: 'more-to-it', options }, personal: true };
}

/** What a mail is likely to ask for is offered before what the grammar finds in its words. */
export function withLikeliest(
  understood: Understanding,
  likeliest: () => readonly Option[],
): Understanding {
  const { question } = understood;
  if (question === undefined) return understood;
  const { because, options: found } = question;
  const isUnread = because === 'sounds-like-a-wish';
  const isOfLists = found.flat().some(({ is }) => OF_LISTS.has(is));
  if (!isUnread && (isOfLists || !DOUBTED.has(because))) return understood;
  const likely = likeliest().slice(0, isUnread ? MOST_OPTIONS : 1);
  const others = found === USUAL && likely.length > 0 ? [] : found;
  return { ...understood, question: { because, options: offers([...likely, ...others]) } };
}

/** What the grammar found need not be what is asked for. */
const DOUBTED: ReadonlySet<Reason> = new Set<Reason>([
  ...(['no-such-day', 'a-question', 'two-wishes', 'how-often', 'more-to-it'] as const),
]);

/** Which of several lists or courses is meant, the grammar knows better. */
const OF_LISTS: ReadonlySet<Wish['is']> = new Set(['newsletter', 'stop-course'] as const);
