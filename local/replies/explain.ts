import { Temporal } from 'temporal-polyfill';
import { calendarIn, IN_SHORT, orderIn } from '../../functions/core/replies/grammar/calendar.ts';
import { chunksOf, latticeOf, type Meaning } from '../../functions/core/replies/grammar/chunks.ts';
import type { Lexicon } from '../../functions/core/replies/grammar/lexicon.ts';
import { likely, verbsIn } from '../../functions/core/replies/grammar/lexicons.ts';
import { readIn } from '../../functions/core/replies/grammar/mail.ts';
import type { Reading } from '../../functions/core/replies/grammar/readings.ts';
import { type Sentence, sentences } from '../../functions/core/replies/grammar/sentences.ts';
import { titlesOf, titlesUnquoted } from '../../functions/core/replies/grammar/titles.ts';
import { tokensOf } from '../../functions/core/replies/grammar/tokens.ts';
import { strip } from '../../functions/core/replies/strip.ts';
import { type Context, understand } from '../../functions/core/replies/understand.ts';
import type { Option } from '../../functions/core/replies/understanding.ts';

/** How a text is read, step by step, as lines to print. */
export function explained(text: string, context: Context): readonly string[] {
  const words = strip(text, context.ownWords);
  const today = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.zone).toPlainDate();
  const lexicons = likely(tokensOf(words), context.language);
  const titles = titlesOf(context.courses ?? []);
  const said = sentences(titlesUnquoted(words, titles), IN_SHORT);
  const calendarOf = (lexicon: Lexicon) => ({
    ...calendarIn(lexicon, today, orderIn(words)),
    titles,
  });
  const { sentences: read, lexicon } = readIn(lexicons, said, calendarOf);
  const leaves = (one: Lexicon) =>
    `${one.language.code} (${readIn([one], said, calendarOf).left} words in no frame)`;
  return [
    `Left of it without quotes and signatures: ${JSON.stringify(words)}`,
    `Languages that know most words: ${lexicons.map(leaves).join(', ')}`,
    ...said.flatMap((sentence, at) => [
      `   ${runsOf(sentence, lexicon, calendarOf(lexicon))}`,
      ...(read[at]?.readings ?? []).map((reading) => `     → ${inShort(reading)}`),
    ]),
    ...outcome(text, context),
  ];
}

function outcome(text: string, context: Context): readonly string[] {
  const { wishes, question, distress, personal } = understand(text, context);
  return [
    `Done: ${wishes.length === 0 ? 'nothing' : option(wishes)}`,
    ...(question === undefined
      ? []
      : [
          `Asked, because ${question.because}: ${question.options.map(option).join(' · ')} · neither`,
        ]),
    ...(distress === undefined ? [] : [`Distress: to the author at once (${distress})`]),
    `Read by a person: ${personal || question !== undefined ? 'yes' : 'no'}`,
  ];
}

const option = (wishes: Option): string =>
  wishes
    .map(({ is, ...more }) =>
      [is, ...Object.entries(more).map(([key, value]) => `${key} ${value}`)].join(' '),
    )
    .join(' and ');

/** The words of a sentence, and in brackets what its language takes them for. */
function runsOf(
  { tokens }: Sentence,
  lexicon: Lexicon,
  calendar: Parameters<typeof latticeOf>[2],
): string {
  const spelled = verbsIn(tokens, lexicon);
  return chunksOf(spelled, latticeOf(spelled, lexicon, calendar))
    .map(({ from, to, meanings }) => {
      const words = spelled.slice(from, to).map(({ text }) => text);
      const names = [...new Set(meanings.map(nameOf))].join('|');
      return `${words.join(' ')} [${names || '?'}]`;
    })
    .join(' ');
}

function nameOf(meaning: Meaning): string {
  if (meaning.tag === 'when') return `when:${meaning.when.is}`;
  return meaning.tag === 'rhythm' ? `rhythm:${meaning.rhythm.is}` : meaning.tag;
}

function inShort({ does, sure, wishes, doubt, reported }: Reading): string {
  const what = doubt === undefined ? option(wishes) : `doubtful (${doubt.because})`;
  const how = [
    ...(sure ? [] : ['only if nothing else is said']),
    ...(reported ? ['reported'] : []),
  ];
  return [does, what, ...how].filter((part) => part !== '').join(', ');
}
