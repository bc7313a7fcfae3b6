import { fold } from './characters.ts';
import { MONTHS } from './date-words.ts';

/** A line that only greets, with up to four words of a name. */
export const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten \p{L}+|moin|sehr geehrte\p{L}*|bonjour|bonsoir|salut|chère?s?|hola|buen\p{L}+ \p{L}+|estimad\p{L}+|ciao|salve|gentil\p{L}+|buongiorno|olá|bom dia|boa \p{L}+|prezad\p{L}+|beste|geachte|hoi|dag)(?:\s[\p{L}.'-]{1,20}){0,4}\s?[,!.:]?$/u;

/** One sentence of a reply, as written and folded. */
export interface Sentence {
  readonly written: string;
  readonly folded: string;
  readonly question: boolean;
  /** It stands on a line of its own. */
  readonly line: boolean;
}

/** A longer mail is no command (§6.2): its beginning and end show whether one has to be asked about. */
const HEAD_CHARS = 2500;
const TAIL_CHARS = 1000;
const MAX_SENTENCE = 400;

/** A picture ends a sentence as a full stop does, and says nothing. */
const PICTURES =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3){1,40}/gu;
/** Laughing, winking and upside-down faces: it may be a joke. */
const LAUGHING = /[😂🤣😆😜😝🤪😉😏🙃😹😈]/u;

export const isPlayful = (text: string): boolean => LAUGHING.test(text);

/** The sentences of a reply. A line break ends one unless the line was wrapped by a program. */
export function sentences(text: string): readonly Sentence[] {
  const all = paragraphs(text.replace(PICTURES, '. '))
    .flatMap((line) => split(line))
    .filter(({ folded }) => /[\p{L}\p{N}?]/u.test(folded));
  const head = within(all, HEAD_CHARS);
  const tail = within(all.slice(head).reverse(), TAIL_CHARS);
  return [...all.slice(0, head), ...all.slice(all.length - tail)];
}

/** How many of the first sentences have room. */
function within(all: readonly Sentence[], chars: number): number {
  let left = chars;
  const at = all.findIndex(({ folded }) => {
    left -= folded.length + 10;
    return left < 0;
  });
  return at < 0 ? all.length : at;
}

/** Lines, with those joined that a mail program wrapped: long, and going on in lower case. */
function paragraphs(text: string): readonly string[] {
  const out: string[] = [];
  let wrapped = false;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const before = out.at(-1);
    const goesOn = wrapped && before !== undefined && /^[\p{Ll}\p{N}(]/u.test(line);
    if (goesOn && before.length < MAX_SENTENCE) out[out.length - 1] = `${before} ${line}`;
    else if (line !== '') out.push(line);
    wrapped = line.length >= 45 && !/[.!?:]$/.test(line);
  }
  return out;
}

/** Abbreviations and ordinals whose full stop ends no sentence. */
const ABBREVIATED =
  /(?:^|[\s(])(?:jan|feb|mar|mär|apr|jun|jul|aug|sept?|okt|oct|nov|dez|dec|déc|janv|févr|avr|juil|a\.u\.b|s\.v\.p|ca|nr|no|mr|mrs|ms|dr|st|e\.g|i\.e|bzw|z\.b|p\.s|inkl|p\.m|a\.m)\.$/iu;

/** "am 12. Dezember" goes on; "I lost letter 12. Can you …" does not. */
const ORDINAL = /(?:^|[\s(])\d{1,2}\.$/;
const MONTH_FIRST = new RegExp(`^(?:${[...MONTHS.keys()].join('|')})(?!\\p{L})`, 'iu');

function split(line: string): readonly Sentence[] {
  const out: string[] = [];
  let open = '';
  const pieces = line.slice(0, 4000).split(/(?<=[.!?…]["')\]]{0,2})\s+|(?<=[。！？…])/u);
  for (const [at, piece] of pieces.entries()) {
    open = open === '' ? piece : `${open} ${piece}`;
    if (ABBREVIATED.test(open.slice(-12))) continue;
    if (ORDINAL.test(open.slice(-5)) && isAfterOrdinal(pieces[at + 1])) continue;
    out.push(open);
    open = '';
  }
  if (open !== '') out.push(open);
  return out.map((written) => sentence(written.slice(0, MAX_SENTENCE), out.length === 1));
}

const isAfterOrdinal = (next: string | undefined): boolean =>
  next === undefined || /^[^\p{Lu}]/u.test(next) || MONTH_FIRST.test(next);

function sentence(written: string, line: boolean): Sentence {
  const folded = fold(written)
    .replace(/^[\s"'(*_\-–•¿¡]{1,20}/, '')
    .replace(/[\s"')*_.!…。]{1,20}$/, '')
    .trim();
  const question = /[?？؟]["')\s!]{0,8}$/.test(written);
  return { written, folded: folded.replace(/[?？؟!]{1,20}$/, '').trim(), question, line };
}

const AND =
  '(?:and|but|so|because|cause|since|or|then|und|aber|weil|denn|sondern|oder|et|mais|car|parce que|puis|donc|pero|porque|perché|quindi|mas|pois|maar|want|omdat|dus)';
/** Where people begin a reason without a comma: "unsubscribe me I am getting too much". */
const NEW_SUBJECT =
  "(?:i'm|i am|i have|i've|i don't|i do not|i dont|i never|i get|as i|as it|as this|it's|it is|this is|ich habe|ich bin|je suis|j'ai|no tengo|non ho|não tenho|ik heb)";
const BREAK = new RegExp(
  `\\s?[,;()\\[\\]"]+\\s?|:\\s+|\\s-{1,3}\\s|\\s(?=(?:${AND}|${NEW_SUBJECT})\\s)`,
  'u',
);
const LEADING_AND = new RegExp(`^${AND}\\s`, 'u');

/** What is quoted inside somebody's own sentence is not their own wish: `You wrote "stop and breathe"`. */
export function unquotedWords(folded: string): string {
  const own = folded
    .replace(/"[^"]{1,200}"/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return own !== folded && own.split(' ').length >= 3 ? own : folded;
}

/** The clauses of a folded sentence: at commas, dashes and conjunctions. */
export function clauses(folded: string): readonly string[] {
  return unquotedWords(folded)
    .split(BREAK)
    .map((clause) => clause.replace(LEADING_AND, '').trim())
    .filter((clause) => clause !== '')
    .slice(0, 16);
}
