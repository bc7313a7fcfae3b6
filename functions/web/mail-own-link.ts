import { composeOwnLink } from '../core/mail/own-link.ts';
import { writeMail } from '../core/mail/write.ts';
import { type Matter, mailLimits, ownUrl, type PagePart } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { isWithin } from '../runtime/within.ts';
import { type WebWorld, wordsOfReader } from './world.ts';

type MailingWorld = Pick<WebWorld, 'library' | 'mailer' | 'sender' | 'rateLimit' | 'now'>;

/**
 * Mails somebody a link for one thing that is theirs, to the address that is stored; of their page it may be
 * one part that comes first. Whoever pressed
 * is told the same whether it goes out, is one too many, or goes to nobody.
 */
export async function mailOwnLink(
  world: MailingWorld,
  subscriber: Subscriber,
  matter: Matter,
  part?: PagePart,
): Promise<void> {
  const { library, mailer, sender } = world;
  const now = world.now();
  const limits = mailLimits(subscriber, matter, now);
  if (limits === undefined || !(await isWithin(world, subscriber, limits))) return;
  const words = wordsOfReader(world, subscriber);
  const mail = composeOwnLink(subscriber, {
    mail: library.notice('own-link', words.language),
    matter,
    part,
    url: ownUrl(sender.webUrl, subscriber, matter, now, part),
    sender,
    words,
  });
  // One that does not go out is asked for once more; the door's mailer logs why.
  await mailer.send({
    from: sender.fromAddress,
    to: subscriber.address,
    raw: writeMail(mail),
    tags: { kind: 'own-link', subscriber: subscriber.id },
    stream: 'notices',
  });
}
