import { instant } from '../../functions/core/time.ts';
import { wishesIn } from './arguments.ts';
import { sayTo, tellScripts } from './as-json.ts';
import { placeInWords } from './place.ts';
import { endsOf } from './restore/ends.ts';
import { homeOf } from './restore/home.ts';
import { lookAround, type Outside, openSession } from './session.ts';

/**
 * `npm run backup`: a backup of the table that stays until somebody deletes it, and beside the table what
 * has to be known even without it: who gets nothing any more, and the key that makes ids.
 *
 * @returns the exit code
 */
export async function backup(outside: Outside, args: readonly string[]): Promise<number> {
  const wishes = wishesIn(args, { flags: ['json'] });
  const say = sayTo(outside, wishes);
  const session = await openSession(outside, wishes);
  const world = await lookAround(session);
  const home = homeOf(session, world);
  const now = instant(world.now());
  say(`${session.settings.config.domain}: ${placeInWords(session.place)}\n`);
  const arn = await home.tables.backUp(home.table, `kindling-${now.replace(/\W/g, '')}`);
  const ends = endsOf(await home.tables.items(home.table), await home.ends.load(), now);
  await home.ends.save(ends);
  const ended = Object.keys(ends.ended).length;
  say(`Backup: ${arn}`);
  say(`Kept beside the table: the id key, and ${ended} who get nothing.`);
  say(`\nTo look what it would bring back: npm run restore -- --backup ${arn} --lost-at <moment>`);
  tellScripts(outside, wishes, { backup: arn, ended });
  return 0;
}
