import { plusSeconds } from '../time.ts';
import { erased } from './lifecycle.ts';
import { isFree } from './move.ts';
import { type Fresh, type Request, reads } from './request.ts';
import { isForgotten, PENDING_DAYS, type Subscriber } from './subscriber.ts';

/**
 * Which mail an address is sent that a reader typed as their new one, if any. One that a form wrote to
 * this week has heard enough from whoever types, and one that can't be mailed, or whose owner wants
 * nothing that somebody types, gets none. Nor does whoever left.
 *
 * @param known whoever is known by the address
 * @param request what was typed at it of late
 */
export function mailThere(
  known: Subscriber | undefined,
  request: Request | undefined,
  { now }: Pick<Fresh, 'now'>,
): 'new-address' | 'address-taken' | undefined {
  if (isWeekTaken(request, { now }) || known?.quiet === true) return undefined;
  if (isFree(known)) return 'new-address';
  return known !== undefined && reads(known) ? 'address-taken' : undefined;
}

/** Whether an address has had the mail of its week, or is to have none any more. */
export const isWeekTaken = (
  request: Request | undefined,
  { now }: Pick<Fresh, 'now'>,
): request is Request => request !== undefined && !isForgotten(request, now);

/**
 * What notes that such a mail goes: a request that is withdrawn from the start, so that form and change
 * of address count together, and a bounce or a complaint is remembered where a confirmation's is. It
 * does not keep the address.
 */
export const noteOfMove = ({ id, secret, now }: Omit<Fresh, 'details'>): Request => ({
  ...erased({ id, revision: 0 }, secret, now),
  standing: { is: 'left', at: now, by: 'page' },
  asked: { at: now, details: {}, forMove: true },
});

/** The note of a mail that did not go, once it was made: it is over. */
export const notMailed = (note: Request): Request => ({
  ...note,
  revision: note.revision + 1,
  asked: { ...note.asked, at: plusSeconds(note.asked.at, -PENDING_DAYS * 86_400) },
});

/**
 * A stranger's sign-up where a change of address has written to this week: it takes the note's place and
 * sends the second of two mails. Of whoever is known, the note stays: they get one in a week.
 *
 * @returns undefined where there is no such note
 */
export function afterMove(
  request: Request,
  before: Request | undefined,
  { now }: Pick<Fresh, 'now'>,
): Request | undefined {
  if (request.asked.of !== undefined || !isWeekTaken(before, { now })) return undefined;
  if (before.asked.forMove !== true || before.standing.is !== 'left') return undefined;
  return { ...request, standing: { is: 'pending', since: now }, revision: before.revision };
}
