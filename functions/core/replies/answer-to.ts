import type { LocalDate } from '../time.ts';
import type { Option, Question } from './understanding.ts';

/** What a reply says that may choose among options, as the grammar reads it. */
export interface AnswerWords {
  /** "The first one." */
  readonly ordinal?: 1 | 2 | 3;
  readonly yes?: boolean;
  readonly neither?: boolean;
  readonly days: readonly LocalDate[];
  /** 1 January to 12 December. */
  readonly months: readonly number[];
  /** It says more than that, which a person reads. */
  readonly more: boolean;
}

/**
 * Which option a reply chooses, by its index. A date or a month chooses the one option that has
 * it; "yes" the only one there is. Words that say two things choose nothing.
 *
 * @returns undefined when the reply is no answer to this question
 */
export function answerTo(
  { options }: Pick<Question, 'options'>,
  words: AnswerWords,
): number | 'neither' | undefined {
  const ordinal = words.ordinal === undefined ? [] : [words.ordinal - 1];
  const byDay = words.days.flatMap((day) =>
    only(options, (option) => daysOf(option).includes(day)),
  );
  const byMonth = words.months.flatMap((month) =>
    only(options, (option) => daysOf(option).some((day) => Number(day.slice(5, 7)) === month)),
  );
  const named = new Set([...ordinal, ...byDay, ...byMonth]);
  const [chosen] = named;
  if (named.size > 1) return undefined;
  if (words.neither === true) return chosen === undefined ? 'neither' : undefined;
  if (chosen !== undefined) return chosen < options.length ? chosen : undefined;
  const saysADay = words.days.length > 0 || words.months.length > 0;
  return words.yes === true && options.length === 1 && !saysADay ? 0 : undefined;
}

/** The index of the one option that is so; none when there are several. */
function only(options: readonly Option[], is: (option: Option) => boolean): readonly number[] {
  const found = options.flatMap((option, index) => (is(option) ? [index] : []));
  return found.length === 1 ? found : [];
}

function daysOf(option: Option): readonly string[] {
  return option.flatMap((wish) => {
    if (wish.is === 'pause') return [wish.from, wish.until].filter((day) => day !== undefined);
    return wish.is === 'resume' && wish.on !== undefined ? [wish.on] : [];
  });
}
