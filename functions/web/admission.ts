import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import { z } from 'zod';
import type { EmailAddress } from '../core/address.ts';
import {
  addressHash,
  challengeKey,
  EVERYBODY,
  networkHash,
  OF_ADDRESS,
  OF_ALL,
  OF_NETWORK,
  OF_NETWORK_IN_LINE,
  OF_WAITERS,
  rateWindow,
  readTicket,
  WAIT_SECONDS,
  WAITERS,
  waitTicket,
} from '../core/reader/sign-up-rate.ts';
import { isCareful, isSlow, roomAt } from '../core/sending/care.ts';
import { plusSeconds, secondsBetween } from '../core/time.ts';
import type { WebWorld } from './world.ts';

/** Whoever asks to be written to, and what they show for it. */
export interface Asker {
  readonly ip: string;
  readonly address: EmailAddress;
  /** The solution of a challenge of ours, as the ALTCHA widget posts it: JSON in Base64. */
  readonly solution: string;
  /** The note of when they first asked, of a browser without scripts. */
  readonly ticket: string;
}

/** What an asker may do to be let in, by themselves or with a script. */
export interface Proof {
  readonly challenge: Awaited<ReturnType<typeof createChallenge>>;
  readonly ticket: string;
}

/** Whether somebody is let in. They are not told who else was, or who reads. */
export type Admission =
  /** Its mail goes at once, or waits in line. */
  | { readonly is: 'admitted'; readonly waits: boolean }
  /** There were many: a computer has to work for a second, or a person to wait for some. */
  | { readonly is: 'prove'; readonly seconds: number; readonly proof: Proof }
  /** There were too many. */
  | { readonly is: 'later'; readonly seconds: number };

/** So many hashes at most, half of them on average: a second or two of a phone. */
const WORK = 50_000;
/** So long a challenge is good, in seconds. */
const CHALLENGE_SECONDS = 1200;

/**
 * Counts a sign-up by its network, its address and over all, if each has room: the network first, so
 * that one of them can't use up what is for everybody. The counts know nothing of who reads. While mails go
 * slowly, so many are let in as can be mailed within a day.
 */
export async function admitted(world: WebWorld, asker: Asker): Promise<Admission> {
  const [key, now] = [await world.idKey(), world.now()];
  const window = rateWindow(now);
  const shown = await shownBy(world, asker);
  const prove = async (): Promise<Admission> => ({
    is: 'prove',
    seconds: WAIT_SECONDS,
    proof: await proofFor(world, asker),
  });
  const care = await world.signUps.care();
  const waits = isSlow(care, now);
  const room = waits ? roomAt(care, now) : undefined;
  if (room !== undefined) return { is: 'later', seconds: secondsBetween(now, room) };
  if (shown === 'nothing' && isCareful(care, now)) return prove();
  const counters = [
    [networkHash(key, asker.ip), waits ? OF_NETWORK_IN_LINE : OF_NETWORK],
    [addressHash(key, asker.address), OF_ADDRESS],
    ...(shown === 'waited' ? ([[WAITERS, OF_WAITERS]] as const) : []),
    [EVERYBODY, OF_ALL],
  ] as const;
  for (const [source, { free, most }] of counters) {
    const taken = await world.rateLimit.take(source, window, shown === 'nothing' ? free : most);
    if (taken.is === 'counted') continue;
    if (shown === 'nothing' && taken.count < most) return prove();
    return { is: 'later', seconds: Math.max(1, secondsBetween(now, window.endsAt)) };
  }
  return { is: 'admitted', waits };
}

/** What they have shown: nothing, that they worked, or that they waited. */
async function shownBy(world: WebWorld, { address, solution, ticket }: Asker) {
  if (await isSolved(world, address, solution)) return 'worked';
  const read = readTicket(await world.idKey(), address, ticket, world.now());
  return read === 'waited' ? read : 'nothing';
}

/** A ticket that still waits is given back: pressing too soon does not begin the wait anew. */
async function proofFor(world: WebWorld, { address, ticket }: Asker): Promise<Proof> {
  const [key, now] = [await world.idKey(), world.now()];
  const waits = readTicket(key, address, ticket, now) === 'waits';
  const challenge = await createChallenge({
    hmacKey: challengeKey(key),
    maxnumber: WORK,
    // Good for this address only, so that work done once does not let a list of them in.
    params: { for: addressHash(key, address) },
    expires: new Date(plusSeconds(now, CHALLENGE_SECONDS)),
  });
  return { challenge, ticket: waits ? ticket : waitTicket(key, address, now) };
}

const payload = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string(),
  number: z.number(),
  salt: z.string(),
  signature: z.string(),
});

async function isSolved(world: WebWorld, address: EmailAddress, solution: string) {
  const given = payloadIn(solution);
  if (given === undefined) return false;
  const key = await world.idKey();
  const { for: whose, expires } = extractParams(given);
  // By our clock, which the library does not have.
  const good = Date.parse(world.now()) < Number(expires) * 1000;
  return (
    good && whose === addressHash(key, address) && verifySolution(given, challengeKey(key), false)
  );
}

function payloadIn(solution: string) {
  if (solution === '') return undefined;
  try {
    return payload.parse(JSON.parse(Buffer.from(solution, 'base64').toString()));
  } catch {
    return undefined;
  }
}
