import type { Answer, Seen } from '../core/replies/answering.ts';
import { DAYS } from '../core/replies/signed-wish.ts';
import type { Option } from '../core/replies/understanding.ts';
import { epochSeconds, type Instant, plusSeconds } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { subscriberKey } from './item.ts';
import { codesOf, options } from './kept-decision.ts';
import {
  type Attributes,
  aText,
  beyond,
  itemOf,
  MAJOR,
  mapIn,
  mapsIn,
  required,
  type Stored,
} from './stored.ts';
import { anInstant } from './stored-values.ts';

/** What a reader was asked to choose from. */
export interface Asked {
  readonly options: readonly Option[];
  readonly at: Instant;
}

/** What is remembered of a subscriber's mails: nothing of what they wrote. */
export interface Memory {
  /** The automatic answers that they got of late, oldest first. */
  readonly answers: readonly Answer[];
  /** Their last mails. */
  readonly seen: readonly Seen[];
  readonly asked?: Asked;
}

/** So long after the last mail all of it is forgotten. */
const KEPT_SECONDS = 90 * 86_400;

export const memoryKey = (id: SubscriberId) => ({ pk: subscriberKey(id).pk, sk: 'answers' });

/** @throws UnreadableItem */
export function memoryIn(fields: Attributes): Memory {
  const item = itemOf('answers', fields);
  const asked = fields['question'] === undefined ? undefined : askedIn(mapIn(item, 'question'));
  return {
    answers: fields['answers'] === undefined ? [] : mapsIn(item, 'answers').map(answerOf),
    seen: fields['seen'] === undefined ? [] : mapsIn(item, 'seen').map(seenOf),
    ...(asked && { asked }),
  };
}

/** The question that a reply may still answer. */
export function openQuestion({ asked }: Memory, now: Instant): Asked | undefined {
  const open = asked !== undefined && plusSeconds(asked.at, DAYS.question * 86_400) > now;
  return open ? asked : undefined;
}

/** An edit that makes the item hold this, and whatever newer code keeps beside it. */
export function editOfMemory({ answers, seen, asked }: Memory, now: Instant) {
  const question = asked && {
    options: codesOf(asked.options),
    at: asked.at,
  };
  const sets = 'answers = :answers, seen = :seen, expiresAt = :end, v = if_not_exists(v, :v)';
  return {
    UpdateExpression: question
      ? `SET ${sets}, question = :question`
      : `SET ${sets} REMOVE question`,
    ExpressionAttributeValues: {
      ':answers': answers,
      ':seen': seen,
      ':end': epochSeconds(plusSeconds(now, KEPT_SECONDS)),
      ':v': MAJOR,
      ...(question && { ':question': question }),
    },
  };
}

/** @throws MalformedItem */
function answerOf(given: Stored): Answer {
  return {
    ...beyond(given, ['intent', 'at', 'words']),
    intent: required(given, 'intent', aText),
    at: required(given, 'at', anInstant),
    words: required(given, 'words', aText),
  };
}

function seenOf(given: Stored): Seen {
  return {
    ...beyond(given, ['mail', 'as']),
    mail: required(given, 'mail', aText),
    as: required(given, 'as', aText),
  };
}

function askedIn(given: Stored): Asked {
  return {
    options: required(given, 'options', options),
    at: required(given, 'at', anInstant),
  };
}
