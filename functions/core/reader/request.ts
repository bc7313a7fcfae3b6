import type { TrackId } from '../course.ts';
import { type Instant, plusSeconds } from '../time.ts';
import type { LinkSecret, SubscriberId } from '../token.ts';
import { additionsTo, taking } from './addition.ts';
import { requestName } from './asked-link.ts';
import { usualTrack } from './courses.ts';
import { withNewsletter } from './issues.ts';
import { hasAddress } from './lifecycle.ts';
import { arranged, type Courses } from './owed.ts';
import type { SignUp } from './sign-up.ts';
import {
  type Asked,
  type Enrollment,
  isForgotten,
  type Standing,
  type Subscriber,
} from './subscriber.ts';

/** A subscriber's value that lies in the request's place. */
export type Request = Subscriber & { readonly asked: Asked };

export const isRequest = (subscriber: Subscriber): subscriber is Request =>
  subscriber.asked !== undefined;

/** What a new request is made with. */
export interface Fresh {
  readonly id: SubscriberId;
  readonly secret: LinkSecret;
  readonly now: Instant;
  /** When its mail is due, where that is later. */
  readonly dueAt?: Instant;
  /** How they asked, for the record of their consent. */
  readonly details: Asked['details'];
}

/**
 * What a sign-up asks for, beside whoever is known by its address: letters, for a new one; to come back,
 * for who left; and what they do not have yet, for a reader. Each gets one mail in a week about it, and
 * stays as they are until they press its button. Nothing is asked of an address that must not be mailed,
 * or whose owner wants no mail that a form sends.
 *
 * @returns undefined when nothing is to be stored
 */
export function requestFor(
  signUp: SignUp,
  known: Subscriber | undefined,
  fresh: Fresh,
): Request | undefined {
  const who = askerOf(known, fresh.now);
  if (who === 'nobody') return undefined;
  const { id, secret, now, dueAt = now, details } = fresh;
  const { course, track, ...wishes } = signUp;
  const asked = { at: now, name: requestName(now), details };
  const begun = (version: TrackId | undefined): Enrollment => ({
    course: course.slug,
    ...(version !== undefined && { track: version }),
    welcomed: false,
    received: [],
  });
  const request = {
    id,
    // Somebody who is known gets one mail in a week, whatever anybody types.
    standing: { is: 'pending', since: now, ...(who === 'stranger' && ANOTHER) },
    secret: known?.secret ?? secret,
    dueAt,
    revision: 0,
  } as const;
  if (known === undefined || who === 'stranger' || who === 'moved') {
    return { ...wishes, ...request, enrollments: [begun(track)], asked };
  }
  // Whoever typed it may be a stranger: of a known address nothing is taken that its mail does not name.
  const isTheirs = known.enrollments.some((one) => one.course === course.slug);
  const one = begun(isTheirs ? track : usualTrack(known, course));
  const own = { ...mannerOf(known), ...request, enrollments: [one] };
  return who === 'left'
    ? { ...own, asked: { ...asked, of: who } }
    : {
        ...own,
        newsletter: signUp.newsletter,
        asked: { ...asked, of: who, adds: additionsTo(known, signUp.newsletter, one) },
      };
}

/** How mails come to somebody and what they look like, as they are known. */
function mannerOf({ address, name, zone, hour, days, newsletter, discreet }: Subscriber) {
  return {
    address,
    ...(name !== undefined && { name }),
    zone,
    hour,
    days,
    newsletter,
    ...(discreet === true && { discreet }),
  };
}

const ANOTHER = { another: true } as const;

/** So long the first confirmation has to arrive before another may be asked for, in seconds. */
export const RESEND_AFTER_SECONDS = 60;

/**
 * The second confirmation at once, because they ask for it. It is the one that would come by itself
 * two days after the first, so there is no third, whoever asks.
 *
 * @param soon when it may go, where mails go slowly
 * @returns undefined when none is to come, or the first has not gone yet
 */
export function askedAgain(request: Request, now: Instant, soon = now): Request | undefined {
  const { standing, dueAt, claim, asked } = request;
  if (standing.is !== 'pending' || standing.another || isForgotten(request, now)) return undefined;
  if (dueAt === undefined || dueAt <= now || claim !== undefined) return undefined;
  if (now < plusSeconds(asked.at, RESEND_AFTER_SECONDS)) return undefined;
  return { ...request, dueAt: soon < dueAt ? soon : dueAt };
}

type Gone = Subscriber & { readonly standing: Standing & { readonly is: 'left' } };

/** Whether somebody was a reader here and has left. Of who moved on, nobody is left to come back. */
export const isGone = (known: Subscriber | undefined): known is Gone =>
  known?.standing.is === 'left' && hasAddress(known);

/** For whom a request at an address is; `nobody` where none is made, `moved` where whoever had it went on. */
function askerOf(
  known: Subscriber | undefined,
  now: Instant,
): 'stranger' | 'moved' | 'reader' | 'left' | 'nobody' {
  // An unconfirmed sign-up of older code is a stranger's again, once it is forgotten.
  if (known === undefined || isForgotten(known, now)) return 'stranger';
  if (known.quiet === true) return 'nobody';
  switch (known.standing.is) {
    case 'left':
      return isGone(known) ? 'left' : 'moved';
    case 'active':
    case 'paused':
      return 'reader';
    default:
      return 'nobody';
  }
}

/**
 * Who a request makes of somebody, once its button was pressed: a new reader, with what they typed; or the
 * one who left, as they were. Whoever typed for that one may be a stranger, so their mail names what comes of
 * it: letters at the hours that they had, from where they were, the newsletter if they got it, and the course
 * that was asked for, where it is new to them. No letter comes twice, and links that they have stay good.
 *
 * @param known whoever is known by the same address
 */
export function joined(
  { asked: _, claim: __, dueAt: ___, ...request }: Subscriber,
  known: Subscriber | undefined,
  present: { readonly now: Instant; readonly courses: Courses },
): Subscriber {
  const { secret, revision } = known ?? { ...request, revision: 0 };
  const { newsletter, ...who } = isGone(known)
    ? { ...known, enrollments: request.enrollments.reduce(taking, known.enrollments) }
    : { ...known, ...request, secret, revision };
  const reader = { ...who, standing: { is: 'active' } as const, newsletter: false };
  const joins = withNewsletter(reader, newsletter, present.now);
  return arranged(joins, present.courses, present.now);
}

/** Whether a request's button still does something. */
export const isOpen = (request: Subscriber, now: Instant): boolean =>
  request.standing.is === 'pending' && !isForgotten(request, now);
