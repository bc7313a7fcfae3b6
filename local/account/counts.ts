import { loadContent } from '../../emails/content/load.ts';
import { draftsOf } from '../../emails/outlines.ts';
import { countsIn } from '../../functions/adapters/counts.ts';
import { ArgumentError, wishesIn } from './arguments.ts';
import { summaryOf } from './counting/summary.ts';
import { summaryInWords } from './counting/words.ts';
import { tableAt } from './import/where.ts';
import type { Outside } from './session.ts';

const HELP = `npm run counts -- [--since 2026-09] [--json]

  --since   letters of that month and later; issues are always all there
  --json    the same for scripts
  --local   the address that npm start printed
  --table, --profile and --region as with plan

What SES took is counted every quarter of an hour, all else at once. What each number is: docs/counting.md`;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * `npm run counts`: a row a letter and an issue. It only reads.
 *
 * @returns the exit code
 */
export async function counts(outside: Outside, args: readonly string[]): Promise<number> {
  const { print } = outside;
  const options = { flags: ['json', 'help'], values: ['local', 'table', 'since'] };
  const wishes = wishesIn(args, options);
  if (wishes.flags.has('help')) {
    print(HELP);
    return 0;
  }
  const { since = '' } = wishes.values;
  if (since !== '' && !MONTH.test(since)) {
    throw new ArgumentError(`--since wants a month, such as 2026-09.\n\n${HELP}`);
  }
  const at = await tableAt(outside, wishes);
  const content = loadContent(outside.contentDir);
  const courses = draftsOf(content).map(({ outline }) => outline);
  const all = await countsIn(at.table, at.config).all();
  const summary = summaryOf(
    all.filter(({ month }) => month === undefined || month >= since),
    { courses, issues: content.newsletters },
  );
  if (wishes.flags.has('json')) {
    print(JSON.stringify(summary, undefined, 2));
    return 0;
  }
  print(`${at.inWords}\n`);
  for (const line of summaryInWords(summary)) print(line);
  return 0;
}
