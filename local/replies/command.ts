import { type Inbox, inboxIn } from '../../functions/adapters/inbox.ts';
import { understand } from '../../functions/core/replies/understand.ts';
import { configOf } from '../account/account.ts';
import { ArgumentError, type Wishes, wishesAndTexts } from '../account/arguments.ts';
import { asJson, sayTo, tellScripts } from '../account/as-json.ts';
import { type Source, sourceIn } from '../account/items.ts';
import { findPlace } from '../account/place.ts';
import type { Outside } from '../account/session.ts';
import { INBOX_HELP, INBOX_OPTIONS, inboxCommand } from '../desk/commands/replies.ts';
import { corpus } from './corpus.ts';
import { crossOpinions } from './cross.ts';
import { explained } from './explain.ts';
import { exported } from './export.ts';
import { rowsOf, type Scored, scored, tableOf } from './score.ts';
import { shippedTitles } from './titles.ts';

const HELP = `${INBOX_HELP}

How replies are read:
  kindling replies "text of a reply" [--zone Europe/Berlin] [--language de] [--paused]
      says how it is read, step by step
  kindling replies --score [FILE.jsonl ...] [--cross] [--show]
      scores the corpus in test/corpus, or other labelled files; --cross asks a classifier that has
      not seen the replies; --show prints those that were not read as they were meant
  kindling replies --export [--table NAME | --local URL] [--words BUCKET] [--profile NAME] [--region NAME]
      the replies that you labelled in their mails (“it was no wish”), a line of JSON each. With the
      bucket of raw mails also what was written, while it lies there; these are people's words`;

const FLAGS = ['paused', 'score', 'cross', 'show', 'export'];
const VALUES = ['zone', 'language', 'now', 'words'];

/**
 * `kindling replies` and `npm run replies`: what came in; how a text is read; how well all of them are.
 *
 * @returns the exit code
 */
export async function repliesCommand(outside: Outside, args: readonly string[]): Promise<number> {
  const { wishes, texts } = wishesAndTexts(args, {
    flags: [...FLAGS, ...INBOX_OPTIONS.flags],
    values: [...VALUES, ...INBOX_OPTIONS.values],
  });
  const { flags } = wishes;
  if (flags.has('help')) {
    outside.print(HELP);
    return 0;
  }
  if (flags.has('score')) return score(outside, texts, wishes);
  if (flags.has('export')) return exportLabels(outside, wishes);
  const text = texts.join(' ');
  // Without a text it is the inbox, which knows none of the other options.
  return text.trim() === '' ? inboxCommand(outside, args) : explain(outside, text, wishes);
}

function explain({ print }: Outside, text: string, { flags, values }: Wishes): number {
  const { zone = 'UTC', language, now = new Date().toISOString() } = values;
  const state = flags.has('paused') ? 'paused' : 'active';
  const courses = shippedTitles();
  const context = { zone, now, state, courses, ...(language && { language }) } as const;
  if (flags.has('json')) print(asJson(understand(text, context)));
  else for (const line of explained(text, context)) print(line);
  return 0;
}

async function exportLabels({ env, print }: Outside, wishes: Wishes): Promise<number> {
  const source = await sourceIn(wishes, env);
  if (source === undefined)
    throw new ArgumentError(`--export wants --table or --local.\n\n${HELP}`);
  const { words: bucket } = wishes.values;
  const words = bucket === undefined ? undefined : await inboxOf(bucket, source, wishes, env);
  for await (const line of exported({ source, ...(words && { words }) })) print(line);
  return 0;
}

async function inboxOf(
  bucket: string,
  source: Source,
  wishes: Wishes,
  env: Outside['env'],
): Promise<Inbox> {
  const place = source.is === 'table' ? source.place : await findPlace(wishes, env);
  return inboxIn(bucket, 'inbound/', configOf(place));
}

function score(outside: Outside, files: readonly string[], wishes: Wishes): number {
  const { flags } = wishes;
  const say = sayTo(outside, wishes);
  const cases = corpus(files.length === 0 ? undefined : files);
  const all = scored(cases, flags.has('cross') ? crossOpinions(cases) : undefined);
  if (flags.has('show')) for (const line of all.flatMap(shown)) say(line);
  for (const line of tableOf(all)) say(line);
  tellScripts(outside, wishes, Object.fromEntries(rowsOf(all)));
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
