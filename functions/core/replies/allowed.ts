import type { Publication } from '../publication.ts';
import type { Instant } from '../time.ts';
import { type Answer, mayAnswer, mayCare } from './answering.ts';
import type { ReplyDecision } from './intents.ts';

/** Whether a decision writes to the reader. */
export const speaks = ({
  answer,
  again,
  besides,
}: Pick<ReplyDecision, 'answer' | 'again' | 'besides'>): boolean =>
  answer !== undefined || again !== undefined || besides !== undefined;

/** What of a decision is done: people are answered, robots fall silent. */
export function allowed(
  decided: ReplyDecision,
  { noteInDistress }: Pick<Publication, 'noteInDistress'>,
  earlier: readonly Answer[],
  words: string,
  at: Instant,
): ReplyDecision {
  if (!speaks(decided)) return decided;
  if (decided.distress === undefined)
    return mayAnswer(earlier, words, at) ? decided : withheld(decided);
  const { answer: _, ...silent } = decided;
  return noteInDistress && mayCare(earlier, words, at) ? decided : silent;
}

/**
 * What may not be told is not done, save a leave: a person reads the mail instead. So many answers
 * have gone to nobody but a robot, or to somebody whom robots can't help.
 */
function withheld({
  answer: _,
  again: __,
  question: ___,
  offers: _____,
  besides: ____,
  ...silent
}: ReplyDecision): ReplyDecision {
  if (silent.intent === 'unsubscribe') return { ...silent, toAuthor: true };
  // A yes does what a button would, which answers nothing.
  if (silent.yes !== undefined) return silent;
  return { intent: silent.intent, outcome: 'forwarded', toAuthor: true };
}
