import { type Inbox, inboxIn } from '../functions/adapters/inbox.ts';
import { configOf } from './account/account.ts';
import { type Wishes, wishesAndTexts } from './account/arguments.ts';
import { explainingForeseen } from './account/foreseen.ts';
import { type Source, sourceIn } from './account/items.ts';
import { findPlace } from './account/place.ts';
import { corpus } from './replies/corpus.ts';
import { crossOpinions } from './replies/cross.ts';
import { explained } from './replies/explain.ts';
import { exported } from './replies/export.ts';
import { type Scored, scored, tableOf } from './replies/score.ts';
import { shippedTitles } from './replies/titles.ts';

const USAGE = `Usage:
  npm run replies -- "text of a reply" [--zone Europe/Berlin] [--language de] [--paused]
      says how it is read, step by step
  npm run replies -- --score [FILE.jsonl ...] [--cross] [--show]
      scores the corpus in test/corpus, or other labelled files; --cross asks a classifier that has
      not seen the replies; --show prints those that were not read as they were meant
  npm run replies -- --export [--table NAME | --local URL] [--words BUCKET] [--profile NAME] [--region NAME]
      the replies that you labelled in their mails (“it was no wish”), a line of JSON each. With the
      bucket of raw mails also what was written, while it lies there; these are people's words`;

/** `npm run replies`: explains how a reply is read, or scores labelled ones. */
async function run(): Promise<number> {
  const { wishes, texts } = wishesAndTexts(process.argv.slice(2), {
    flags: ['paused', 'score', 'cross', 'show', 'export'],
    values: ['zone', 'language', 'now', 'table', 'local', 'words'],
  });
  const { flags, values } = wishes;
  if (flags.has('score')) return score(texts, flags);
  if (flags.has('export')) return exportLabels(wishes);
  const text = texts.join(' ');
  if (text.trim() === '') return usage();
  const { zone = 'UTC', language, now = new Date().toISOString() } = values;
  const state = flags.has('paused') ? 'paused' : 'active';
  const courses = shippedTitles();
  for (const line of explained(text, { zone, now, state, courses, ...(language && { language }) }))
    console.log(line);
  return 0;
}

function usage(): number {
  console.error(USAGE);
  return 1;
}

async function exportLabels(wishes: Wishes): Promise<number> {
  const source = await sourceIn(wishes, process.env);
  if (source === undefined) return usage();
  const { words: bucket } = wishes.values;
  const words = bucket === undefined ? undefined : await inboxOf(bucket, source, wishes);
  for await (const line of exported({ source, ...(words && { words }) })) console.log(line);
  return 0;
}

async function inboxOf(bucket: string, source: Source, wishes: Wishes): Promise<Inbox> {
  const place = source.is === 'table' ? source.place : await findPlace(wishes, process.env);
  return inboxIn(bucket, 'inbound/', configOf(place));
}

function score(files: readonly string[], flags: Wishes['flags']): number {
  const cases = corpus(files.length === 0 ? undefined : files);
  const all = scored(cases, flags.has('cross') ? crossOpinions(cases) : undefined);
  if (flags.has('show')) for (const line of all.flatMap(shown)) console.log(line);
  for (const line of tableOf(all)) console.log(line);
  return 0;
}

function shown({ given, read, verdict }: Scored): readonly string[] {
  const alarm = (given.distress === true) !== (read.distress !== undefined);
  const isRight = verdict === 'right' || verdict === 'left-alone';
  if (isRight && !alarm) return [];
  const text = given.text.replaceAll('\n', ' / ').slice(0, 200);
  const wanted = JSON.stringify(given.wishes);
  const got = JSON.stringify(read.question ?? read.wishes);
  const distress = alarm ? (given.distress ? ' UNMARKED' : ' false alarm') : '';
  return [`${isRight ? '' : verdict}${distress} | ${given.at} | ${text} | ${wanted} | ${got}`];
}

await explainingForeseen(run);
