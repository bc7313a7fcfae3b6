import {
  type AuthorsDeed,
  authorsRecord,
  doneByAuthor,
  needsReason,
} from '../../functions/core/reader/by-author.ts';
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
import { eraseReader } from './erase.ts';
import { mailInWords, storedAs } from './reader.ts';
import { placesOf } from './readers.ts';
import { saveChange } from './save.ts';
import { standingInWords } from './words/standing.ts';

/** What an author does for one reader. */
export type Deed = AuthorsDeed | { readonly is: 'erase' };

/** One thing that would be different. */
export interface Difference {
  readonly what: 'standing' | 'next' | 'due' | 'place' | 'newsletter' | 'stored';
  readonly before: string;
  readonly after: string;
}

/** What a deed comes to: a dry run's and the deed's own words for what keeps it from being done. */
type Kept =
  | { readonly is: 'unchanged' | 'unknown' | 'no-such-place' | 'past-day' | 'unreadable' }
  | { readonly is: 'refused'; readonly because: Refusal };

export type Foreseen =
  | {
      readonly is: 'foreseen';
      /** A consent is touched: why has to be said, and is kept with the record. */
      readonly needsReason: boolean;
      readonly changes: readonly Difference[];
    }
  | Kept;

/** What a deed would change, in one request. It changes nothing. */
export async function foresee(desk: Desk, id: SubscriberId, deed: Deed): Promise<Foreseen> {
  const found = await storedAt(desk, id);
  if ('is' in found) return found;
  const { reader } = found;
  const decided = decide(deed, reader, desk);
  if (decided.is !== 'changed') return decided;
  const changes = differencesBetween(reader, decided.subscriber, desk, deed);
  if (changes.length === 0) return { is: 'unchanged' };
  return { is: 'foreseen', needsReason: needsReason(deed), changes };
}

export type Outcome = Kept | { readonly is: 'done' } | { readonly is: 'needs-reason' };

/**
 * Does it, to whoever the reader is by now, and keeps a record that it was done by the author, and why.
 *
 * @throws what AWS refuses; erasing also reads what the desk else does not see, so it wants an administrator's
 *   credentials
 */
export async function carryOut(
  desk: Desk,
  id: SubscriberId,
  deed: Deed,
  reason: string | undefined,
): Promise<Outcome> {
  if (needsReason(deed) && reason === undefined) return { is: 'needs-reason' };
  if (deed.is === 'erase') {
    const found = await foresee(desk, id, deed);
    if (found.is !== 'foreseen') return found;
    return { is: await eraseReader(desk, id, reason ?? '') };
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

function decide(deed: Deed, reader: Subscriber, present: Present) {
  if (deed.is !== 'erase') return doneByAuthor(deed, reader, present);
  // Their own link erases, and whoever has not confirmed has none.
  if (reader.asked !== undefined) return { is: 'refused', because: 'not-confirmed' } as const;
  const { standing } = reader;
  const isErased = standing.is === 'suppressed' && standing.because === 'erased';
  const subscriber = erased(reader, reader.secret, present.now);
  return isErased ? ({ is: 'unchanged' } as const) : ({ is: 'changed', subscriber } as const);
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
  const inWords = (one: Subscriber): Readonly<Record<Difference['what'], string>> => {
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
  const names = Object.keys(was) as Difference['what'][];
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
