import { type Instant, plusSeconds } from '../time.ts';

/** One automatic answer that a subscriber got, and a hash of the words that it answered. */
export interface Answer {
  /** An `Intent`, {@link CARE}, or a word that newer code has for one. */
  readonly intent: string;
  readonly at: Instant;
  readonly words: string;
}

/** A mail of a subscriber's that was dealt with: a hash of its Message-ID, and SES's own id. */
export interface Seen {
  readonly mail: string;
  readonly as: string;
}

const DAY = 86_400;
const CARED_SECONDS = 3 * DAY;

/** What the note is remembered as. */
export const CARE = 'care';

/** The longest time for which an answer counts, in seconds; older ones may be forgotten. */
const REMEMBERED_SECONDS = 7 * DAY;
/** People correct themselves; more than so often in a day nobody does. */
export const A_DAY = 6;
const A_WEEK = 15;
const SAME_WORDS_A_WEEK = 3;
/** As many Message-IDs as letters come in two months or so. */
const SEEN = 60;

/**
 * Whether an answer may go out, so that two robots talking through us fall silent: six in 24 hours,
 * fifteen in seven days, and three in seven days to the same words. Counted is what robots do, and
 * by subscriber, since some change their address with every mail (mail-standards I-12, §4 "Loop
 * rules"; RFC 3834 §2). A wish that is corrected ("make it Friday") has other words.
 */
export function mayAnswer(earlier: readonly Answer[], words: string, now: Instant): boolean {
  const week = since(earlier, now, REMEMBERED_SECONDS);
  const same = week.filter((answer) => answer.words === words);
  return (
    since(week, now, DAY).length < A_DAY && week.length < A_WEEK && same.length < SAME_WORDS_A_WEEK
  );
}

/**
 * Whether a note to somebody in distress may go out: once in three days, since what they need after
 * the first is a person. Who writes to us through a robot gets few of them, too.
 */
export function mayCare(earlier: readonly Answer[], words: string, now: Instant): boolean {
  const cared = since(earlier, now, CARED_SECONDS).some(({ intent }) => intent === CARE);
  return !cared && mayAnswer(earlier, words, now);
}

/**
 * Whether these words were answered within the day with nothing said in between: a mail that was
 * sent twice, or a robot. Pause, resume and pause again are three wishes.
 */
export function isRepeated(earlier: readonly Answer[], words: string, now: Instant): boolean {
  return since(earlier, now, DAY).at(-1)?.words === words;
}

/** What to remember after one more answer, which may have been remembered before a fault. */
export function remembered(earlier: readonly Answer[], answer: Answer): readonly Answer[] {
  const others = earlier.filter(({ at, words }) => at !== answer.at || words !== answer.words);
  return [...since(others, answer.at, REMEMBERED_SECONDS), answer];
}

/** Whether a mail that came before comes again, under another id of SES's: somebody replays it. */
export const isReplayed = (seen: readonly Seen[], { mail, as }: Seen): boolean =>
  seen.some((one) => one.mail === mail && one.as !== as);

/** What to remember after one more mail: the last ones. */
export const seenAfter = (seen: readonly Seen[], one: Seen): readonly Seen[] =>
  [...seen.filter(({ mail }) => mail !== one.mail), one].slice(-SEEN);

function since(answers: readonly Answer[], now: Instant, seconds: number): readonly Answer[] {
  const start = plusSeconds(now, -seconds);
  return answers.filter(({ at }) => at > start);
}
