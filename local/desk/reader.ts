import { mailIn } from '../../functions/adapters/inbound.ts';
import { ID_KEY, subscriberKey } from '../../functions/adapters/item.ts';
import { anInstant } from '../../functions/adapters/stored-values.ts';
import { type EmailAddress, parseAddress } from '../../functions/core/address.ts';
import type { CourseSlug, LessonId } from '../../functions/core/course.ts';
import type { Fact } from '../../functions/core/reader/fact.ts';
import { hasAddress } from '../../functions/core/reader/lifecycle.ts';
import { type ComesNext, comesNext } from '../../functions/core/reader/next.ts';
import { type OwedMail, owedMail } from '../../functions/core/reader/owed.ts';
import { pauseOfNewsletter } from '../../functions/core/reader/pauses.ts';
import type {
  Enrollment,
  Span,
  Standing,
  Subscriber,
} from '../../functions/core/reader/subscriber.ts';
import { owedIn } from '../../functions/core/reader/turns.ts';
import type { Instant } from '../../functions/core/time.ts';
import {
  parseIdKey,
  parseSubscriberId,
  type SubscriberId,
  subscriberId,
} from '../../functions/core/token.ts';
import { factIn } from '../account/export/readers.ts';
import type { Desk } from './desk.ts';
import { type ReplyLine, replyLines } from './replies.ts';
import { type Read, readerIn } from './seen.ts';

/** Where somebody is in one course. */
export interface InCourse {
  readonly course: CourseSlug;
  readonly track?: string;
  readonly stopped?: true;
  /** How often they have begun it again. */
  readonly again?: number;
  /** Letters of this time, oldest first. */
  readonly received: readonly LessonId[];
  /** How many letters the course has. */
  readonly of: number;
  /** The next letter, if there is one. */
  readonly next?: LessonId;
}

/** A record: of consent, of its withdrawal, of what an author did. */
export type FactLine = Pick<Fact, 'kind' | 'at' | 'details'>;

/** One reader as their author may see them: no secrets, and nothing of check-ins. */
export interface OneReader {
  readonly id: SubscriberId;
  /** Absent where they have moved away, or had everything erased. */
  readonly address?: EmailAddress;
  readonly name?: string;
  readonly standing: Standing;
  /** What was typed into the form and nobody has confirmed. */
  readonly isRequest: boolean;
  /** Beside somebody who is known: when the address asked for something that waits for their yes. */
  readonly asksSince?: Instant;
  readonly schedule: { readonly zone: string; readonly hour: number; readonly days: string };
  readonly courses: readonly InCourse[];
  /** Their courses take turns. */
  readonly byTurns: boolean;
  readonly newsletter: boolean;
  /** Its own pause, unless it is over. */
  readonly newsletterPaused?: Span;
  readonly discreet: boolean;
  readonly quiet: boolean;
  readonly next: ComesNext;
  /** What it is: `letter closer/closeness`, `welcome closer`, `confirmation`; absent when it is an issue, or nothing. */
  readonly mail?: string;
  /** A mail is on its way since then, or nobody knows whether it went. */
  readonly inFlightSince?: Instant;
  /** Oldest first. */
  readonly facts: readonly FactLine[];
  /** What became of the last mails that they wrote, oldest first. */
  readonly replies: readonly ReplyLine[];
}

export type Found =
  | { readonly is: 'found'; readonly reader: OneReader }
  /** Nobody who is stored. */
  | { readonly is: 'unknown' }
  /** What is stored can't be read by this version. */
  | { readonly is: 'unreadable'; readonly because: string };

/** So many records and mails are told. */
const FACTS = 100;
const MAILS = 20;

/** By an address, or by an id as lists have it. Seven requests at most: nobody is looked for. */
export async function oneReader(desk: Desk, addressOrId: string): Promise<Found> {
  const id = await idOf(desk, addressOrId);
  if (id === undefined) return { is: 'unknown' };
  const { pk } = subscriberKey(id);
  const [known, request, facts, mails] = await Promise.all([
    storedAs(desk, id, 'subscriber'),
    storedAs(desk, id, 'request'),
    desk.items.query({ pk, begins: 'fact#', limit: FACTS, latest: true }),
    desk.items.query({ pk, begins: 'inbound#' }),
  ]);
  const read = known ?? request;
  if (read === undefined) return { is: 'unknown' };
  if (read.is === 'unreadable') return read;
  const latest = mails.items
    .flatMap(({ sk, receivedAt }) => {
      const [mail, at] = [mailIn(sk), anInstant(receivedAt)];
      return mail === undefined || at === undefined ? [] : [{ mail, at }];
    })
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .slice(-MAILS);
  const replies = await replyLines(
    desk,
    latest.map(({ mail }) => mail),
  );
  const asks = known !== undefined && request?.is === 'read' ? request.subscriber : undefined;
  return {
    is: 'found',
    reader: {
      ...shown(read.subscriber, desk),
      ...(asks?.asked && { asksSince: asks.asked.at }),
      facts: facts.items.toReversed().flatMap((item) => factIn(item) ?? []),
      replies,
    },
  };
}

/** The id that an address has here, or the id itself; undefined where neither is meant, or nobody was ever here. */
export async function idOf(
  { items }: Pick<Desk, 'items'>,
  addressOrId: string,
): Promise<SubscriberId | undefined> {
  const id = parseSubscriberId(addressOrId);
  if (id !== undefined) return id;
  const address = parseAddress(addressOrId);
  if (address === undefined) return undefined;
  const key = parseIdKey(String((await items.get(ID_KEY))?.['key'] ?? ''));
  return key && subscriberId(key, address);
}

/** Whoever lies in one place of an id. */
export async function storedAs(
  { items }: Pick<Desk, 'items'>,
  id: SubscriberId,
  place: 'subscriber' | 'request',
): Promise<Read | undefined> {
  const item = await items.get(subscriberKey(id, place));
  return item && readerIn(item);
}

function shown(one: Subscriber, desk: Desk): Omit<OneReader, 'facts' | 'replies' | 'asksSince'> {
  const { courses, now } = desk;
  const { id, address, name, standing, zone, hour, days, claim } = one;
  const owed = owedMail(one, courses);
  const newsletterPaused = pauseOfNewsletter(one, now);
  return {
    id,
    ...(hasAddress(one) && { address }),
    ...(name !== undefined && { name }),
    standing,
    isRequest: one.asked !== undefined,
    schedule: { zone, hour, days },
    courses: one.enrollments.map((each) => inCourse(each, desk)),
    byTurns: one.byTurns === true,
    newsletter: one.newsletter,
    ...(newsletterPaused && { newsletterPaused }),
    discreet: one.discreet === true,
    quiet: one.quiet === true,
    next: comesNext(one, { now, courses }),
    ...(owed && one.dueOf === undefined && { mail: mailInWords(owed) }),
    ...(claim && { inFlightSince: claim.since }),
  };
}

/** What a check-in told of how they read it (`gentler`) stays where it is. */
function inCourse(one: Enrollment, { courses }: Desk): InCourse {
  const { course, track, stopped, again, received } = one;
  const owed = owedIn(one, courses);
  const lessons = courses.find(({ slug }) => slug === course)?.lessons ?? [];
  return {
    course,
    ...(track !== undefined && { track }),
    ...(stopped && { stopped }),
    ...(again !== undefined && { again }),
    received,
    of: lessons.length,
    ...(owed?.kind === 'lesson' && { next: owed.lesson }),
  };
}

export function mailInWords(owed: OwedMail): string {
  switch (owed.kind) {
    case 'lesson':
      return `letter ${owed.course}/${owed.lesson}`;
    case 'welcome':
      return `welcome ${owed.course}`;
    case 'confirmation':
      return 'confirmation';
    case 'issue':
    case 'digest':
      return `${owed.kind} ${owed.on}`;
  }
}
