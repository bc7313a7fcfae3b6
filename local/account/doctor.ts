import { setTimeout as sleep } from 'node:timers/promises';
import { configOf } from './account.ts';
import { wishesIn } from './arguments.ts';
import { type CheckWorld, type Found, runChecks } from './check.ts';
import { CHECKS } from './checks.ts';
import { walkThrough } from './live/live.ts';
import { liveWorld } from './live/world.ts';
import { placeInWords } from './place.ts';
import { allWell, linesOf, summary } from './report.ts';
import { lookAround, type Outside, openSession, type Session } from './session.ts';

/**
 * `npm run doctor`: looks at everything that has to hold, and changes nothing. `--live` walks a made-up
 * reader through it, too, and takes away all that this made.
 *
 * @returns the exit code: 0 when all is well
 */
export async function doctor(outside: Outside, args: readonly string[]): Promise<number> {
  const wishes = wishesIn(args, { flags: ['json', 'live'] });
  const session = await openSession(outside, wishes);
  const json = wishes.flags.has('json');
  const { place, settings } = session;
  if (!json) outside.print(`${settings.config.domain}: ${placeInWords(place)}\n`);
  const tell = (found: Found) => {
    if (!json) for (const line of linesOf(found)) outside.print(line);
  };
  const world = await lookAround(session);
  const looked = await runChecks(CHECKS, world, tell);
  const live = wishes.flags.has('live');
  if (live && !json) outside.print('\nA reader of ours walks through it; this takes minutes:\n');
  const all = live ? [...looked, ...(await walk(session, world, tell))] : looked;
  const { account, region } = place;
  if (json) outside.print(JSON.stringify({ account, region, checks: all }, undefined, 2));
  else outside.print(`\n${summary(all)}`);
  return allWell(all) ? 0 : 1;
}

async function walk(
  { outside, place }: Session,
  world: CheckWorld,
  tell: (found: Found) => void,
): Promise<readonly Found[]> {
  if (world.stack?.outputs['WebUrl'] === undefined) return [];
  // Ctrl-C ends the waiting and not the program: what was made is still to be taken away.
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once('SIGINT', stop);
  const clients = {
    config: configOf(place),
    sleep: (milliseconds: number) => sleep(milliseconds, undefined, { signal: stopped.signal }),
    ask: outside.ask,
  };
  try {
    return await walkThrough(liveWorld(world, clients), tell);
  } finally {
    process.removeListener('SIGINT', stop);
  }
}
