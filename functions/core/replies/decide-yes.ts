import { offers } from '../reader/addition.ts';
import { isOpen, type Request } from '../reader/request.ts';
import type { Instant } from '../time.ts';
import { type AnswerWords, answerTo } from './answer-to.ts';
import type { ReplyDecision } from './intents.ts';
import type { Trust } from './trust.ts';

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
  now: Instant,
): ReplyDecision | undefined {
  const to = offeredBy(request, now);
  // "The first" is an answer where something stands to choose from; here it agrees to nothing.
  const agrees = words.ordinal === undefined && answerTo({ options: [[]] }, words) === 0;
  const isYes = agrees && !words.more;
  if (to === undefined || !isYes || trust > 2) return undefined;
  return { intent: 'confirm', outcome: 'applied', yes: to };
}

/** The one thing that a request's mail asks for. */
function offeredBy(request: Request, now: Instant): ReplyDecision['yes'] {
  if (!isOpen(request, now)) return undefined;
  if (request.asked.of !== 'reader') return 'all';
  const [one, another] = request.asked.adds ?? [];
  return one !== undefined && another === undefined && offers(request, one, now) ? one : undefined;
}
