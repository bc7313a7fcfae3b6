import type { Opinion } from '../../functions/core/replies/second-opinion.ts';
import { type Understanding, understand } from '../../functions/core/replies/understand.ts';
import { changes } from '../../functions/core/replies/understanding.ts';
import { isDone, isVague } from './compare.ts';
import { type Case, CORPUS_DAY } from './corpus.ts';
import { shippedTitles, titled } from './titles.ts';

/** How one reply was read, next to how it was meant. */
export interface Scored {
  readonly given: Case;
  readonly read: Understanding;
  readonly verdict: Verdict;
}

/** What became of one reply. */
export type Verdict =
  /** A wish, done; or asked about where a person would have asked, too. */
  | 'right'
  | 'asked'
  | 'missed'
  /** A wish, and another one done. */
  | 'other'
  /** No wish, and left alone. */
  | 'left-alone'
  /** No wish, and something was changed. */
  | 'wrongful'
  /** No wish, and a question. */
  | 'needless';

/** Reads every reply and says what became of it. */
export function scored(
  cases: readonly Case[],
  opinionOf?: (given: Case) => Opinion,
): readonly Scored[] {
  const shipped = shippedTitles();
  return cases.map((given) => {
    const waits = given.wishes.some(({ wish }) => wish === 'resume');
    const context = {
      now: given.now ?? CORPUS_DAY,
      zone: 'Europe/Berlin',
      language: given.lang,
      state: waits ? 'paused' : 'active',
      courses: [...shipped, ...(given.courses ?? []).map(titled)],
    } as const;
    const opinion = opinionOf && (() => opinionOf(given));
    const read = understand(given.text, context, opinion);
    return { given, read, verdict: verdictOn(given, read) };
  });
}

function verdictOn(given: Case, { wishes, question, distress }: Understanding): Verdict {
  const today = todayOf(given);
  if (given.wishes.length === 0) {
    if (wishes.some(changes)) return 'wrongful';
    return question !== undefined && given.ask !== true ? 'needless' : 'left-alone';
  }
  if (isDone(given.wishes, wishes, today)) return 'right';
  // Whoever may be in danger is not asked about their letters: a person answers.
  if (given.distress === true && distress !== undefined && wishes.length === 0) return 'right';
  const mayAsk = given.ask === true || given.wishes.some(isVague);
  if (question !== undefined) return mayAsk ? 'right' : 'asked';
  return wishes.length === 0 ? 'missed' : 'other';
}

/** Counts over some replies. */
export interface Figures {
  readonly wishes: number;
  readonly right: number;
  readonly asked: number;
  /** Asked about, and a press on one of the options does what was meant. */
  readonly offered: number;
  readonly other: number;
  readonly others: number;
  readonly wrongful: number;
  readonly needless: number;
  /** Personal words that no person gets to see. */
  readonly unread: number;
  readonly distress: number;
  readonly marked: number;
  readonly falseAlarms: number;
  /** Wishes with nothing personal in them, and those of them that a person was sent. */
  readonly plain: number;
  readonly plainSent: number;
}

export function figuresOf(all: readonly Scored[]): Figures {
  const count = (counts: (one: Scored) => boolean) => all.filter(counts).length;
  const is = (verdict: Verdict) => count((one) => one.verdict === verdict);
  const isWish = ({ given }: Scored) => given.wishes.length > 0;
  const isPlain = (one: Scored) =>
    isWish(one) && one.given.personal !== true && one.verdict === 'right';
  const toPerson = ({ read }: Scored) =>
    read.personal || read.question !== undefined || read.distress !== undefined;
  return {
    wishes: count(isWish),
    right: is('right'),
    asked: is('asked'),
    offered: count((one) => one.verdict === 'asked' && isOffered(one)),
    other: is('other'),
    others: count((one) => !isWish(one)),
    wrongful: is('wrongful'),
    needless: is('needless'),
    unread: count((one) => one.given.personal === true && !toPerson(one)),
    distress: count(({ given }) => given.distress === true),
    marked: count(({ given, read }) => given.distress === true && read.distress !== undefined),
    falseAlarms: count(({ given, read }) => given.distress !== true && read.distress !== undefined),
    plain: count(isPlain),
    plainSent: count((one) => isPlain(one) && one.read.personal),
  };
}

/** Whether what was meant is one of the options; what only a person or a mail can do is none that can be pressed. */
function isOffered({ given, read }: Scored): boolean {
  const options = read.question?.options.filter((option) => option.every(changes)) ?? [];
  return options.some((option) => isDone(given.wishes, option, todayOf(given)));
}

const todayOf = ({ now }: Case): string => (now ?? CORPUS_DAY).slice(0, 10);

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

/** What `npm run replies -- --score` tells: of each language, and of all. */
export function rowsOf(all: readonly Scored[]): readonly (readonly [name: string, Figures])[] {
  const languages = [...new Set(all.map(({ given }) => given.lang))];
  const rows = languages.map(
    (language) =>
      [language, figuresOf(all.filter(({ given }) => given.lang === language))] as const,
  );
  return [...rows, ['all', figuresOf(all)]];
}

/** The same as the table that it prints. */
export function tableOf(all: readonly Scored[]): readonly string[] {
  const head =
    '| | wishes | right | or one press away | done or asked | another done | no wish | wrongful | needless | unread | distress marked | false alarms | plain wishes sent |';
  return [
    head,
    `|${' --- |'.repeat(13)}`,
    ...rowsOf(all).map(([name, f]) =>
      [
        '',
        name,
        f.wishes,
        percent(f.right, f.wishes),
        percent(f.right + f.offered, f.wishes),
        percent(f.right + f.asked, f.wishes),
        f.other,
        f.others,
        f.wrongful,
        percent(f.needless, f.others),
        f.unread,
        percent(f.marked, f.distress),
        percent(f.falseAlarms, f.wishes + f.others - f.distress),
        percent(f.plainSent, f.plain),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ];
}
