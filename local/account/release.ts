import * as z from 'zod/mini';
import { sesAccount } from '../../functions/adapters/account.ts';
import { dueIndexIn } from '../../functions/adapters/due-index.ts';
import { returnsIn } from '../../functions/adapters/returns.ts';
import { signUpsIn } from '../../functions/adapters/sign-ups.ts';
import type { Stopped } from '../../functions/core/sending/due.ts';
import { type Figures, stopFor } from '../../functions/core/sending/reputation.ts';
import { type Instant, instant } from '../../functions/core/time.ts';
import { figuresOf } from '../../functions/hearing/weigh.ts';
import type { ClientConfig } from './account.ts';
import { type Wishes, wishesIn } from './arguments.ts';
import { sayTo, tellScripts } from './as-json.ts';
import { placeInWords } from './place.ts';
import { homeOf } from './restore/home.ts';
import { lookAround, type Outside, openSession } from './session.ts';
import { localCloud } from './told-by.ts';

/** Where letters may be stopped: a deployed table, or that of a local cloud. */
interface Publication {
  readonly table: string;
  readonly config: ClientConfig;
  readonly now: Instant;
}

/**
 * `npm run release`: says how many letters came back, and lets them go again with `--yes`. `--local` is
 * the address that `npm start` printed.
 *
 * @returns the exit code
 */
export async function release(outside: Outside, args: readonly string[]): Promise<number> {
  const wishes = wishesIn(args, { flags: ['yes', 'json'], values: ['local'] });
  const say = sayTo(outside, wishes);
  const { local } = wishes.values;
  const { table, config, now } =
    local === undefined ? await deployed(outside, wishes) : await onThisMachine(local);
  const dueIndex = dueIndexIn(table, config);
  const { stopped, releasedAt } = await dueIndex.state();
  const world = {
    returns: returnsIn(table, config),
    signUps: signUpsIn(table, config),
    account: sesAccount(config),
    now: () => now,
  };
  const figures = await figuresOf(world, releasedAt);
  for (const line of inWords(stopped, figures)) say(line);
  const isReleased = stopped !== undefined && wishes.flags.has('yes');
  if (isReleased) {
    await dueIndex.release(now);
    say(
      '\nLetters go again with the next minute. What came back before now does not count any more.',
    );
  } else if (stopped !== undefined) {
    const again = local === undefined ? '--yes' : `--local ${local} --yes`;
    say(`\nNothing was changed. When you know why it was so: npm run release -- ${again}`);
  }
  tellScripts(outside, wishes, { stopped, now: figures, released: isReleased });
  return 0;
}

async function deployed(outside: Outside, wishes: Wishes): Promise<Publication> {
  const session = await openSession(outside, wishes);
  const world = await lookAround(session);
  const { table, config } = homeOf(session, world);
  sayTo(outside, wishes)(`${session.settings.config.domain}: ${placeInWords(session.place)}\n`);
  return { table, config, now: instant(world.now()) };
}

const aws = z.object({ endpoint: z.string(), table: z.string() });

/** What a local cloud says of itself. @throws RefusedError when none is there */
async function onThisMachine(url: string): Promise<Publication> {
  const { told, now, config } = await localCloud(url, aws);
  const { table } = told;
  return { table, now, config };
}

const inWords = (stopped: Stopped | undefined, now: Figures): readonly string[] => [
  ...(stopped === undefined
    ? ['Letters are not stopped.']
    : [
        `Letters have been stopped since ${stopped.since}, for ${stopped.because}:`,
        ...figuresInWords(stopped.figures),
      ]),
  `As it is now, of seven days or since the last release${stopFor(now) === undefined ? '' : ', and that is too many'}:`,
  ...figuresInWords(now),
  'Too many are 4 % bounces, ten at least, or 0.08 % complaints, three at least. Sign-ups don’t count.',
];

const figuresInWords = ({ letters, bounces, complaints }: Figures): readonly string[] => [
  `  ${letters} mails to readers`,
  `  ${bounces} bounced for good${share(bounces, letters)}`,
  `  ${complaints} taken for spam${share(complaints, letters)}`,
];

const share = (some: number, all: number): string =>
  all === 0 ? '' : `, ${((100 * some) / all).toFixed(2)} %`;
