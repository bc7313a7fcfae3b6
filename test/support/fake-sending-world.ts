import type { Library } from '../../functions/adapters/library.ts';
import type { RawMail } from '../../functions/adapters/mailer.ts';
import type { Proofs } from '../../functions/adapters/proofs.ts';
import type { Subscribers } from '../../functions/adapters/subscribers.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { Template } from '../../functions/core/mail/template.ts';
import type { Issue } from '../../functions/core/newsletter.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import type { AttemptId } from '../../functions/core/reader/subscriber.ts';
import type { Due } from '../../functions/core/sending/due.ts';
import type { NotSentThen, SendOutcome } from '../../functions/core/sending/pace.ts';
import { type TaggedMail, taggedMail } from '../../functions/core/sending/proof.ts';
import { type Instant, plusSeconds } from '../../functions/core/time.ts';
import { newBrake } from '../../functions/sending/brake.ts';
import { canaryOf } from '../../functions/sending/canary.ts';
import { newsletterOf } from '../../functions/sending/issues.ts';
import { broadcastsInMemory } from '../../local/memory/broadcasts.ts';
import { dueIndexInMemory } from '../../local/memory/due-index.ts';
import { sendQueueInMemory } from '../../local/memory/send-queue.ts';
import { fakeLibrary } from './fake-library.ts';
import { fakeSubscribers } from './fake-subscribers.ts';

/**
 * What SES does with the next mail. Of three it takes the mail and its answer is lost: the proof comes as usual, as late
 * as proofs may be (`slow`), or hours later, that one alone (`late`). They and `silent` look the same to whoever sends.
 */
export type Answer = 'sent' | 'lost' | 'slow' | 'late' | 'silent' | NotSentThen;

const words = (text: string): Template => ({ literals: [text], slots: [] });
/** A refusal by SES, with what is to become of the mail. */
export const notSent = (then: NotSentThen, why: string = then): SendOutcome => ({
  is: 'not-sent',
  then,
  why,
});

/** A proof that SES took a mail (a canary is nobody's), and whether it lies in the bucket. */
interface Proof {
  readonly mail: TaggedMail | undefined;
  readonly at: Instant;
  /** When it lies in the bucket, if they come at all. */
  readonly comes: Instant;
  arrived: boolean;
}

/** Seconds until a proof lies in the bucket. */
const BUFFER_SECONDS = 60;
/** So late one may come by itself for the mark of a newer one to be right about it; and far too late. */
const SLOW_SECONDS = BUFFER_SECONDS + 4 * 60;
const LATE_SECONDS = 3 * 3600;
const COMES_IN: { readonly [answer in Answer]?: number } = {
  sent: BUFFER_SECONDS,
  lost: BUFFER_SECONDS,
  slow: SLOW_SECONDS,
  late: LATE_SECONDS,
};

/** How far apart the clocks of SES and ours may be, as in functions/adapters/proofs.ts. */
const SKEW_SECONDS = 60;

const FROM = 'letters@example.com' as EmailAddress;

/**
 * All that sending touches, in memory and in a time of its own.
 *
 * @param watch hears of each claim and of each mail that SES takes
 */
export function fakeSendingWorld(
  start: Instant,
  watch: {
    claiming(due: Due, attempt: AttemptId): void;
    /** @param answer what its sender and its proof come to */
    taken(mail: TaggedMail, answer: Answer): void;
  },
) {
  const table = fakeSubscribers();
  let now = start;
  let courses: Courses = [];
  let issues: readonly Issue[] = [];
  let answers: readonly Answer[] = [];
  const taken: Proof[] = [];
  let come = true;
  let attempts = 0;
  let confirmations = 0;

  const subscribers: Subscribers = {
    ...table,
    async claim(due, attempt, at) {
      watch.claiming(due, attempt);
      return table.claim(due, attempt, at);
    },
  };

  const dueIndex = dueIndexInMemory(table.dues);
  const queue = sendQueueInMemory(() => now);

  async function send({ tags }: RawMail): Promise<SendOutcome> {
    const [answer = 'sent', ...rest] = answers;
    answers = rest;
    const comesIn = COMES_IN[answer];
    if (comesIn !== undefined) {
      const lists = Object.entries(tags).map(([name, value]) => [name, [value]]);
      const mail = taggedMail(Object.fromEntries(lists));
      taken.push({ mail, at: now, comes: plusSeconds(now, comesIn), arrived: false });
      if (mail !== undefined) watch.taken(mail, answer);
    }
    switch (answer) {
      case 'sent':
        return { is: 'sent', messageId: 'm' };
      case 'lost':
      case 'slow':
      case 'late':
      case 'silent':
        return { is: 'in-doubt', why: answer };
      default:
        return notSent(answer);
    }
  }

  const proofs: Proofs = {
    async of(id, { since }) {
      if (come) for (const proof of taken) proof.arrived ||= proof.comes <= now;
      const here = taken.filter(({ arrived }) => arrived);
      const newest = here
        .map(({ at }) => at)
        .sort()
        .at(-1);
      const mails = here.flatMap(({ mail, at }) =>
        mail?.id === id && at >= plusSeconds(since, -SKEW_SECONDS) ? [{ owed: mail.owed, at }] : [],
      );
      return { mails, missing: 0, ...(newest !== undefined && { newest }) };
    },
  };

  // So few a page that few readers make several.
  const broadcasts = broadcastsInMemory(table, 3);
  const library: Library = {
    ...fakeLibrary(),
    lesson: (_, id) => ({ subject: words(id), html: words(id), text: words(id) }),
    get courses() {
      return courses;
    },
    get newsletters() {
      return issues;
    },
  };

  return {
    table,
    subscribers,
    dueIndex,
    queue,
    library,
    mailer: { send },
    proofs,
    canary: canaryOf({ send }, FROM, () => now),
    account: { quota: async () => ({ perDay: -1, sentToday: 0, perSecond: 14 }) },
    sender: {
      publicationName: 'Letters',
      fromName: 'Letters',
      fromAddress: FROM,
      replyDomain: 'reply.example.com',
      webUrl: 'https://example.com',
    },
    brake: newBrake(),
    broadcasts,
    newsletter: newsletterOf(broadcasts, () => now),
    signUps: {
      async sent() {
        confirmations += 1;
      },
      confirmations: () => confirmations,
    },
    now: () => now,
    attempt: () => `attempt-${++attempts}` as AttemptId,
    pass(seconds: number) {
      now = plusSeconds(now, seconds);
    },
    deploy(next: Courses) {
      courses = next;
    },
    /** The issues that lie in the package. */
    bring(next: readonly Issue[]) {
      issues = next;
    },
    answer(next: readonly Answer[]) {
      answers = next;
    },
    receive: queue.receive,
    /** SQS delivers at least once: a deleted message can come again. */
    delete(done: readonly Due[], again: boolean) {
      if (!again) queue.delete(done);
    },
    /** Whether proofs reach the bucket; those of the time in which they didn't come when they do again. */
    proofsCome(whether: boolean) {
      come = whether;
    },
  };
}

export type FakeSendingWorld = ReturnType<typeof fakeSendingWorld>;
