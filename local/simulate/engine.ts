import type { Subscribers } from '../../functions/adapters/subscribers.ts';
import { left, pause } from '../../functions/core/reader/lifecycle.ts';
import type { OwedMail } from '../../functions/core/reader/owed.ts';
import { isOpen, joined, requestFor } from '../../functions/core/reader/request.ts';
import type { AttemptId, Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Quota } from '../../functions/core/sending/pace.ts';
import { taggedMail } from '../../functions/core/sending/proof.ts';
import { OVERDUE_SECONDS } from '../../functions/core/sending/vital-signs.ts';
import { type Instant, plusSeconds, secondsBetween } from '../../functions/core/time.ts';
import {
  firstSecret,
  type IdKey,
  type SecretKey,
  type SubscriberId,
  subscriberId,
} from '../../functions/core/token.ts';
import { change } from '../../functions/runtime/change.ts';
import { endAll } from '../../functions/runtime/leaving.ts';
import { sendSoon } from '../../functions/runtime/send-soon.ts';
import { senderOf } from '../../functions/runtime/sender.ts';
import { newBrake } from '../../functions/sending/brake.ts';
import { newsletterOf } from '../../functions/sending/issues.ts';
import { publishIssues } from '../../functions/sending/publish.ts';
import { type SendingWorld, sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { broadcastsInMemory } from '../memory/broadcasts.ts';
import { dueIndexInMemory } from '../memory/due-index.ts';
import { Items } from '../memory/items.ts';
import { sendQueueInMemory } from '../memory/send-queue.ts';
import { subscribersInMemory } from '../memory/subscribers.ts';
import type { SimulatedLibrary } from './library.ts';
import type { MadeUp, PauseWish } from './readers.ts';

/** A mail that the engine handed over. */
export interface SentMail {
  readonly reader: number;
  readonly owed: OwedMail;
  readonly at: Instant;
}

/** What the account may send. */
export type Limits = Pick<Quota, 'perDay' | 'perSecond'>;

/** Of nobody: ids and links only have to differ. */
const KEY = new Uint8Array(32) as IdKey;
const SECRETS = new Uint8Array(32) as SecretKey;

/** SES counts what was sent in the last 24 hours. */
export const QUOTA_SECONDS = 86_400;

const PER_PAGE = 100;

/** Nothing is ever in doubt here: SES takes each mail, and its answer is heard. */
const inNoDoubt = async (): Promise<never> => {
  throw new Error('a mail was in doubt, and SES had answered');
};

/**
 * The doors that send, with the table, the queue and SES in memory, and a clock that somebody moves. What is decided
 * and in which steps is the engine's own.
 */
export function simulatedEngine(library: SimulatedLibrary, limits: Limits, start: Instant) {
  let time = start;
  let attempts = 0;
  let late = 0;
  let told = 0;
  /** The first mail that SES still counts for the quota. */
  let counted = 0;
  const sent: SentMail[] = [];
  const numbers = new Map<SubscriberId, number>();
  const items = new Items();
  const now = () => time;
  const queue = sendQueueInMemory(now);
  const broadcasts = broadcastsInMemory(items, PER_PAGE);
  const subscribers = subscribersInMemory(items);
  const dueIndex = dueIndexInMemory(items.due);
  const world: SendingWorld = {
    subscribers,
    dueIndex,
    library,
    now,
    sender: senderOf(library, {
      WEB_URL: 'https://simulated.invalid',
      REPLY_DOMAIN: 'reply.simulated.invalid',
    }),
    newsletter: newsletterOf(broadcasts, now),
    brake: newBrake(),
    attempt: () => `attempt-${++attempts}` as AttemptId,
    // Whether strangers are a flood is not asked of who is made up.
    signUps: { sent: async () => {} },
    mailer: {
      async send({ tags }) {
        const lists = Object.entries(tags).map(([name, value]) => [name, [value]]);
        const mail = taggedMail(Object.fromEntries(lists));
        const reader = mail && numbers.get(mail.id);
        if (mail === undefined || reader === undefined) throw new Error('a mail to nobody');
        sent.push({ reader, owed: mail.owed, at: time });
        return { is: 'sent', messageId: String(sent.length) };
      },
    },
    proofs: { of: inNoDoubt },
    canary: inNoDoubt,
  };

  /** What SES counts for the quota. */
  function sentToday(): number {
    const since = plusSeconds(time, -QUOTA_SECONDS);
    while ((sent[counted]?.at ?? time) <= since && counted < sent.length) counted += 1;
    return sent.length - counted;
  }

  const account = { quota: async () => ({ ...limits, sentToday: sentToday() }) };
  const idOf = ({ signUp }: MadeUp): SubscriberId => subscriberId(KEY, signUp.address);
  const present = () => ({ now: time, courses: library.courses });
  const soon = ({ id, dueAt, asked }: Pick<Subscriber, 'id' | 'dueAt' | 'asked'>) =>
    sendSoon(
      { dueIndex, queue, now },
      { id, ...(dueAt && { dueAt }), ...(asked && { request: true as const }) },
    );

  return {
    now,
    sent: sent as readonly SentMail[],
    /** Mails that went more than two hours after they were due. */
    late: () => late,
    /** How often a reader was looked at for an issue. */
    told: () => told,
    subscribers: subscribers as Pick<Subscribers, 'load'>,
    idOf,
    /** What the index holds: who is owed something, and when. */
    due: items.due,
    passTo(at: Instant): void {
      time = at;
    },
    /** When the queue has something next. */
    readyAt: queue.readyAt,
    /** When there is something to do for an issue next. */
    async publishAt(): Promise<Instant | undefined> {
      const all = await broadcasts.all();
      return all
        .flatMap(({ stage, next }) =>
          next !== undefined && (stage === 'scheduled' || stage === 'running') ? [next] : [],
        )
        .sort()[0];
    },
    /** What runs every minute. */
    async minute(): Promise<void> {
      told += (await publishIssues({ broadcasts, subscribers, library, now })).seen;
      await takeDue({ dueIndex, broadcasts, queue, account, now });
    },
    /** Sends what is ready. */
    async send(): Promise<void> {
      const ready = queue.receive();
      for (const due of ready) {
        const ended = await sendDue(world, due);
        const isLate = secondsBetween(due.dueAt, time) > OVERDUE_SECONDS;
        if (ended === 'sent' && isLate) late += 1;
      }
      queue.delete(ready);
    },
    /** Somebody types their address into the form. */
    async asks(reader: MadeUp): Promise<void> {
      const id = idOf(reader);
      numbers.set(id, reader.number);
      const fresh = { id, secret: firstSecret(SECRETS, id), now: time, details: {} };
      const request = requestFor(reader.signUp, undefined, fresh);
      if (request === undefined) throw new Error('a stranger may always ask');
      await subscribers.requests.make(request);
      await soon(request);
    },
    /** They press the button of their confirmation mail. */
    async saysYes(reader: MadeUp): Promise<void> {
      const request = await subscribers.requests.load(idOf(reader));
      if (request === undefined || !isOpen(request, time)) return;
      const becomes = joined(request, undefined, present());
      await subscribers.requests.grant(request, becomes, [], undefined);
      await soon(becomes);
    },
    async pauses(reader: MadeUp, { until }: PauseWish): Promise<void> {
      await change(subscribers, idOf(reader), (one) => pause(one, { until }, present()));
    },
    async leaves(reader: MadeUp): Promise<void> {
      await endAll(subscribers, idOf(reader), { end: (one) => left(one, 'one-click', time) });
    },
  };
}

export type SimulatedEngine = ReturnType<typeof simulatedEngine>;
