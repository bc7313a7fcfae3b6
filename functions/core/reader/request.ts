import { type Instant, plusSeconds } from '../time.ts';
import type { LinkSecret, SubscriberId } from '../token.ts';
import { additionsTo } from './addition.ts';
import { requestName } from './asked-link.ts';
import { hasAddress } from './lifecycle.ts';
import { arranged, type Courses } from './owed.ts';
import type { SignUp } from './sign-up.ts';
import { type Asked, type Enrollment, isForgotten, type Subscriber } from './subscriber.ts';

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
  const enrollment: Enrollment = {
    course: course.slug,
    ...(track !== undefined && { track }),
    welcomed: false,
    received: [],
  };
  const request = {
    ...wishes,
    id,
    // Somebody who is known gets one mail in a week, whatever anybody types.
    standing: { is: 'pending', since: now, ...(who === 'stranger' && ANOTHER) },
    enrollments: [enrollment],
    secret: known?.secret ?? secret,
    dueAt,
    revision: 0,
  } as const;
  const asking = { at: now, name: requestName(now), details };
  if (known === undefined || who === 'stranger') return { ...request, asked: asking };
  // A mail to somebody who is known is as discreet as theirs are, whatever a stranger ticks.
  const { discreet: _, name: __, ...rest } = request;
  const own = who === 'left' ? request : rest;
  const asked: Asked =
    who === 'left'
      ? { ...asking, of: who }
      : { ...asking, of: who, adds: additionsTo(known, signUp.newsletter, enrollment) };
  return { ...own, ...(known.discreet === true && { discreet: true }), asked };
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

/** Whether somebody was a reader here and has left. Of who moved on, nobody is left to come back. */
export const isGone = (known: Subscriber | undefined): known is Subscriber =>
  known?.standing.is === 'left' && hasAddress(known);

/** For whom a request at an address is; `nobody` where none is made. */
function askerOf(
  known: Subscriber | undefined,
  now: Instant,
): 'stranger' | 'reader' | 'left' | 'nobody' {
  // An unconfirmed sign-up of older code is a stranger's again, once it is forgotten.
  if (known === undefined || isForgotten(known, now)) return 'stranger';
  if (known.quiet === true) return 'nobody';
  switch (known.standing.is) {
    case 'left':
      return 'left';
    case 'active':
    case 'paused':
      return 'reader';
    default:
      return 'nobody';
  }
}

/**
 * Who a request makes of somebody, once its button was pressed: a new reader, or the one who was
 * there, who goes on where they were. No letter comes twice, and links that they have stay good.
 *
 * @param known whoever is known by the same address
 */
export function joined(
  { asked: _, claim: __, dueAt: ___, ...request }: Subscriber,
  known: Subscriber | undefined,
  present: { readonly now: Instant; readonly courses: Courses },
): Subscriber {
  const reader = {
    ...known,
    ...request,
    standing: { is: 'active' },
    enrollments: united(request.enrollments, known?.enrollments ?? []),
    secret: known?.secret ?? request.secret,
    revision: known?.revision ?? 0,
  } as const;
  return arranged(reader, present.courses, present.now);
}

/** What is asked for comes first, with all that lies in an earlier enrollment of the same course. */
function united(asked: readonly Enrollment[], known: readonly Enrollment[]): readonly Enrollment[] {
  const wanted = asked.map((one) => {
    const {
      track: _,
      stopped: __,
      ...before
    } = known.find(({ course }) => course === one.course) ?? one;
    return { ...before, ...(one.track !== undefined && { track: one.track }) };
  });
  const others = known.filter(({ course }) => !asked.some((one) => one.course === course));
  return [...wanted, ...others];
}

/** Whether a request's button still does something. */
export const isOpen = (request: Subscriber, now: Instant): boolean =>
  request.standing.is === 'pending' && !isForgotten(request, now);
