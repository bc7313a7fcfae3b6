import { wishesIn } from './arguments.ts';
import { runChecks } from './check.ts';
import { CHECKS } from './checks.ts';
import { placeInWords } from './place.ts';
import { allWell, linesOf, summary } from './report.ts';
import { lookAround, type Outside, openSession } from './session.ts';

/**
 * `npm run doctor`: looks at everything that has to hold, and changes nothing.
 *
 * @returns the exit code: 0 when all is well
 */
export async function doctor(outside: Outside, args: readonly string[]): Promise<number> {
  const wishes = wishesIn(args, { flags: ['json'] });
  const session = await openSession(outside, wishes);
  const json = wishes.flags.has('json');
  const { place, settings } = session;
  if (!json) outside.print(`${settings.config.domain}: ${placeInWords(place)}\n`);
  const all = await runChecks(CHECKS, await lookAround(session), (found) => {
    if (!json) for (const line of linesOf(found)) outside.print(line);
  });
  const { account, region } = place;
  if (json) outside.print(JSON.stringify({ account, region, checks: all }, undefined, 2));
  else outside.print(`\n${summary(all)}`);
  return allWell(all) ? 0 : 1;
}
