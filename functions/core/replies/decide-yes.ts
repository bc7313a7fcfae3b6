import { offers } from '../reader/addition.ts';
import type { Present } from '../reader/lifecycle.ts';
import { isOpen, type Request } from '../reader/request.ts';
import type { Addition } from '../reader/subscriber.ts';
import type { Instant } from '../time.ts';
import { type AnswerWords, answerTo } from './answer-to.ts';
import type { ReplyDecision } from './intents.ts';
import type { Trust } from './trust.ts';
import type { Act } from './wish-code.ts';

/**
 * "Yes" as the answer to the mail that asked for it does what the mail's button does. The address that
 * it was written to came with that mail alone, as the button did; so it counts unless DMARC says that
 * somebody else wrote. A mail with several buttons has no one answer.
 *
 * @returns undefined where it is no yes, or there is nothing to say it to
 */
export function decideYes(
  request: Request,
  words: AnswerWords,
  trust: Trust,
  { now, courses }: Present,
): ReplyDecision | undefined {
  const to = offeredBy(request, now);
  // "The first" is an answer where something stands to choose from; here it agrees to nothing.
  const agrees = words.ordinal === undefined && answerTo({ options: [[]] }, words) === 0;
  const isYes = agrees && !words.more;
  if (to === undefined || !isYes || trust > 2) return undefined;
  const act = to === 'all' ? undefined : actOf(request, to, courses);
  return {
    intent: 'confirm',
    outcome: 'applied',
    yes: to,
    // Of an addition no welcome tells.
    ...(act && { answer: 'changed', done: [act] }),
  };
}

/** What an addition is called among what can be done; a version that is for nobody by name is not. */
function actOf(
  { enrollments: [asked] }: Request,
  addition: Addition,
  courses: Present['courses'],
): Act | undefined {
  if (addition === 'newsletter') return { is: 'newsletter', on: true };
  if (asked === undefined) return undefined;
  if (addition === 'course') return { is: 'take', of: asked.course };
  const tracks = courses.find(({ slug }) => slug === asked.course)?.tracks ?? [];
  const to = tracks.find(({ id }) => id === asked.track)?.for;
  return to && { is: 'track', to };
}

/** The one thing that a request's mail asks for. */
function offeredBy(request: Request, now: Instant): ReplyDecision['yes'] {
  if (!isOpen(request, now)) return undefined;
  if (request.asked.of !== 'reader') return 'all';
  const [one, another] = request.asked.adds ?? [];
  return one !== undefined && another === undefined && offers(request, one, now) ? one : undefined;
}
