import { type Instant, plusSeconds } from '../time.ts';
import type { Intent } from './intents.ts';

/** One automatic answer that a subscriber got, and a hash of the words that it answered. */
export interface Answer {
  /** An {@link Intent}, or a word that newer code has for one. */
  readonly intent: string;
  readonly at: Instant;
  readonly words: string;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** The longest time for which an answer counts, in seconds; older ones may be forgotten. */
export const REMEMBERED_SECONDS = 7 * DAY;
const A_WEEK = 5;

/**
 * Whether an answer may go out, so that two robots talking through us fall silent: one answer an
 * intent in 24 hours and five in seven days, counted by subscriber, since some robots change their
 * address with every mail (mail-standards I-12, §4 "Loop rules"; RFC 3834 §2).
 */
export function mayAnswer(earlier: readonly Answer[], intent: Intent, now: Instant): boolean {
  const week = since(earlier, now, REMEMBERED_SECONDS);
  const sameToday = since(week, now, DAY).some((answer) => answer.intent === intent);
  return week.length < A_WEEK && !sameToday;
}

/**
 * Whether these words were answered within the hour with nothing said in between: a mail that was
 * sent twice. Pause, resume and pause again are three wishes.
 */
export function isRepeated(earlier: readonly Answer[], words: string, now: Instant): boolean {
  return since(earlier, now, HOUR).at(-1)?.words === words;
}

/** What to remember after one more answer. */
export function remembered(earlier: readonly Answer[], answer: Answer): readonly Answer[] {
  return [...since(earlier, answer.at, REMEMBERED_SECONDS), answer];
}

function since(answers: readonly Answer[], now: Instant, seconds: number): readonly Answer[] {
  const start = plusSeconds(now, -seconds);
  return answers.filter(({ at }) => at > start);
}
