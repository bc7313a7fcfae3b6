import type { CheckIns } from '../../functions/adapters/check-ins.ts';
import type { Library } from '../../functions/adapters/library.ts';
import type { RawMail } from '../../functions/adapters/mailer.ts';
import type { Presses } from '../../functions/adapters/presses.ts';
import type { RateLimit } from '../../functions/adapters/rate-limit.ts';
import type { LessonId } from '../../functions/core/course.ts';
import type { Score } from '../../functions/core/reader/check-in.ts';
import type { EarlierPress } from '../../functions/core/reader/press.ts';
import type { Probe } from '../../functions/core/reader/probe.ts';
import { type Care, placeInLine } from '../../functions/core/sending/care.ts';
import type { DueMessage } from '../../functions/core/sending/due.ts';
import type { Together } from '../../functions/core/sending/pace.ts';
import type { Instant } from '../../functions/core/time.ts';
import type { IdKey, LinkSecret, SecretKey } from '../../functions/core/token.ts';
import type { WebWorld } from '../../functions/web/world.ts';
import { at } from './builders.ts';
import { fakeLibrary } from './fake-library.ts';
import { type FakeSubscribers, fakeSubscribers } from './fake-subscribers.ts';
import { senderOf } from './sender.ts';

/** Scores in memory. */
export function fakeCheckIns(): CheckIns & { dump(): string } {
  const kept = new Map<string, Map<LessonId, Score>>();
  return {
    load: async (id) => new Map(kept.get(id)),
    async store(id, lesson, answer) {
      kept.set(id, new Map(kept.get(id)).set(lesson, answer));
    },
    dump: () => JSON.stringify([...kept].map(([id, answers]) => [id, [...answers]])),
  };
}

/** Counters in memory, which forget nothing. */
export function fakeRateLimit(): RateLimit & { readonly counts: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  return {
    counts,
    async take(source, { startsAt }, limit) {
      const count = counts.get(`${source} ${startsAt}`) ?? 0;
      if (count >= limit) return { is: 'over', count };
      counts.set(`${source} ${startsAt}`, count + 1);
      return { is: 'counted' };
    },
  };
}

/** Last presses in memory. */
export function fakePresses(): Presses & { forget(): void; dump(): string } {
  const last = new Map<string, EarlierPress>();
  return {
    async note(id, press) {
      const before = last.get(id);
      last.set(id, press);
      return before;
    },
    forget: () => last.clear(),
    dump: () => JSON.stringify([...last]),
  };
}

/** A web world without a network: what a test changes, it names. */
export interface FakeWebWorld extends WebWorld {
  readonly subscribers: FakeSubscribers;
  readonly checkIns: ReturnType<typeof fakeCheckIns>;
  readonly rateLimit: ReturnType<typeof fakeRateLimit>;
  readonly presses: ReturnType<typeof fakePresses>;
  /** Makes the form careful until then. */
  beCareful(until: Instant): void;
  /** Makes its mails go slowly until then, and puts the end of their line somewhere. */
  beSlow(until: Instant, next?: Instant): void;
  /** Each text that somebody was asked with, by its name. */
  readonly keptWordings: ReadonlyMap<string, string>;
  /** Whose question was settled, and the labels of mails. */
  readonly told: readonly string[];
  /** What was mailed on a press. */
  readonly mails: readonly RawMail[];
  /** How many of these were counted as mails to strangers. */
  readonly strangersMailed: number;
  /** What was put on the send queue. */
  readonly queued: readonly Together<DueMessage>[];
  /** Everything that is stored. */
  dump(): string;
  setNow(now: Instant): void;
  /** Lets less than a second pass, or a little more. */
  passMilliseconds(count: number): void;
  breakQueue(): void;
  register(probe: Probe): void;
}

/** The key that ids come from in a world in memory. */
export const FAKE_ID_KEY = new Uint8Array(32) as IdKey;
/** The key of secrets, which is another. */
export const FAKE_SECRET_KEY = new Uint8Array(32).fill(9) as SecretKey;

export function fakeWebWorld(library: Library = fakeLibrary()): FakeWebWorld {
  const queued: Together<DueMessage>[] = [];
  const told: string[] = [];
  const mails: RawMail[] = [];
  const subscribers = fakeSubscribers();
  const checkIns = fakeCheckIns();
  const rateLimit = fakeRateLimit();
  const presses = fakePresses();
  const wordings = new Map<string, string>();
  let ahead = 0;
  let now = at('2026-11-22T10:00:00Z');
  let secrets = 0;
  let broken = false;
  let probe: Probe | undefined;
  let care: Care | undefined;
  let strangersMailed = 0;
  return {
    subscribers,
    checkIns,
    rateLimit,
    signUps: {
      care: async () => care,
      async takePlace(asked) {
        const { place, next } = placeInLine(care?.next, asked);
        if (care !== undefined) care = { ...care, next };
        return place;
      },
      async sent() {
        strangersMailed += 1;
      },
    },
    get strangersMailed() {
      return strangersMailed;
    },
    beCareful(until) {
      care = { since: now, until };
    },
    beSlow(until, next) {
      care = { since: now, until, slowUntil: until, ...(next && { next }) };
    },
    presses,
    wordings: { keep: async ({ name, text }) => void wordings.set(name, text) },
    keptWordings: wordings,
    probes: { current: async () => probe },
    told,
    correspondence: {
      async settle(id) {
        told.push(`settled ${id}`);
      },
      async label(messageId, label) {
        told.push(`${messageId}: ${label}`);
      },
    },
    moves: subscribers.moves,
    ownData: subscribers.ownData,
    inbox: {
      async remove(messageId) {
        told.push(`removed ${messageId}`);
      },
    },
    mails,
    mailer: {
      async send(mail) {
        mails.push(mail);
        return { is: 'sent', messageId: `mail-${mails.length}` };
      },
    },
    sender: senderOf(library.publication),
    dueIndex: { state: async () => ({}) },
    queued,
    queue: {
      async put(messages) {
        if (broken) throw new Error('the queue is away');
        queued.push(...messages);
      },
    },
    library,
    webUrl: 'https://letters.example.com',
    replyDomain: 'reply.example.com',
    idKey: async () => FAKE_ID_KEY,
    secretKey: async () => FAKE_SECRET_KEY,
    newSecret: () => `secret-${++secrets}` as LinkSecret,
    now: () => now,
    milliseconds: () => Date.parse(now) + ahead,
    passMilliseconds(count) {
      ahead += count;
    },
    dump: () =>
      `${subscribers.dump()}\n${checkIns.dump()}\n${JSON.stringify([...rateLimit.counts])}${presses.dump()}${told.join()}`,
    setNow(later) {
      now = later;
    },
    register(registered) {
      probe = registered;
    },
    breakQueue() {
      broken = true;
    },
  };
}
