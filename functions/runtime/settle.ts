import type { Library } from '../adapters/library.ts';
import type { FinaliseOutcome, Subscribers } from '../adapters/subscribers.ts';
import { afterSending, isKnownSent, type OwedMail } from '../core/reader/owed.ts';
import { type AttemptId, placeOf, type Subscriber } from '../core/reader/subscriber.ts';
import type { Claimed } from '../core/sending/doubt.ts';
import type { Instant } from '../core/time.ts';

export interface SettlingWorld {
  readonly subscribers: Pick<Subscribers, 'requests' | 'load' | 'save' | 'finalise'>;
  readonly library: Pick<Library, 'courses'>;
  now(): Instant;
}

/** A reader and another sender may both come in between; ten times in a row is a fault. */
const TRIES = 10;

/**
 * Ends a claim with a new value, made anew when the reader changed something meanwhile.
 *
 * @returns `ended` when somebody else has ended it and nothing was saved. Whoever knows something
 *   that they may not have known (that the mail went out, that the address is bad) still has to
 *   say so: a claim also ends by being put off or released, which is no knowledge of its mail.
 * @throws when it was changed again and again: the claim then stands until its lease runs out
 */
export async function settle(
  { subscribers, now }: Pick<SettlingWorld, 'subscribers' | 'now'>,
  claimed: Subscriber,
  attempt: AttemptId,
  next: (latest: Subscriber, now: Instant) => Subscriber,
): Promise<'saved' | 'ended'> {
  let latest = claimed;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const saved = await subscribers.finalise(next(latest, now()), attempt);
    if (saved.is !== 'changed') return saved.is === 'saved' ? 'saved' : 'ended';
    latest = saved.latest;
  }
  throw new Error(`claim changed ${TRIES} times while being ended`);
}

/**
 * Takes note that SES accepted a mail: until the mail is known as sent, whoever has ended its claim
 * meanwhile, or has taken it over.
 *
 * @param claimed what the claim returned, and what it becomes by the mail: nearly always this saves at once
 * @throws when it was changed again and again: the claim then stands, and the proof settles it
 */
export async function noteSent(
  { subscribers, library, now }: SettlingWorld,
  owed: OwedMail,
  {
    subscriber,
    becomes,
  }: { readonly subscriber: Claimed['subscriber']; readonly becomes: Subscriber },
): Promise<void> {
  const { id, claim } = subscriber;
  const stored = placeOf(subscriber) === 'request' ? subscribers.requests : subscribers;
  let latest: Subscriber | undefined = subscriber;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (latest === undefined) return;
    const ours: boolean = latest.claim?.attempt === claim.attempt;
    if (!ours && isKnownSent(latest, owed)) return;
    const sent: Subscriber =
      latest === subscriber ? becomes : afterSending(latest, owed, library.courses, now());
    const saved: FinaliseOutcome = ours
      ? await subscribers.finalise(sent, claim.attempt)
      : await save(subscribers, sent);
    if (saved.is === 'saved') return;
    latest = saved.is === 'changed' ? saved.latest : await stored.load(id);
  }
  throw new Error(`subscriber changed ${TRIES} times while a mail was noted as sent`);
}

/** A save in the words of a finalise: overtaken, it has to be made anew from what is stored. */
const save = async (subscribers: Pick<Subscribers, 'save'>, subscriber: Subscriber) =>
  (await subscribers.save(subscriber)) === 'saved'
    ? ({ is: 'saved' } as const)
    : ({ is: 'settled' } as const);
