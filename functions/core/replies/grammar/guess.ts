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
  counts = ({ does }: Frame): boolean => OFFERED.has(does),
): readonly Option[] {
  const found = sentences.flatMap((sentence) => {
    const chunks = chunksIn(sentence, lexicon, calendar);
    return FRAMES.filter(counts).flatMap((frame) => {
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

/**
 * What is likely to be asked for beside what was read, whether or not its words were: other things than those, by frames that
 * are plain by themselves. Two of one kind are two options. Whoever leaves asks for little else.
 */
export function guessedBeside(
  done: Option,
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  calendar: Calendar,
): readonly Option[] {
  const kinds = new Set(done.map(({ is }) => is));
  const second = kinds.has('leave') ? BESIDE_LEAVING : SECOND;
  const counts = ({ sure, does }: Frame) => sure && second.has(does);
  const more = guesses(sentences, lexicon, calendar, counts)
    .flat()
    .filter(({ is }) => !kinds.has(is));
  if (more.length === 0) return [];
  const alternatives = new Set(more.map(({ is }) => is)).size < more.length;
  return alternatives ? more.map((one) => [one]) : [more];
}

const BESIDE_LEAVING: ReadonlySet<string> = new Set(['erase', 'export']);

/** What is hardly named by chance. */
const SECOND: ReadonlySet<string> = new Set([
  ...BESIDE_LEAVING,
  ...['friends', 'couple', 'discreet', 'newsletter', 'address', 'schedule'],
]);

/**
 * The one thing that a mail can be asking for, though unknown words stand in it: somebody asks in so
 * many words, nothing is denied that the wish does not deny, and its time is the only one.
 */
export function onlyGuess(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  calendar: Calendar,
): Option | undefined {
  const options = guesses(sentences, lexicon, calendar);
  const [option] = options;
  const [wish] = option ?? [];
  if (options.length !== 1 || wish === undefined || option?.length !== 1) return undefined;
  const runs = sentences.map((sentence) =>
    chunksIn(sentence, lexicon, calendar).map(({ meanings }) => meanings.map(({ tag }) => tag)),
  );
  const all = runs.flat();
  const counts = (...tags: readonly Tag[]) =>
    all.filter((run) => run.some((tag) => tags.includes(tag))).length;
  // "Thank you for sending them on Mondays" asks for nothing.
  const asks = all.some(
    (run) => run.includes('demand') || (run.includes('courtesy') && !run.includes('farewell')),
  );
  // Whoever names a course may mean that one.
  if (counts('named', 'alike') > 0) return undefined;
  const told = all.some((run) => run.length > 0 && run.every((tag) => tag === 'report'));
  if (!asks || told || counts('takeBack', 'keep', 'howTo', 'or') > 0) return undefined;
  const times = counts('when');
  const denied = counts('no', 'refuse');
  switch (wish.is) {
    case 'schedule':
      // Whoever says when they read or get them may only tell of it.
      return times + denied + counts('get') === 0 && counts('send', 'change') > 0
        ? option
        : undefined;
    case 'leave':
      return times + counts('rhythm', 'newsletter', 'more', 'number') === 0 &&
        counts('leave', 'drop', 'pull', 'end') > 0
        ? option
        : undefined;
    case 'pause':
      return wish.until !== undefined && times === 1 && counts('letter') === 0 ? option : undefined;
    case 'address':
      return denied === 0 ? option : undefined;
    default:
      return undefined;
  }
}

/** What may be offered to somebody who did not plainly ask for it. */
const OFFERED: ReadonlySet<string> = new Set([
  ...['leave', 'maybeLeave', 'pause', 'maybePause', 'resume', 'skip', 'resend', 'schedule'],
  ...['stopCourse', 'maybeStopCourse'],
  ...['erase', 'export', 'status', 'friends', 'couple', 'discreet', 'newsletter', 'address'],
]);

/** The fewest runs that a sentence is cut into, and all that each can mean. */
export function chunksIn(
  sentence: Pick<Sentence, 'tokens'>,
  lexicon: Lexicon,
  calendar: Calendar,
): readonly Chunk[] {
  const tokens = verbsIn(sentence.tokens, lexicon);
  return chunksOf(tokens, latticeOf(tokens, lexicon, calendar));
}

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

/** Whether a mail begins with a verb that asks for something of ours: "pause", and no "please" before it. */
export function commands(
  [first]: readonly Sentence[],
  lexicon: Lexicon,
  calendar: Calendar,
): boolean {
  const [chunk] = first === undefined ? [] : chunksIn(first, lexicon, calendar);
  return chunk?.meanings.some(({ tag }) => COMMANDS.has(tag)) ?? false;
}

const COMMANDS: ReadonlySet<Tag> = new Set<Tag>(['pause', 'alonePause', 'leave', 'aloneLeave']);
