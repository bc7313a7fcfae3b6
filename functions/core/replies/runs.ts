import { Temporal } from 'temporal-polyfill';
import { calendarIn, IN_SHORT, orderIn } from './grammar/calendar.ts';
import { chunksOf, latticeOf, type Meaning } from './grammar/chunks.ts';
import { likely, verbsIn } from './grammar/lexicons.ts';
import { sentences } from './grammar/sentences.ts';
import { tokensOf } from './grammar/tokens.ts';

/** What the runs of words of one sentence mean, in their order. */
interface SentenceRuns {
  readonly question: boolean;
  /** The first meaning of each run; {@link UNREAD} where the language does not know the word. */
  readonly names: readonly string[];
}

export const UNREAD = '_';

/** As much of a mail as tells its language. */
const MOST_CHARS = 8000;

/** What a run means does not hang on the day: a date is one on any. */
const SOME_DAY = Temporal.PlainDate.from('2026-11-25');

/**
 * A mail as the language that knows most of its words cuts it into runs, with no word of the language
 * left: "please pause until Monday" and "bis Montag bitte pausieren" hold the same.
 */
export function runsIn(text: string): readonly SentenceRuns[] {
  const [lexicon] = likely(tokensOf(text.slice(0, MOST_CHARS)), undefined);
  const calendar = calendarIn(lexicon, SOME_DAY, orderIn(text));
  return sentences(text, IN_SHORT).map((sentence) => {
    const tokens = verbsIn(sentence.tokens, lexicon);
    const chunks = chunksOf(tokens, latticeOf(tokens, lexicon, calendar));
    const names = chunks.map(({ meanings: [first] }) =>
      first === undefined ? UNREAD : nameOf(first),
    );
    return { question: sentence.question, names };
  });
}

/** Words that mean something only beside others: "I liked it from the beginning". */
const BESIDE: ReadonlySet<Meaning['tag']> = new Set(['sinceStart', 'from', 'take'] as const);

function nameOf(meaning: Meaning): string {
  if (BESIDE.has(meaning.tag)) return UNREAD;
  if (meaning.tag === 'when') return `when:${meaning.when.is}`;
  return meaning.tag === 'rhythm' ? `rhythm:${meaning.rhythm.is}` : meaning.tag;
}
