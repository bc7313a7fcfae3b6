import { parseArgs } from 'node:util';
import { corpus } from './replies/corpus.ts';
import { crossOpinions } from './replies/cross.ts';
import { explained } from './replies/explain.ts';
import { exported } from './replies/export.ts';
import { type Scored, scored, tableOf } from './replies/score.ts';

const USAGE = `Usage:
  npm run replies -- "text of a reply" [--zone Europe/Berlin] [--language de] [--paused]
      says how it is read, step by step
  npm run replies -- --score [FILE.jsonl ...] [--cross] [--show]
      scores the corpus in test/corpus, or other labelled files; --cross asks a classifier that has
      not seen the replies; --show prints those that were not read as they were meant
  npm run replies -- --export [--table NAME | --local URL] [--words BUCKET]
      the replies that you labelled in their mails (“it was no wish”), a line of JSON each. With the
      bucket of raw mails also what was written, while it lies there; these are people's words`;

/** `npm run replies`: explains how a reply is read, or scores labelled ones. */
async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      zone: { type: 'string', default: 'UTC' },
      language: { type: 'string' },
      now: { type: 'string', default: new Date().toISOString() },
      paused: { type: 'boolean', default: false },
      score: { type: 'boolean', default: false },
      cross: { type: 'boolean', default: false },
      show: { type: 'boolean', default: false },
      export: { type: 'boolean', default: false },
      table: { type: 'string', default: process.env['TABLE_NAME'] ?? '' },
      local: { type: 'string' },
      words: { type: 'string' },
    },
  });
  if (values.score) {
    score(positionals, values);
    return;
  }
  const { table, local, words } = values;
  if (values.export && (table !== '' || local !== undefined)) {
    const from = { table, ...(local && { local }), ...(words && { words }) };
    for await (const line of exported(from)) console.log(line);
    return;
  }
  const text = positionals.join(' ');
  if (text.trim() === '') {
    console.error(USAGE);
    process.exitCode = 1;
    return;
  }
  const { zone, language, now, paused } = values;
  const state = paused ? 'paused' : 'active';
  for (const line of explained(text, { zone, now, state, ...(language && { language }) }))
    console.log(line);
}

function score(
  files: readonly string[],
  { cross, show }: { readonly cross: boolean; readonly show: boolean },
): void {
  const cases = corpus(files.length === 0 ? undefined : files);
  const all = scored(cases, cross ? crossOpinions(cases) : undefined);
  if (show) for (const line of all.flatMap(shown)) console.log(line);
  for (const line of tableOf(all)) console.log(line);
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

await run();
