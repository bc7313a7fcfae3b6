import { type Instant, parseInstant } from '../../../functions/core/time.ts';
import { type Home, RefusedError } from './home.ts';

/** A table of what the live one was. */
export interface Copy {
  readonly table: string;
  /** The moment that it is of. */
  readonly at: Instant;
}

const USAGE = `What is to be brought back? One of:
  --at 2026-11-25T06:59:00Z               the table as it was at a moment, such as just before the loss
  --backup arn:... --lost-at 2026-...Z    a backup; letters that were due until the loss count as sent
  --from a-table --at 2026-...Z           a table that was restored already, and the moment that it is of`;

/**
 * The copy that is asked for; it is made first, unless it is there. That takes minutes, and changes
 * nothing in the live table.
 *
 * @throws RefusedError when it is not clear which
 */
export async function copyAsWished(
  home: Home,
  wished: Readonly<Record<string, string>>,
  now: Instant,
  print: (line: string) => void,
): Promise<Copy> {
  const { at: said, backup, from } = wished;
  const at = said === undefined ? undefined : parseInstant(said);
  if (from !== undefined && at !== undefined) return { table: from, at };
  const target = `${home.table}-copy-${now.replace(/\W/g, '')}`;
  const making = () => print(`Making the copy ${target}; this takes minutes.`);
  if (backup !== undefined && wished['lost-at'] !== undefined) {
    making();
    const takenAt = await home.tables.takenAt(backup);
    await home.tables.copyFrom(backup, target);
    return { table: target, at: takenAt };
  }
  if (at === undefined || backup !== undefined || from !== undefined) throw new RefusedError(USAGE);
  if (at > now) throw new RefusedError('--at wants a moment that has passed');
  making();
  await home.tables.copyOf(home.table, at, target);
  return { table: target, at };
}
