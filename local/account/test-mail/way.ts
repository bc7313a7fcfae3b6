import * as z from 'zod/mini';
import { type Mailer, sesMailer } from '../../../functions/adapters/mailer.ts';
import { type Instant, instant } from '../../../functions/core/time.ts';
import { type ClientConfig, configOf } from '../account.ts';
import type { Wishes } from '../arguments.ts';
import { named } from '../check.ts';
import { placeInWords } from '../place.ts';
import { RefusedError } from '../restore/home.ts';
import { lookAround, type Outside, openSession } from '../session.ts';
import { localCloud } from '../told-by.ts';

/** How a test mail goes out, and where the page is that its links lead to. */
export interface Way {
  readonly webUrl: string;
  readonly now: Instant;
  /** Undefined where nothing is sent. */
  readonly mailer: Mailer | undefined;
}

/** RFC 2606 §2: a name that is nobody's, for the links of a mail that goes into a file. */
export const NOWHERE = 'https://test.invalid';

/**
 * Through SES of the deployed stack, into the mailbox of a local cloud, or nowhere for a dry run, which asks no
 * account anything.
 *
 * @throws RefusedError when there is no such cloud or stack
 */
export async function wayOf(outside: Outside, wishes: Wishes): Promise<Way> {
  const { local } = wishes.values;
  const isDry = wishes.flags.has('dry-run');
  if (local !== undefined) {
    const way = await onThisMachine(outside, local);
    return isDry ? { ...way, mailer: undefined } : way;
  }
  if (isDry) return { webUrl: NOWHERE, now: instant(outside.now()), mailer: undefined };
  return deployed(outside, wishes);
}

const aws = z.object({ endpoint: z.string(), configurationSet: z.string() });

async function onThisMachine(outside: Outside, url: string): Promise<Way> {
  const { told, now, config } = await localCloud(url, aws);
  const { configurationSet } = told;
  return { webUrl: new URL(url).origin, now, mailer: mailerOf(outside, configurationSet, config) };
}

async function deployed(outside: Outside, wishes: Wishes): Promise<Way> {
  const session = await openSession(outside, wishes);
  const world = await lookAround(session);
  const webUrl = world.stack?.outputs['WebUrl'];
  const [configurationSet] = named(world, 'AWS::SES::ConfigurationSet');
  if (webUrl === undefined || configurationSet === undefined) {
    throw new RefusedError(
      `The stack ${world.subject.stackName} is not in ${session.place.region}: npm run deploy, or try ` +
        'it on this machine: npm start, and --local with the address that it prints.',
    );
  }
  outside.print(`${session.settings.config.domain}: ${placeInWords(session.place)}\n`);
  const mailer = mailerOf(outside, configurationSet, configOf(session.place));
  return { webUrl, now: instant(outside.now()), mailer };
}

const mailerOf = ({ now }: Outside, configurationSet: string, config: ClientConfig): Mailer =>
  sesMailer(configurationSet, () => instant(now()), config);
