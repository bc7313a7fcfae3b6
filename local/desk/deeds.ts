import type { EmailAddress } from '../../functions/core/address.ts';
import {
  type AuthorsDeed,
  authorsRecord,
  doneByAuthor,
  needsReason,
} from '../../functions/core/reader/by-author.ts';
import {
  type ErrandAnswer,
  type ErrandRefusal,
  isErased,
  type Task,
} from '../../functions/core/reader/errand.ts';
import {
  erased,
  leave,
  type Present,
  type Refusal,
} from '../../functions/core/reader/lifecycle.ts';
import { owedMail } from '../../functions/core/reader/owed.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { untilSaved } from '../../functions/runtime/change.ts';
import type { Desk } from './desk.ts';
import { runErrand } from './errand.ts';
import { mailFor } from './mail-for.ts';
import { mailInWords, storedAs } from './reader.ts';
import { placesOf } from './readers.ts';
import { saveChange } from './save.ts';
import { standingInWords } from './words/standing.ts';

/** What sends a mail for a reader, and changes nothing by itself. */
export type MailDeed =
  /** A letter that they had, once more: by its number or id, or the newest. */
  | { readonly is: 'again'; readonly letter?: string; readonly course?: string }
  /** Letters to another mailbox, which has to say yes. */
  | { readonly is: 'address'; readonly to: EmailAddress };

/** What an author does for one reader. */
export type Deed = AuthorsDeed | { readonly is: 'erase' } | MailDeed;

/** One thing that would be different; or a mail that would go, and to whom. */
export interface Difference {
  readonly what: 'standing' | 'next' | 'due' | 'place' | 'newsletter' | 'stored' | 'mailed';
  readonly before: string;
  readonly after: string;
}

/** What a deed comes to: a dry run's and the deed's own words for what keeps it from being done. */
export type Kept =
  | { readonly is: 'unchanged' | 'unknown' | 'no-such-place' | 'past-day' | 'unreadable' }
  | { readonly is: 'refused'; readonly because: Refusal | ErrandRefusal };

export type Foreseen =
  | {
      readonly is: 'foreseen';
      /** A consent is touched: why has to be said, and is kept with the record. */
      readonly needsReason: boolean;
      /** What is said yes to: a letter that was not named has its name. */
      readonly deed: Deed;
      readonly changes: readonly Difference[];
    }
  | Kept;

/** What a deed would change, in one request. It changes nothing. */
export async function foresee(desk: Desk, id: SubscriberId, deed: Deed): Promise<Foreseen> {
  const found = await storedAt(desk, id);
  if ('is' in found) return found;
  const { reader } = found;
  if (isMail(deed)) {
    const mail = await mailFor(desk, reader, deed);
    if (mail.is !== 'mail') return mail;
    const { deed: meant, changes } = mail;
    return { is: 'foreseen', needsReason: false, deed: meant, changes };
  }
  const decided = decide(deed, reader, desk);
  if (decided.is !== 'changed') return decided;
  const changes = differencesBetween(reader, decided.subscriber, desk, deed);
  if (changes.length === 0) return { is: 'unchanged' };
  return { is: 'foreseen', needsReason: needsReason(deed), deed, changes };
}

const isMail = (deed: Deed): deed is MailDeed => deed.is === 'again' || deed.is === 'address';

export type Outcome = Kept | ErrandAnswer | { readonly is: 'needs-reason' };

/**
 * Does it, to whoever the reader is by now, and keeps a record that it was done by the author, and why. What takes the
 * reader's secret is done by a door of the stack.
 *
 * @throws what AWS refuses, and what {@link runErrand} throws
 */
export async function carryOut(
  desk: Desk,
  id: SubscriberId,
  deed: Deed,
  reason: string | undefined,
): Promise<Outcome> {
  if (!isMail(deed) && needsReason(deed) && reason === undefined) return { is: 'needs-reason' };
  if (deed.is === 'erase' || isMail(deed)) {
    const task = await taskFor(desk, id, deed, reason);
    return task.is === 'task' ? runErrand(desk, id, task.task) : task;
  }
  const outcome = await untilSaved<Outcome>(async () => {
    const found = await storedAt(desk, id);
    if ('is' in found) return found;
    const { reader } = found;
    const decided = decide(deed, reader, desk);
    if (decided.is !== 'changed') return decided;
    const { subscriber: after } = decided;
    // Who never said yes has nothing to withdraw.
    const fact =
      reader.asked === undefined ? authorsRecord(reader, after, reason, desk) : undefined;
    const saved = await saveChange(desk, reader, after, fact);
    return saved === 'saved' ? { is: 'done' } : saved;
  });
  if (deed.is === 'leave') await endRequest(desk, id);
  return outcome;
}

/** What the door is to do. It decides anew; what is seen from here is refused here. */
async function taskFor(
  desk: Desk,
  id: SubscriberId,
  deed: MailDeed | { readonly is: 'erase' },
  reason: string | undefined,
): Promise<{ readonly is: 'task'; readonly task: Task } | Kept> {
  const found = await storedAt(desk, id);
  if ('is' in found) return found;
  if (deed.is === 'erase') {
    const decided = decide(deed, found.reader, desk);
    const task = { is: deed.is, reason: reason ?? '' } as const;
    return decided.is === 'changed' ? { is: 'task', task } : decided;
  }
  const mail = await mailFor(desk, found.reader, deed);
  if (mail.is !== 'mail') return mail;
  return { is: 'task', task: { ...mail.task, ...(reason !== undefined && { reason }) } };
}

/** What waits for a yes beside a reader who leaves goes with them. */
const endRequest = (desk: Desk, id: SubscriberId): Promise<undefined> =>
  untilSaved<undefined>(async () => {
    const request = await storedAs(desk, id, 'request');
    if (request?.is !== 'read') return undefined;
    const { subscriber } = request;
    const ended = leave(subscriber, 'reply', desk);
    if (ended.is !== 'changed') return undefined;
    const saved = await saveChange(desk, subscriber, ended.subscriber, undefined);
    return saved === 'changed' ? saved : undefined;
  });

function decide(deed: Exclude<Deed, MailDeed>, reader: Subscriber, present: Present) {
  if (deed.is !== 'erase') return doneByAuthor(deed, reader, present);
  // Their own link erases, and whoever has not confirmed has none.
  if (reader.asked !== undefined) return { is: 'refused', because: 'not-confirmed' } as const;
  if (isErased(reader)) return { is: 'unchanged' } as const;
  const subscriber = erased(reader, reader.secret, present.now);
  return { is: 'changed', subscriber } as const;
}

/** A reader; of an address that only asked, the request. */
async function storedAt(
  desk: Desk,
  id: SubscriberId,
): Promise<{ readonly reader: Subscriber } | Kept> {
  const read = (await storedAs(desk, id, 'subscriber')) ?? (await storedAs(desk, id, 'request'));
  if (read === undefined) return { is: 'unknown' };
  return read.is === 'read' ? { reader: read.subscriber } : { is: 'unreadable' };
}

/** What of somebody is different, as an author reads it. */
function differencesBetween(
  before: Subscriber,
  after: Subscriber,
  { courses }: Pick<Desk, 'courses'>,
  deed: Deed,
): readonly Difference[] {
  const inWords = (
    one: Subscriber,
  ): Readonly<Record<Exclude<Difference['what'], 'mailed'>, string>> => {
    const owed = owedMail(one, courses);
    return {
      standing: standingInWords(one),
      place: placesOf(one, courses)
        .map(({ course, place }) => `${course} ${place}`)
        .join(', '),
      newsletter: one.newsletter ? 'yes' : 'no',
      next: owed === undefined ? 'nothing' : mailInWords(owed),
      due: one.dueAt ?? 'never',
      stored: '',
    };
  };
  const [was, is] = [inWords(before), inWords(after)];
  const names = Object.keys(was) as (keyof typeof was)[];
  const differences = names
    .filter((what) => was[what] !== is[what])
    .map((what) => ({ what, before: was[what] || 'none', after: is[what] || 'none' }));
  const gone = {
    what: 'stored',
    before: 'all of it',
    after: 'that nobody mails the address',
  } as const;
  return deed.is === 'erase' ? [...differences, gone] : differences;
}
