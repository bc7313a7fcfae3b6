import { instant, plusSeconds } from '../../functions/core/time.ts';
import { ArgumentError, wishesIn } from './arguments.ts';
import type { CheckWorld } from './check.ts';
import { deleteStack } from './closing/delete.ts';
import { gatesOf } from './closing/halt.ts';
import { closingNote } from './closing/note.ts';
import { receivingInWords, remainsInWords, STOPPED, stagesInWords } from './closing/words.ts';
import { placeInWords } from './place.ts';
import { holdOf } from './restore/hold.ts';
import { type Home, homeOf, RefusedError } from './restore/home.ts';
import { lookAround, type Outside, openSession, type Session } from './session.ts';

/**
 * `npm run teardown`: says how to close down and what stays. `--stop` ends sending and receiving and can
 * be taken back (`--go-on`); `--all` deletes the stack, when links in letters need not work any more.
 *
 * @returns the exit code
 */
export async function teardown(outside: Outside, args: readonly string[]): Promise<number> {
  const flags = ['stop', 'go-on', 'all', 'now'];
  const session = await openSession(
    outside,
    wishesIn(args, { flags, values: ['days', 'confirm'] }),
  );
  const { wishes, settings, place } = session;
  const world = await lookAround(session);
  const shop: Shop = { session, world, home: homeOf(session, world) };
  outside.print(`${settings.config.domain}: ${placeInWords(place)}\n`);
  if (wishes.flags.has('go-on')) return goOn(shop);
  if (wishes.flags.has('all')) return all(shop);
  if (wishes.flags.has('stop')) return stop(shop);
  const note = closingNote(shop.home.table, shop.home.config);
  for (const line of stagesInWords(await note.load())) outside.print(line);
  return 0;
}

/** What each step works on. */
interface Shop {
  readonly session: Session;
  readonly world: CheckWorld;
  readonly home: Home;
}

/** CAN-SPAM asks for thirty days in which one can leave (15 U.S.C. 7704(a)(3)); readers keep mail longer. */
const KEPT_DAYS = 60;
const DAY = 86_400;

async function stop(shop: Shop): Promise<number> {
  const { session, world, home } = shop;
  const { print } = session.outside;
  const days = Number(session.wishes.values['days'] ?? KEPT_DAYS);
  if (!Number.isInteger(days) || days < 0) throw new ArgumentError('--days wants a whole number');
  await confirmed(shop, 'Nothing more will be sent or taken.');
  const now = instant(world.now());
  const keepUntil = plusSeconds(now, days * DAY);
  const gates = gatesOf(world, home.config);
  await holdOf(home.table, home.config).set();
  await gates.sending(false);
  const received = await gates.stopReceiving();
  await closingNote(home.table, home.config).save({ stoppedAt: now, keepUntil });
  for (const line of STOPPED) print(line);
  print(receivingInWords(received, world.subject.replyDomain));
  print(`\nFrom ${keepUntil.slice(0, 10)} on: npm run teardown -- --all`);
  return 0;
}

async function goOn({ session: { outside }, world, home }: Shop): Promise<number> {
  const gates = gatesOf(world, home.config);
  const received = await gates.receive();
  await gates.sending(true);
  await holdOf(home.table, home.config).lift();
  await closingNote(home.table, home.config).forget();
  outside.print('Letters go out again with the next minute.');
  outside.print(receivingInWords(received, world.subject.replyDomain));
  return 0;
}

async function all(shop: Shop): Promise<number> {
  const { session, world, home } = shop;
  const { print } = session.outside;
  const closing = await closingNote(home.table, home.config).load();
  if (closing === undefined) throw new RefusedError('First: npm run teardown -- --stop');
  const now = instant(world.now());
  if (now < closing.keepUntil && !session.wishes.flags.has('now')) {
    throw new RefusedError(
      `Links in letters have to work until ${closing.keepUntil.slice(0, 10)}: who wants to leave must be ` +
        'able to. If they need not: --all --now',
    );
  }
  for (const line of remainsInWords(world)) print(line);
  print('\nWhat goes for good: every page, and every link in every letter.');
  await confirmed(shop, 'Everything else will be deleted.');
  // A deployment since may have made ours the active one again, and that can't be deleted.
  await gatesOf(world, home.config).stopReceiving();
  const failed = await deleteStack(world.stack?.id ?? '', home.config);
  print(failed === undefined ? '\nIt is gone.' : `\nCloudFormation did not delete it: ${failed}`);
  return failed === undefined ? 0 : 1;
}

/** @throws RefusedError unless the stack's name is typed, here or as `--confirm` */
async function confirmed({ session, world }: Shop, what: string): Promise<void> {
  const { ask, print } = session.outside;
  const { stackName } = world.subject;
  print(`\n${what}`);
  const question = `Type ${stackName} to go on: `;
  const typed = session.wishes.values['confirm'] ?? (await ask?.(question)) ?? '';
  if (typed.trim() === stackName) return;
  throw new RefusedError(`Nothing was done. It wants the stack's name: --confirm ${stackName}`);
}
