import type { RawMail } from '../adapters/mailer.ts';
import { type Answered, inThread } from '../core/mail/answer.ts';
import { writeMail } from '../core/mail/write.ts';
import type { HadLetter } from '../core/reader/had.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { type OwedMailWorld, owedMailFor } from './owed-mail.ts';

/**
 * A letter that somebody had, once more, because they ask for it. It counts as no new letter: its tags name
 * none, so neither its proof nor its return moves anything.
 *
 * @param answered the mail that asked for it, where one did
 * @throws when the package lacks the letter
 */
export function letterAgain(
  world: OwedMailWorld,
  subscriber: Subscriber,
  { course, lesson }: HadLetter,
  answered?: Answered,
): RawMail {
  const { sender } = world;
  const composed = owedMailFor(world, subscriber, { kind: 'lesson', course, lesson });
  const headers = answered ? inThread(composed.headers, answered, sender) : composed.headers;
  return {
    from: sender.fromAddress,
    to: subscriber.address,
    raw: writeMail({ ...composed, headers }),
    tags: { kind: 'again', subscriber: subscriber.id },
    stream: 'letters',
  };
}
