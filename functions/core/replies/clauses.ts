import { fold } from './letters.ts';

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

const MAX_SENTENCES = 200;
const MAX_SENTENCE = 600;

/** The sentences of a reply. A line break ends one unless the line was wrapped by a program. */
export function sentences(text: string): readonly Sentence[] {
  return paragraphs(text)
    .flatMap((line) => split(line))
    .filter(({ folded }) => /[\p{L}\p{N}?]/u.test(folded))
    .slice(0, MAX_SENTENCES);
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
  /(?:^|[\s(])(?:\d{1,2}|jan|feb|mar|mär|apr|jun|jul|aug|sept?|okt|oct|nov|dez|dec|déc|janv|févr|avr|juil|a\.u\.b|s\.v\.p|ca|nr|no|mr|mrs|ms|dr|st|e\.g|i\.e|bzw|z\.b|p\.s|inkl|p\.m|a\.m)\.$/iu;

function split(line: string): readonly Sentence[] {
  const out: string[] = [];
  let open = '';
  for (const piece of line.slice(0, 4000).split(/(?<=[.!?…]["')\]]{0,2})\s+|(?<=[。！？…])/u)) {
    open = open === '' ? piece : `${open} ${piece}`;
    if (ABBREVIATED.test(open)) continue;
    out.push(open);
    open = '';
  }
  if (open !== '') out.push(open);
  return out.map((written) => sentence(written.slice(0, MAX_SENTENCE), out.length === 1));
}

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

/** The clauses of a folded sentence: at commas, dashes and conjunctions. */
export function clauses(folded: string): readonly string[] {
  return folded
    .split(BREAK)
    .map((clause) => clause.replace(LEADING_AND, '').trim())
    .filter((clause) => clause !== '')
    .slice(0, 40);
}
