import { type Instant, plusSeconds } from '../time.ts';
import { nameOfSecret } from '../token.ts';
import { erased } from './lifecycle.ts';
import { isFree } from './move.ts';
import type { Fresh, Request } from './request.ts';
import { isForgotten, PENDING_DAYS, reads, type Subscriber } from './subscriber.ts';

/** Who lies at an address that a reader typed as their new one. */
export interface There {
  readonly known: Subscriber | undefined;
  /** What was typed at it of late. */
  readonly request: Request | undefined;
}

/** What becomes of it that a reader typed an address as their new one. */
export type Typed =
  | { readonly is: 'nothing' }
  /** Their button lies there already, and works for another hour. */
  | { readonly is: 'again'; readonly button: Instant }
  | {
      readonly is: 'mail';
      readonly notice: 'new-address' | 'address-taken';
      /** To be stored before the mail goes: in the place of what was there, or where nothing was. */
      readonly note: Request;
      readonly over: Request | undefined;
    };

const NOTHING = { is: 'nothing' } as const;

/**
 * Which mail an address is sent that a reader typed as their new one, if any. Nobody there has asked, so it
 * has two mails at most in a week from whoever types, wherever they type: one of them from each reader, so
 * that a wish of one can't hold another's up, and none for a wish that is made anew. An address that can't be
 * mailed, or whose owner wants nothing that somebody types, gets none. Nor does whoever left. Who reads there
 * hears of it once a week.
 *
 * @param secret of the reader who typed it
 */
export function typedThere(
  { secret }: Pick<Subscriber, 'secret'>,
  { known, request: before }: There,
  fresh: Omit<Fresh, 'details'>,
): Typed {
  const { now } = fresh;
  if (known?.quiet === true) return NOTHING;
  const over = isWeekTaken(before, now) ? before : undefined;
  if (!isFree(known)) {
    const tell = over === undefined && known !== undefined && reads(known);
    return tell ? { is: 'mail', notice: 'address-taken', note: noteOfMove(fresh), over } : NOTHING;
  }
  const name = nameOfSecret(secret);
  const button = over?.asked.buttons?.[name];
  if (button !== undefined) return over && isEnded(over) ? NOTHING : { is: 'again', button };
  const note = over === undefined ? noteOfMove(fresh) : oneFewer(over);
  if (note === undefined) return NOTHING;
  const buttons = { ...note.asked.buttons, [name]: now };
  return {
    is: 'mail',
    notice: 'new-address',
    note: { ...note, asked: { ...note.asked, buttons } },
    over,
  };
}

/** Whether an address has had a mail of its week, or is to have none any more. */
const isWeekTaken = (request: Request | undefined, now: Instant): request is Request =>
  request !== undefined && !isForgotten(request, now);

const isEnded = ({ standing }: Request): boolean => standing.is === 'suppressed';

/** The mails that changes of address have sent to a mailbox; older notes don't name them, and are of one. */
const mailsFor = ({ buttons, forMove }: Request['asked']): number =>
  Math.max(Object.keys(buttons ?? {}).length, forMove === true ? 1 : 0);

/**
 * A week's request with one mail less to come, which another takes the place of: a note of one mail, or a
 * stranger's sign-up that has its second mail before it.
 *
 * @returns undefined where both have gone or are going, or where somebody has said that they want none
 */
function oneFewer(request: Request): Request | undefined {
  const { standing, asked, claim, dueAt, ...rest } = request;
  if (asked.forMove === true) {
    return standing.is === 'left' && mailsFor(asked) < 2 ? request : undefined;
  }
  if (standing.is !== 'pending' || asked.of !== undefined || claim !== undefined) return undefined;
  if (mailsFor(asked) > 0) return undefined;
  if (standing.another === true) {
    const { another: _, ...once } = standing;
    return { ...request, standing: once };
  }
  // The first has gone; the second one would come in two days.
  return dueAt === undefined ? undefined : { ...rest, standing, asked };
}

/**
 * What notes that such a mail goes: a request that is withdrawn from the start, so that form and change
 * of address count together, and a bounce or a complaint is remembered where a confirmation's is. It
 * does not keep the address.
 */
const noteOfMove = ({ id, secret, now }: Omit<Fresh, 'details'>): Request => ({
  ...erased({ id, revision: 0 }, secret, now),
  standing: { is: 'left', at: now, by: 'page' },
  asked: { at: now, details: {}, forMove: true },
});

/** What stays of a stored note whose mail did not go: what lay there before, or one that is over. */
export function notMailed({ note, over }: Pick<Typed & { is: 'mail' }, 'note' | 'over'>): Request {
  const revision = note.revision + 1;
  if (over !== undefined) return { ...over, revision };
  const at = plusSeconds(note.asked.at, -PENDING_DAYS * 86_400);
  return { ...note, revision, asked: { ...note.asked, at } };
}

/**
 * A stranger's sign-up where a change of address has written to this week: it takes the note's place and
 * sends the second of two mails. Of whoever is known, the note stays: they get one in a week.
 *
 * @returns undefined where there is no such note, or both mails have gone
 */
export function afterMove(
  request: Request,
  before: Request | undefined,
  { now }: Pick<Fresh, 'now'>,
): Request | undefined {
  if (request.asked.of !== undefined || !isWeekTaken(before, now)) return undefined;
  const { asked, standing, revision } = before;
  if (asked.forMove !== true || standing.is !== 'left' || mailsFor(asked) > 1) return undefined;
  const { buttons } = asked;
  return {
    ...request,
    standing: { is: 'pending', since: now },
    asked: { ...request.asked, ...(buttons && { buttons }) },
    revision,
  };
}
