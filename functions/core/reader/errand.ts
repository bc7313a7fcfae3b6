import * as z from 'zod/mini';
import { type EmailAddress, parseAddress } from '../address.ts';
import type { Brand } from '../brand.ts';
import type { CourseSlug, LessonId } from '../course.ts';
import { letterName } from '../course.ts';
import { parsedBy } from '../parsed-by.ts';
import type { Instant } from '../time.ts';
import { parseSubscriberId, type SubscriberId } from '../token.ts';
import { BY_AUTHOR, type Fact } from './fact.ts';
import type { HadLetter } from './had.ts';
import type { Subscriber } from './subscriber.ts';

/** Names one errand, and nobody: 128 random bits. By it a repetition is known for what it is. */
export type ErrandName = Brand<string, 'ErrandName'>;

/** Parses the name of an errand. */
export const parseErrandName = (text: string): ErrandName | undefined =>
  /^[\w-]{22}$/.test(text) ? (text as ErrandName) : undefined;

/** What an author has done for a reader that takes the reader's secret, which nobody at the desk sees. */
export type Task =
  /** A letter that they had, once more. */
  | { readonly is: 'again'; readonly letter: HadLetter; readonly reason?: string }
  /** Letters to another mailbox, once somebody there has said yes. */
  | { readonly is: 'address'; readonly to: EmailAddress; readonly reason?: string }
  /** All that is stored goes. */
  | { readonly is: 'erase'; readonly reason: string };

/** One task for one reader, of the table that the desk looked at. */
export interface Errand {
  readonly name: ErrandName;
  readonly table: string;
  readonly reader: SubscriberId;
  readonly task: Task;
}

const some = z.string().check(z.minLength(1));
const reason = z.exactOptional(some);
const letter = z.object({
  course: parsedBy((given) => given as CourseSlug, 'a course'),
  lesson: parsedBy((given) => given as LessonId, 'a letter'),
});

const errand = z.object({
  name: parsedBy(parseErrandName, 'a name of 22 letters'),
  table: some,
  reader: parsedBy(parseSubscriberId, 'the id of a reader'),
  task: z.discriminatedUnion('is', [
    z.object({ is: z.literal('again'), letter, reason }),
    z.object({ is: z.literal('address'), to: parsedBy(parseAddress, 'an address'), reason }),
    z.object({ is: z.literal('erase'), reason: some }),
  ]),
});

/** Parses an errand as it comes in; undefined for one that this code does not know. */
export function parseErrand(given: unknown): Errand | undefined {
  return errand.safeParse(given).data;
}

/** Why an errand was not run. Nothing is changed by one. */
export const ERRAND_REFUSALS = [
  'not-confirmed',
  'has-left',
  'suppressed',
  /** They never had it, or it is not there any more. */
  'no-such-letter',
  /** It is the one that they have. */
  'same-address',
  /** Its owner wants no mail for what others type, or it has had those of this week. */
  'not-mailed',
  'too-many',
  /** SES did not take the mail. */
  'not-sent',
  /** The desk looked at another table than the door’s. */
  'other-table',
  /** By the code that is deployed. */
  'not-understood',
] as const;
export type ErrandRefusal = (typeof ERRAND_REFUSALS)[number];

const ENDS = [
  'done',
  /** A button of this week lies in the new mailbox, and works for another hour. */
  'lies-there',
  /** Somebody reads at the new address, and has been told; nothing changes. */
  'taken',
  /** They were erased already. */
  'unchanged',
  'unknown',
  /** An earlier delivery of it was broken off when its mail may have gone, or is at it now. */
  'in-doubt',
] as const;

/** What an errand has come to. */
export type ErrandAnswer =
  | Each<(typeof ENDS)[number]>
  | { readonly is: 'refused'; readonly because: ErrandRefusal };

/** One value for each word, so that they are told apart. */
type Each<Word> = Word extends string ? { readonly is: Word } : never;

const answer = z.union([
  z.object({ is: z.enum(ENDS) }),
  z.object({ is: z.literal('refused'), because: z.enum(ERRAND_REFUSALS) }),
]);

/** Parses an answer; undefined for one that this code does not know. */
export function parseErrandAnswer(given: unknown): ErrandAnswer | undefined {
  return answer.safeParse(given).data;
}

/**
 * Whether somebody may be sent what they ask for themselves: a letter again, or a button to another address.
 * Whoever has paused may.
 *
 * @returns why not
 */
export function keptFromMail({
  standing,
}: Pick<Subscriber, 'standing'>): 'not-confirmed' | 'has-left' | 'suppressed' | undefined {
  switch (standing.is) {
    case 'active':
    case 'paused':
      return undefined;
    case 'pending':
      return 'not-confirmed';
    case 'left':
      return 'has-left';
    case 'suppressed':
      return 'suppressed';
  }
}

/** Whether nothing is left of somebody to be erased. */
export const isErased = ({ standing }: Pick<Subscriber, 'standing'>): boolean =>
  standing.is === 'suppressed' && standing.because === 'erased';

/**
 * The record of a mail that an author has sent for somebody. A new address is not in it: its mailbox may be
 * a stranger's, and when it says yes there is a record of that.
 *
 * @param because why it was not sent after all
 */
export function errandFact(
  task: Exclude<Task, { is: 'erase' }>,
  at: Instant,
  because?: string,
): Fact {
  const { reason } = task;
  return {
    kind: 'changed',
    at,
    details: {
      ...BY_AUTHOR,
      what: task.is,
      ...(task.is === 'again' && { letter: letterName(task.letter.course, task.letter.lesson) }),
      ...(reason !== undefined && { reason }),
      ...(because !== undefined && { because }),
    },
  };
}
