import { type Instant, plusSeconds } from '../time.ts';
import type { LinkSecret, SubscriberId } from '../token.ts';
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
  /** How they asked, for the record of their consent. */
  readonly details: Asked['details'];
}

/**
 * What a sign-up asks for, beside whoever is known by its address. For a reader and an address that
 * must not be mailed it asks nothing: nobody can pester them with our form. Whoever left gets one
 * mail, and stays as they are until they press its button.
 *
 * @returns undefined when nothing is to be stored
 */
export function requestFor(
  signUp: SignUp,
  known: Subscriber | undefined,
  { id, secret, now, details }: Fresh,
): Request | undefined {
  if (known !== undefined && !mayAsk(known, now)) return undefined;
  const { course, track, ...wishes } = signUp;
  return {
    ...wishes,
    id,
    // Somebody who left gets one mail in a week, whatever anybody types.
    standing: { is: 'pending', since: now, ...(known?.standing.is !== 'left' && ANOTHER) },
    enrollments: [
      { course: course.slug, ...(track !== undefined && { track }), welcomed: false, received: [] },
    ],
    secret: known?.secret ?? secret,
    dueAt: now,
    asked: { at: now, details },
    revision: 0,
  };
}

const ANOTHER = { another: true } as const;

/** So long the first confirmation has to arrive before another may be asked for, in seconds. */
export const RESEND_AFTER_SECONDS = 60;

/**
 * The second confirmation at once, because they ask for it. It is the one that would come by itself
 * two days after the first, so there is no third, whoever asks.
 *
 * @returns undefined when none is to come, or the first has not gone yet
 */
export function askedAgain(request: Request, now: Instant): Request | undefined {
  const { standing, dueAt, claim, asked } = request;
  if (standing.is !== 'pending' || standing.another || isForgotten(request, now)) return undefined;
  if (dueAt === undefined || dueAt <= now || claim !== undefined) return undefined;
  if (now < plusSeconds(asked.at, RESEND_AFTER_SECONDS)) return undefined;
  return { ...request, dueAt: now };
}

/** Somebody who left; and an unconfirmed sign-up of older code, once it is forgotten. */
const mayAsk = (known: Subscriber, now: Instant): boolean =>
  known.standing.is === 'left' || isForgotten(known, now);

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
