import { guessedBeside } from './grammar/guess.ts';
import type { ReadMail } from './grammar/mail.ts';
import { offers } from './grammar/offers.ts';
import type { Sentence } from './grammar/sentences.ts';
import { USUAL } from './soften.ts';
import {
  changes,
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
  const asks = (options: readonly Option[]): Understanding => ({
    ...understood,
    question: { because, options: offers(options) },
  });
  if (because === 'sounds-like-a-wish') {
    const likely = likeliest();
    const [first] = likely;
    // No kind is of one course of several.
    if (found.flat().some(({ is }) => is === 'stop-course')) return asks([...found, ...likely]);
    if (first === undefined) return understood;
    // A letter once more, where they are, what can be written: there is no button for it, so that a person answers.
    if (!canBePressed(first)) return asks([first]);
    return asks([...likely.filter(canBePressed), ...(found === USUAL ? [] : found)]);
  }
  if (found.flat().some(namesList) || !DOUBTED.has(because)) return understood;
  const [first] = likeliest();
  return first !== undefined && canBePressed(first) ? asks([first, ...found]) : understood;
}

const canBePressed = (option: Option): boolean => option.every(changes);

/** Which of several lists or courses is meant, the grammar knows better. */
const namesList = (wish: Wish): boolean =>
  wish.is === 'newsletter' || wish.is === 'stop-course' || ('of' in wish && wish.of !== undefined);

/** What the grammar found need not be what is asked for. */
const DOUBTED: ReadonlySet<Reason> = new Set<Reason>([
  ...(['no-such-day', 'a-question', 'two-wishes', 'how-often', 'more-to-it'] as const),
]);
