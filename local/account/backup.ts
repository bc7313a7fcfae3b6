import { instant } from '../../functions/core/time.ts';
import { wishesIn } from './arguments.ts';
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
  const { print } = outside;
  const session = await openSession(outside, wishesIn(args, {}));
  const world = await lookAround(session);
  const home = homeOf(session, world);
  const now = instant(world.now());
  print(`${session.settings.config.domain}: ${placeInWords(session.place)}\n`);
  const arn = await home.tables.backUp(home.table, `kindling-${now.replace(/\W/g, '')}`);
  const ends = endsOf(await home.tables.items(home.table), await home.ends.load(), now);
  await home.ends.save(ends);
  print(`Backup: ${arn}`);
  print(
    `Kept beside the table: the id key, and ${Object.keys(ends.ended).length} who get nothing.`,
  );
  print(
    `\nTo look what it would bring back: npm run restore -- --backup ${arn} --lost-at <moment>`,
  );
  return 0;
}
