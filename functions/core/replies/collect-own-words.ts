import {
  type CompiledMail,
  fill,
  SLOTS,
  type SlotName,
  type SlotValues,
} from '../mail/template.ts';
import { textOfHtml } from './html.ts';
import {
  DATED_VALUE,
  hashOf,
  LINE_END,
  type OwnWords,
  RUN,
  SENTENCE_END,
  VALUE,
  waysToSlot,
} from './own-words.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Shorter sentences may well be a reader's own: "Thank you for writing." */
const SENTENCE_WORDS = 5;
const EXAMPLE_WORDS = 8;

/** These slots' values always have an hour or a number in them. */
const DATED: ReadonlySet<SlotName> = new Set(['scheduleInWords', 'nextLetterInWords']);

/** Each slot filled with what stands for its value; an address is no word, and needs nothing. */
const OPEN: SlotValues = Object.fromEntries(
  SLOTS.map((slot) => {
    if (slot.endsWith('Url')) return [slot, 'https://example.org'];
    // Stands anywhere in a sentence, where any words could; the few that it has come filled in.
    if (slot === 'next' || slot === 'Next') return [slot, '…'];
    return [slot, DATED.has(slot) ? DATED_VALUE : VALUE];
  }),
);

type Words = readonly string[];

/** What mails say, as mail programs show both of their parts; labels and frames are in it as well. */
export function ownWordsOf(mails: readonly CompiledMail[]): OwnWords {
  const runs = new Set<number>();
  const sentences = new Set<number>();
  const examples = new Set<number>();
  const slots = new Set<number>();
  for (const { text, html } of mails) {
    const plain = fill(text, OPEN);
    for (const shown of [plain, textOfHtml(fill(html, OPEN))]) {
      const tokens = tokensOf(shown.split('\n'));
      for (const run of runsIn(tokens)) runs.add(hashOf(run));
      for (const slot of slotsIn(tokens)) slots.add(hashOf(slot));
    }
    for (const block of plain.split(/\n\s*\n/)) {
      for (const example of examplesIn(block)) examples.add(hashOf(example));
      for (const sentence of sentencesIn(block)) sentences.add(hashOf(sentence));
    }
  }
  const sorted = (numbers: ReadonlySet<number>) => [...numbers].sort((a, b) => a - b);
  return {
    runs: sorted(runs),
    sentences: sorted(sentences),
    examples: sorted(examples),
    slots: sorted(slots),
  };
}

const wordsOf = (tokens: readonly Token[]): Words => tokens.map(({ word }) => word);

function runsIn(tokens: readonly Token[]): readonly Words[] {
  const words = wordsOf(tokens);
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN));
}

const isSlot = (word: string): boolean => word === VALUE || word === DATED_VALUE;

/** A value ends before two words of ours, or with its sentence or line. */
function slotsIn(tokens: readonly Token[]): readonly Words[] {
  const words = wordsOf(tokens);
  return tokens.flatMap(({ word, ends, closes }, at) => {
    const [before] = isSlot(word) ? waysToSlot(tokens.slice(0, at)) : [];
    if (before === undefined) return [];
    const behind = [words.slice(at + 1, at + 3)];
    if (ends) behind.push([SENTENCE_END]);
    else if (closes && word === DATED_VALUE) behind.push([LINE_END]);
    return [before, ...behind.map((end) => [...before, word, ...end])];
  });
}

const ITEM = /^\s*(?:[-*•]|\d{1,3}\.)\s/;

function examplesIn(block: string): readonly Words[] {
  if (!ITEM.test(block)) return [];
  return block
    .split('\n')
    .filter((line) => ITEM.test(line))
    .map((line) => wordsOf(tokensOf([line])))
    .filter((words) => words.length <= EXAMPLE_WORDS && !words.some(isSlot));
}

const AFTER_SENTENCE = /(?<=[.!?…]["”“’»')\]*_]{0,3})\s/u;

/** What is said in quotes is no sentence of ours: a reader may say it as well. */
function sentencesIn(block: string): readonly Words[] {
  if (ITEM.test(block)) return [];
  const sentences: Words[] = [];
  let quotes = 0;
  for (const piece of block.replace(/\s+/g, ' ').trim().split(AFTER_SENTENCE)) {
    const said = quotes % 2 === 1 || /^["“„«]/.test(piece);
    quotes += piece.match(/["“”„«»]/g)?.length ?? 0;
    const tokens = tokensOf([piece]);
    const words = wordsOf(tokens);
    const long = words.length >= SENTENCE_WORDS || words.includes(DATED_VALUE);
    if (tokens.at(-1)?.ends === true && long && !said) sentences.push(words);
  }
  return sentences;
}
