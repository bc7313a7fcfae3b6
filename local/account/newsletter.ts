import { loadContent } from '../../emails/content/load.ts';
import { ArgumentError, type Wishes, wishesAndTexts } from './arguments.ts';
import { sayTo, tellScripts } from './as-json.ts';
import { deskAt } from './newsletter/desk.ts';
import { listAsJson, listInWords } from './newsletter/list.ts';
import { issueIn, preview } from './newsletter/preview.ts';
import { schedule } from './newsletter/schedule.ts';
import { status } from './newsletter/status.ts';
import { DEEDS, steer } from './newsletter/steer.ts';
import type { Outside } from './session.ts';
import { testMail } from './test-mail.ts';

const HELP = `npm run newsletter -- list                   the issues, and where each stands
npm run newsletter -- preview SLUG           the mail as files, html and text
npm run newsletter -- test SLUG me@…         sends it to you, as a reader gets it (options as npm run test:mail)
npm run newsletter -- schedule SLUG          a dry run: how many, when, how long, and what it costs
npm run newsletter -- pause SLUG             nothing of the newsletter goes
npm run newsletter -- resume SLUG            it goes on
npm run newsletter -- cancel SLUG            nobody else gets it
npm run newsletter -- status [SLUG]          how many have it, for how many it waits, and until when

  --yes    with pause, resume and cancel: without a question
  --json   the same for scripts; with pause, resume and cancel only beside --yes
  --local  the address that npm start printed
  --table, --profile and --region as with plan

An issue goes on the day that its file says, once it is deployed: no command sends it.`;

const OPTIONS = { flags: ['json', 'yes', 'help'], values: ['local', 'table'] };

/**
 * `npm run newsletter`: what the author sees of issues and does to them. What is sent to whom stays the engine's.
 *
 * @returns the exit code
 */
export async function newsletter(outside: Outside, args: readonly string[]): Promise<number> {
  if (args[0] === 'test') return testIssue(outside, args.slice(1));
  const { wishes, texts } = wishesAndTexts(args, OPTIONS);
  if (wishes.flags.has('help')) {
    outside.print(HELP);
    return 0;
  }
  const [command = '', slug, ...more] = texts;
  if (more.length > 0) throw new ArgumentError('One issue at a time.');
  if (command === 'list') return list(outside, wishes);
  if (command === 'status') return status(outside, wishes, slug);
  const deed = DEEDS.find((one) => one === command);
  if (deed === undefined && command !== 'preview' && command !== 'schedule') {
    throw new ArgumentError(command === '' ? HELP : `There is no "${command}".\n\n${HELP}`);
  }
  if (slug === undefined)
    throw new ArgumentError(`Which issue? npm run newsletter -- list names them.`);
  if (deed !== undefined) return steer(outside, wishes, deed, slug);
  if (command === 'schedule') return schedule(outside, wishes, slug);
  const { subject, files } = await preview(outside, slug, loadContent(outside.contentDir));
  const say = sayTo(outside, wishes);
  for (const line of [subject, ...files.map((file) => `  ${file}`)]) say(line);
  say('Beside all other mails, on a phone’s width and for other readers: npm run preview');
  tellScripts(outside, wishes, { slug, subject, files });
  return 0;
}

/** One issue, and not any mail, to the author. */
async function testIssue(outside: Outside, args: readonly string[]): Promise<number> {
  const [slug = ''] = args;
  if (slug.startsWith('-') || slug === '') {
    throw new ArgumentError(
      'Which issue, and to whom? npm run newsletter -- test SLUG me@example.org',
    );
  }
  issueIn(loadContent(outside.contentDir), slug);
  return testMail(outside, args);
}

async function list(outside: Outside, wishes: Wishes): Promise<number> {
  const { at, issues } = await deskAt(outside, wishes);
  const say = sayTo(outside, wishes);
  say(`${at.inWords}\n`);
  for (const line of listInWords(issues)) say(line);
  tellScripts(outside, wishes, listAsJson(issues));
  return 0;
}
