import { compileContent } from '../../emails/compile.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { Loss } from '../../functions/core/reader/restore.ts';
import { type Instant, instant, parseInstant } from '../../functions/core/time.ts';
import { ArgumentError, type Wishes, wishesIn } from './arguments.ts';
import { sayTo, tellScripts } from './as-json.ts';
import { placeInWords } from './place.ts';
import { type Copy, copyAsWished } from './restore/copy.ts';
import { endsOf } from './restore/ends.ts';
import { holdOf } from './restore/hold.ts';
import { type Home, homeOf, RefusedError } from './restore/home.ts';
import { planRestore, tallyInWords, type Write } from './restore/plan.ts';
import { lookAround, type Outside, openSession } from './session.ts';

const VALUES = ['at', 'backup', 'from', 'lost-at', 'bucket'];

/**
 * `npm run restore`: brings into the live table what a copy knows and it does not. Without `--yes` it says
 * what it would do; with it, sending rests first, until `--go-on`.
 *
 * @returns the exit code
 */
export async function restore(outside: Outside, args: readonly string[]): Promise<number> {
  const wishes = wishesIn(args, { flags: ['yes', 'go-on', 'json'], values: VALUES });
  const say = sayTo(outside, wishes);
  const session = await openSession(outside, wishes);
  const world = await lookAround(session);
  const home = homeOf(session, world);
  say(`${session.settings.config.domain}: ${placeInWords(session.place)}\n`);
  if (wishes.flags.has('go-on')) return goOn(home, outside, wishes);
  if (!(await world.account.table(home.table))) throw new RefusedError(noTable(home.table));
  const now = instant(world.now());
  // Read before the copy is made, which takes minutes.
  const said = momentIn(wishes.values['lost-at'], 'lost-at');
  const copy = await copyAsWished(home, wishes.values, now, say);
  const lostAt = said === undefined || said < copy.at ? copy.at : said;
  const { courses } = await compileContent(outside.contentDir);
  const loss: Loss = { copyAt: copy.at, lostAt, now, courses };
  return carryOut(home, copy, loss, outside, wishes);
}

const noTable = (table: string) =>
  `The table ${table} is gone. DynamoDB keeps what was deleted for 35 days: docs/runbook.md, ` +
  '"The table is lost or damaged".';

async function goOn(home: Home, outside: Outside, wishes: Wishes): Promise<number> {
  await holdOf(home.table, home.config).lift();
  sayTo(outside, wishes)('Sending goes on with the next minute.');
  tellScripts(outside, wishes, { goesOn: true });
  return 0;
}

async function carryOut(
  home: Home,
  copy: Copy,
  loss: Loss,
  outside: Outside,
  wishes: Wishes,
): Promise<number> {
  const say = sayTo(outside, wishes);
  const copied = await home.tables.items(copy.table);
  const { tally } = (await look(home, copied, loss)).plan;
  const { copyAt, lostAt } = loss;
  say(`The copy is of ${copyAt}.`);
  if (lostAt > copyAt) say(`Letters that were due until ${lostAt} count as sent.`);
  for (const line of tallyInWords(tally)) say(line);
  const seen = { copy: copy.table, copyAt, lostAt, tally };
  if (!wishes.flags.has('yes')) {
    say(`\nNothing was changed. To do it: npm run restore -- ${again(copy, loss)} --yes`);
    tellScripts(outside, wishes, seen);
    return 0;
  }
  // Sending rests before it is looked again, so that what is written is what was seen.
  await holdOf(home.table, home.config).set();
  const { plan, ends } = await look(home, copied, loss);
  await home.ends.save(ends);
  const missed = await writeAll(home, plan.writes);
  const written = plan.writes.length - missed;
  tellWritten(written, missed, copy, say);
  tellScripts(outside, wishes, { ...seen, written, missed });
  return missed === 0 ? 0 : 1;
}

/** @throws RefusedError when the two tables can't be brought together */
async function look({ tables, table, ends }: Home, copied: readonly Attributes[], loss: Loss) {
  const [known, live] = [await ends.load(), await tables.items(table)];
  const plan = planRestore(copied, live, known, loss);
  if (plan.is === 'other-key') throw new RefusedError(OTHER_KEY);
  return { plan, ends: endsOf(live, known, loss.now) };
}

function tellWritten(written: number, missed: number, { table }: Copy, say: Outside['print']) {
  say(`\n${written} items written.`);
  if (missed > 0) say(`${missed} changed meanwhile: repeat this, which does nothing twice.`);
  say('Sending rests. Look around, then: npm run restore -- --go-on');
  say(`Then delete the copy: aws dynamodb delete-table --table-name ${table}`);
}

const OTHER_KEY =
  'The live table makes ids by another key than the copy, so nobody in one can be found in the other. ' +
  'Let the copy take its place: "table" in cdk.json (docs/runbook.md, "The table is lost or damaged").';

const again = ({ table }: Copy, { copyAt, lostAt }: Loss) =>
  `--from ${table} --at ${copyAt}${lostAt > copyAt ? ` --lost-at ${lostAt}` : ''}`;

/** As many at once as a laptop's connections bear. */
const AT_ONCE = 20;

/** @returns how many were not written, since the item had changed */
async function writeAll({ tables, table }: Home, writes: readonly Write[]): Promise<number> {
  let missed = 0;
  for (let next = 0; next < writes.length; next += AT_ONCE) {
    const some = writes.slice(next, next + AT_ONCE);
    const done = await Promise.all(some.map((write) => tables.write(table, write)));
    missed += done.filter((written) => !written).length;
  }
  return missed;
}

/** @throws RefusedError on what is no moment */
function momentIn(given: string | undefined, name: string): Instant | undefined {
  const moment = given === undefined ? undefined : parseInstant(given);
  if (given === undefined || moment !== undefined) return moment;
  throw new ArgumentError(`--${name} wants a moment such as 2026-11-25T06:59:00Z`);
}
