import type { Option } from '../understanding.ts';
import { type Chunk, chunksOf, latticeOf, type Meaning, type Tag } from './chunks.ts';
import type { Calendar } from './dates.ts';
import type { Frame } from './frame.ts';
import { FRAMES } from './frames.ts';
import type { Lexicon } from './lexicon.ts';
import { verbsIn } from './lexicons.ts';
import { offers } from './offers.ts';
import { readingOf } from './readings.ts';
import type { Sentence } from './sentences.ts';

/**
 * What a mail may ask for that can't be read whole: the frames whose needs are there, whatever
 * words stand between. Good enough to be offered, never to be done.
 */
export function guesses(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  calendar: Calendar,
): readonly Option[] {
  const found = sentences.flatMap((sentence) => {
    const tokens = verbsIn(sentence.tokens, lexicon);
    const chunks = chunksOf(tokens, latticeOf(tokens, lexicon, calendar));
    return FRAMES.filter(({ does }) => OFFERED.has(does)).flatMap((frame) => {
      const taken = partly(frame, chunks);
      if (taken === undefined) return [];
      const { wishes, doubt } = readingOf({ frame, taken, end: 0 }, calendar);
      const options = doubt === undefined ? [wishes] : doubt.options;
      return options.map((option) => ({ option, says: taken.length + (frame.sure ? 1 : 0) }));
    });
  });
  const best = found.filter(({ option }) => option.length > 0).sort((a, b) => b.says - a.says);
  return offers(best.map(({ option }) => option));
}

/** What may be offered to somebody who did not plainly ask for it. */
const OFFERED: ReadonlySet<string> = new Set([
  ...['leave', 'maybeLeave', 'pause', 'maybePause', 'resume', 'skip', 'resend', 'schedule'],
  ...['erase', 'export', 'status', 'friends', 'couple', 'discreet', 'newsletter', 'address'],
]);

/** The runs that meet the needs of a frame, and the times, hours and days beside them. */
function partly({ needs }: Frame, chunks: readonly Chunk[]): readonly Meaning[] | undefined {
  if (needs.length === 0) return undefined;
  const all = chunks.map(({ meanings }) => meanings);
  const taken: Meaning[] = [];
  for (const need of needs) {
    const meaning = all.flat().find(({ tag }) => need.includes(tag));
    if (meaning === undefined) return undefined;
    taken.push(meaning);
  }
  const beside = all.flatMap((meanings) =>
    meanings.filter(({ tag }) => BESIDE.has(tag)).slice(0, 1),
  );
  return [...taken, ...beside.filter((one) => !taken.includes(one))];
}

const BESIDE: ReadonlySet<Tag> = new Set<Tag>(['when', 'rhythm', 'letter', 'number']);
